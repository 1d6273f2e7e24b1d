#include "signing/keys/pkcs12_key.h"

#include "signing/openssl_handles.h"

#include <QFile>

#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t largestFile = 1 << 20;

using Pkcs12Handle = std::unique_ptr<PKCS12, Freed<PKCS12_free>>;

/// OpenSSL with the old ciphers too (RC2-40, 3DES), in which many files in use are still packed; for these files alone,
/// not for the rest of the program.
struct Library {
    OSSL_LIB_CTX* context = OSSL_LIB_CTX_new();
    OSSL_PROVIDER* usual = OSSL_PROVIDER_load(context, "default");
    OSSL_PROVIDER* old = OSSL_PROVIDER_load(context, "legacy"); // null where it is not installed

    Library() { ERR_clear_error(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library()
    {
        OSSL_PROVIDER_unload(usual);
        if (old)
            OSSL_PROVIDER_unload(old);
        OSSL_LIB_CTX_free(context);
    }
};

const EVP_MD* digestOf(DigestAlgorithm algorithm)
{
    switch (algorithm) {
    case DigestAlgorithm::Sha384:
        return EVP_sha384();
    case DigestAlgorithm::Sha512:
        return EVP_sha512();
    case DigestAlgorithm::Sha256:
        break;
    }
    return EVP_sha256();
}

/// A key for RSASSA-PSS alone (id-RSASSA-PSS) must not do PKCS#1 v1.5.
QList<SignatureScheme> schemesOf(const EVP_PKEY* key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return {SignatureScheme::RsaPkcs1, SignatureScheme::RsaPss};
    case EVP_PKEY_RSA_PSS:
        return {SignatureScheme::RsaPss};
    case EVP_PKEY_EC:
        return {SignatureScheme::Ecdsa};
    default:
        return {};
    }
}

bool choose(EVP_PKEY_CTX* context, SignatureScheme scheme, const EVP_MD* digest)
{
    if (EVP_PKEY_CTX_set_signature_md(context, digest) != 1)
        return false;
    if (scheme == SignatureScheme::RsaPkcs1)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    if (scheme == SignatureScheme::RsaPss)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_mgf1_md(context, digest) == 1 &&
               EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
    return true;
}

} // namespace

struct Pkcs12Key::State {
    Library library; // first: outlives the key
    KeyHandle key;
    KeyCertificate certificate;
};

Pkcs12Key::Pkcs12Key(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Pkcs12Key::~Pkcs12Key() = default;

Result<std::unique_ptr<Pkcs12Key>> Pkcs12Key::open(const QString& path, const Secret& pin)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > largestFile)
        return fail(ErrorCode::FileTooLarge, path);
    QByteArray bytes = file.readAll();
    Result<std::unique_ptr<Pkcs12Key>> key = fromBytes(bytes, pin);
    if (!key)
        return fail(key.error().code, path, key.error().cause);
    return key;
}

Result<std::unique_ptr<Pkcs12Key>> Pkcs12Key::fromBytes(const QByteArray& bytes, const Secret& pin)
{
    const auto* in = reinterpret_cast<const unsigned char*>(bytes.constData());
    auto state = std::make_unique<State>();
    PKCS12* empty = PKCS12_init_ex(NID_pkcs7_data, state->library.context, nullptr);
    const Pkcs12Handle file(d2i_PKCS12(&empty, &in, static_cast<long>(bytes.size())));
    if (!file)
        return fail(ErrorCode::KeyUnreadable, {}, opensslError());
    const char* password = pin.isEmpty() ? "" : pin.c_str();
    if (PKCS12_verify_mac(file.get(), password, -1) != 1 && PKCS12_mac_present(file.get()) == 1) {
        ERR_clear_error();
        return fail(ErrorCode::PinWrong);
    }
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const int parsed = PKCS12_parse(file.get(), password, &key, &certificate, &others);
    state->key.reset(key);
    const X509Handle own(certificate);
    const StackHandle chain(others);
    if (parsed != 1 || !key || !certificate)
        return fail(ErrorCode::KeyUnreadable, {}, opensslError());
    state->certificate.certificate = toDer(certificate);
    for (int i = 0; i < sk_X509_num(others); ++i)
        state->certificate.chain += toDer(sk_X509_value(others, i));
    const Result<CertificateFacts> facts = readCertificate(state->certificate.certificate);
    if (!facts)
        return fail(ErrorCode::KeyUnreadable, {}, facts.error().cause);
    state->certificate.facts = *facts;
    state->certificate.schemes = schemesOf(state->key.get());
    if (state->certificate.schemes.isEmpty())
        return fail(ErrorCode::KeyUnreadable, {}, facts->key);
    return std::unique_ptr<Pkcs12Key>(new Pkcs12Key(std::move(state)));
}

Result<KeyCertificate> Pkcs12Key::certificate()
{
    return m_state->certificate;
}

Result<QByteArray> Pkcs12Key::sign(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest)
{
    if (!m_state->certificate.schemes.contains(scheme))
        return fail(ErrorCode::NotSupported, {}, m_state->certificate.facts.key);
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(m_state->library.context, m_state->key.get(), nullptr));
    bool good = context && EVP_PKEY_sign_init(context.get()) == 1 && choose(context.get(), scheme, digestOf(algorithm));
    const auto* in = reinterpret_cast<const unsigned char*>(digest.constData());
    std::size_t length = 0;
    good = good && EVP_PKEY_sign(context.get(), nullptr, &length, in, static_cast<std::size_t>(digest.size())) == 1;
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    good = good && EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, in,
                                 static_cast<std::size_t>(digest.size())) == 1;
    if (!good)
        return fail(ErrorCode::KeyUnreadable, {}, opensslError());
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

} // namespace diakinisi::signing
