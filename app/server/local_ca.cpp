#include "server/local_ca.h"

#include "base/digest.h"

#include <QHostAddress>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace diakinisi::server {
namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* what) const
    {
        Free(what);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;

constexpr qint64 daySeconds = 24 * 60 * 60;

tl::unexpected<Error> libraryError()
{
    char text[256] = {};
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    return fail(ErrorCode::InternalFault, {}, QString::fromLatin1(text));
}

QByteArray contents(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

Memory reading(const QByteArray& bytes)
{
    return Memory(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

Result<KeyAndCertificate> written(EVP_PKEY* key, X509* certificate)
{
    const Memory keyPem(BIO_new(BIO_s_mem()));
    const Memory certificatePem(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PKCS8PrivateKey(keyPem.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_X509(certificatePem.get(), certificate) != 1)
        return libraryError();
    return KeyAndCertificate{contents(keyPem.get()), contents(certificatePem.get())};
}

bool addExtension(X509* certificate, X509* issuer, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    if (!extension)
        return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setSerial(X509* certificate)
{
    constexpr int bits = 127;
    const Number number(BN_new());
    return number && BN_rand(number.get(), bits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

/// Everything but extensions and signature; valid from an hour before now.
Certificate begun(EVP_PKEY* key, const QString& commonName, Instant now, qint64 days)
{
    constexpr qint64 hour = 3'600;
    Certificate certificate(X509_new());
    const auto seconds = static_cast<time_t>(now.milliseconds / 1'000);
    const QByteArray name = commonName.left(64).toUtf8();
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    const bool good = X509_set_version(certificate.get(), 2) == 1 && setSerial(certificate.get()) &&
                      ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds - hour) &&
                      ASN1_TIME_set(X509_getm_notAfter(certificate.get()), seconds + days * daySeconds) &&
                      X509_set_pubkey(certificate.get(), key) == 1 &&
                      X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8,
                                                 reinterpret_cast<const unsigned char*>(name.constData()),
                                                 static_cast<int>(name.size()), -1, 0) == 1;
    if (!good)
        certificate.reset();
    return certificate;
}

QByteArray alternativeNames(const QStringList& hosts)
{
    QList<QByteArray> names;
    for (const QString& host : hosts) {
        QHostAddress address;
        names << (address.setAddress(host) ? "IP:" : "DNS:") + host.toLatin1();
    }
    return names.join(',');
}

} // namespace

Result<KeyAndCertificate> makeLocalCa(const QString& organisation, Instant now)
{
    constexpr qint64 tenYears = 3'650;
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return libraryError();
    const Certificate certificate = begun(key.get(), QStringLiteral("Diakinisi CA, ") + organisation, now, tenYears);
    if (!certificate || X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) != 1 ||
        !addExtension(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash") ||
        X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return libraryError();
    return written(key.get(), certificate.get());
}

Result<KeyAndCertificate> makeServerCertificate(const KeyAndCertificate& ca, const QStringList& hosts, Instant now)
{
    constexpr qint64 days = 800;
    const Key caKey(PEM_read_bio_PrivateKey(reading(ca.key).get(), nullptr, nullptr, nullptr));
    const Certificate issuer(PEM_read_bio_X509(reading(ca.certificate).get(), nullptr, nullptr, nullptr));
    const Key key(EVP_EC_gen("P-256"));
    if (!caKey || !issuer || !key || hosts.isEmpty())
        return libraryError();
    const Certificate certificate = begun(key.get(), hosts.front(), now, days);
    if (!certificate || X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get())) != 1 ||
        !addExtension(certificate.get(), issuer.get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(certificate.get(), issuer.get(), NID_key_usage, "critical,digitalSignature") ||
        !addExtension(certificate.get(), issuer.get(), NID_ext_key_usage, "serverAuth") ||
        !addExtension(certificate.get(), issuer.get(), NID_subject_alt_name, alternativeNames(hosts)) ||
        !addExtension(certificate.get(), issuer.get(), NID_subject_key_identifier, "hash") ||
        !addExtension(certificate.get(), issuer.get(), NID_authority_key_identifier, "keyid") ||
        X509_sign(certificate.get(), caKey.get(), EVP_sha256()) == 0)
        return libraryError();
    auto result = written(key.get(), certificate.get());
    if (result)
        result->certificate += ca.certificate; // the chain as TLS sends it
    return result;
}

QString fingerprintOf(const QByteArray& pem)
{
    const Certificate certificate(PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr));
    unsigned char* der = nullptr;
    const int length = certificate ? i2d_X509(certificate.get(), &der) : -1;
    if (length <= 0)
        return {};
    const QByteArray digest = Sha256::of(QByteArrayView(der, length)).raw();
    OPENSSL_free(der);
    return QString::fromLatin1(digest.toHex(':').toUpper());
}

} // namespace diakinisi::server
