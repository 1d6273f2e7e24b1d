#include "signing/authorities/tls_channel.h"

#include "signing/openssl_handles.h"

#include <openssl/ssl.h>

namespace diakinisi::signing {

namespace {

constexpr qsizetype piece = 16 * 1024;

SSL* session(void* handle)
{
    return static_cast<SSL*>(handle);
}

/// By name, or by address where the host is one (RFC 6125, RFC 9110 4.3.4).
bool expectHost(SSL* ssl, const QString& host)
{
    const QByteArray name = host.toLatin1();
    X509_VERIFY_PARAM* rules = SSL_get0_param(ssl);
    if (X509_VERIFY_PARAM_set1_ip_asc(rules, name.constData()) == 1)
        return true;
    ERR_clear_error();
    return X509_VERIFY_PARAM_set1_host(rules, name.constData(), static_cast<std::size_t>(name.size())) == 1 &&
           SSL_set_tlsext_host_name(ssl, name.constData()) == 1;
}

} // namespace

TlsTrust::TlsTrust(const QList<QByteArray>& anchors)
{
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    m_context = context;
    if (!context)
        return;
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_default_verify_paths(context);
    for (const QByteArray& der : anchors)
        if (const X509Handle anchor = toX509(der))
            X509_STORE_add_cert(SSL_CTX_get_cert_store(context), anchor.get());
    ERR_clear_error();
}

TlsTrust::~TlsTrust()
{
    SSL_CTX_free(static_cast<SSL_CTX*>(m_context));
}

Result<std::unique_ptr<TlsChannel>> TlsChannel::open(TcpSocket& socket, const TlsTrust& trust, const QString& host,
                                                     const Patience& patience)
{
    SSL* ssl = trust.context() ? SSL_new(static_cast<SSL_CTX*>(trust.context())) : nullptr;
    if (!ssl)
        return fail(ErrorCode::InternalFault, {}, opensslError());
    std::unique_ptr<TlsChannel> channel(new TlsChannel(socket, ssl));
    SSL_set_bio(ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    SSL_set_connect_state(ssl);
    if (!expectHost(ssl, host))
        return fail(ErrorCode::ServerUntrusted, host, opensslError());
    for (;;) {
        ERR_clear_error();
        const int done = SSL_do_handshake(ssl);
        const int wants = done == 1 ? SSL_ERROR_NONE : SSL_get_error(ssl, done);
        if (const Done sent = channel->flush(patience); !sent)
            return fail(sent.error());
        if (done == 1)
            return channel;
        if (wants != SSL_ERROR_WANT_READ) {
            const long verdict = SSL_get_verify_result(ssl);
            return fail(ErrorCode::ServerUntrusted, host,
                        verdict == X509_V_OK ? opensslError()
                                             : QString::fromLatin1(X509_verify_cert_error_string(verdict)));
        }
        if (const Done fed = channel->feed(patience); !fed)
            return fail(fed.error());
    }
}

TlsChannel::~TlsChannel()
{
    SSL_free(session(m_session));
    ERR_clear_error();
}

/// What TLS wants sent.
Done TlsChannel::flush(const Patience& patience)
{
    BIO* out = SSL_get_wbio(session(m_session));
    QByteArray bytes(static_cast<qsizetype>(BIO_ctrl_pending(out)), Qt::Uninitialized);
    if (bytes.isEmpty())
        return {};
    const int count = BIO_read(out, bytes.data(), static_cast<int>(bytes.size()));
    return m_socket.write(QByteArrayView(bytes).first(std::max(count, 0)), patience);
}

/// What has come, to TLS.
Done TlsChannel::feed(const Patience& patience)
{
    const Result<QByteArray> bytes = m_socket.read(piece, patience);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->isEmpty())
        return fail(ErrorCode::ServerUnreachable, {}, QStringLiteral("the connection was cut"));
    BIO_write(SSL_get_rbio(session(m_session)), bytes->constData(), static_cast<int>(bytes->size()));
    return {};
}

Done TlsChannel::write(QByteArrayView bytes, const Patience& patience)
{
    while (!bytes.isEmpty()) {
        ERR_clear_error();
        const auto size = static_cast<int>(std::min(bytes.size(), piece));
        const int count = SSL_write(session(m_session), bytes.data(), size);
        if (const Done sent = flush(patience); !sent)
            return sent;
        if (count > 0) {
            bytes = bytes.sliced(count);
            continue;
        }
        if (SSL_get_error(session(m_session), count) != SSL_ERROR_WANT_READ)
            return fail(ErrorCode::ServerUnreachable, {}, opensslError());
        if (const Done fed = feed(patience); !fed)
            return fed;
    }
    return {};
}

Result<QByteArray> TlsChannel::read(qsizetype most, const Patience& patience)
{
    QByteArray bytes(most, Qt::Uninitialized);
    for (;;) {
        ERR_clear_error();
        const int count = SSL_read(session(m_session), bytes.data(), static_cast<int>(most));
        if (count > 0) {
            bytes.truncate(count);
            return bytes;
        }
        const int wants = SSL_get_error(session(m_session), count);
        if (wants == SSL_ERROR_ZERO_RETURN)
            return QByteArray();
        if (wants != SSL_ERROR_WANT_READ)
            return fail(ErrorCode::ServerUnreachable, {}, opensslError());
        if (const Done sent = flush(patience); !sent)
            return fail(sent.error());
        if (const Done fed = feed(patience); !fed)
            return fail(fed.error());
    }
}

} // namespace diakinisi::signing
