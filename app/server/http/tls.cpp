#include "server/http/tls.h"

#include <QFile>

namespace diakinisi::server {
namespace {

namespace ssl = boost::asio::ssl;

Result<QByteArray> contents(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    return file.read(1 << 20);
}

bool harden(SSL_CTX* context)
{
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS); // a waiting desk costs little memory
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
           SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1;
}

} // namespace

Result<std::shared_ptr<ssl::context>> tlsContext(const QString& certificateChain, const QString& privateKey)
{
    const auto chain = contents(certificateChain);
    if (!chain)
        return fail(chain.error());
    const auto key = contents(privateKey);
    if (!key)
        return fail(key.error());
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    boost::system::error_code error;
    const auto buffer = [](const QByteArray& bytes) {
        return boost::asio::const_buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    };
    context->use_certificate_chain(buffer(*chain), error);
    if (!error)
        context->use_private_key(buffer(*key), ssl::context::pem, error);
    if (error)
        return fail(ErrorCode::KeyUnreadable, certificateChain, QString::fromStdString(error.message()));
    if (SSL_CTX_check_private_key(context->native_handle()) != 1 || !harden(context->native_handle()))
        return fail(ErrorCode::KeyUnreadable, certificateChain, QStringLiteral("certificate and key do not fit"));
    return context;
}

} // namespace diakinisi::server
