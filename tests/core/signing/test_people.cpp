#include "test_people.h"

#include "signing/openssl_handles.h"

#include <openssl/ec.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

namespace diakinisi::samples {

using signing::KeyHandle;
using signing::X509Handle;

namespace {

KeyHandle makeKey(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Rsa2048:
        return KeyHandle(EVP_RSA_gen(2048));
    case KeyKind::Rsa3072:
        return KeyHandle(EVP_RSA_gen(3072));
    case KeyKind::Rsa4096:
        return KeyHandle(EVP_RSA_gen(4096));
    case KeyKind::P256:
        break;
    case KeyKind::P384:
        return KeyHandle(EVP_EC_gen("P-384"));
    }
    return KeyHandle(EVP_EC_gen("P-256"));
}

void addName(X509_NAME* name, const char* key, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    X509_NAME_add_entry_by_txt(name, key, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(utf8.constData()),
                               static_cast<int>(utf8.size()), -1, 0);
}

void addExtension(X509* certificate, int nid, const char* value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

struct Asked {
    QString name;
    QString personalNumber;
    bool authority = false;
    QByteArray keyUsage;
    qint64 from = -7200;
    qint64 to = 3650 * 24 * 3600LL;
};

X509Handle makeCertificate(EVP_PKEY* key, const Asked& asked, X509* issuer, EVP_PKEY* issuerKey)
{
    static int serial = 1000;
    X509Handle certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), asked.from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), asked.to);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    addName(name, "C", QStringLiteral("GR"));
    addName(name, "CN", asked.name);
    if (!asked.personalNumber.isEmpty())
        addName(name, "serialNumber", asked.personalNumber);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer ? issuer : certificate.get()));
    X509_set_pubkey(certificate.get(), key);
    addExtension(certificate.get(), NID_basic_constraints, asked.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    addExtension(certificate.get(), NID_key_usage, asked.keyUsage.constData());
    X509_sign(certificate.get(), issuerKey, EVP_sha256());
    return certificate;
}

} // namespace

struct Authority::State {
    KeyHandle rootKey = makeKey(KeyKind::P256);
    X509Handle root =
        makeCertificate(rootKey.get(), {QStringLiteral("Δοκιμαστική Αρχή"), {}, true, "critical,keyCertSign,cRLSign"},
                        nullptr, rootKey.get());
    KeyHandle issuingKey = makeKey(KeyKind::Rsa2048);
    X509Handle issuing = makeCertificate(
        issuingKey.get(), {QStringLiteral("Δοκιμαστική Εκδίδουσα"), {}, true, "critical,keyCertSign,cRLSign"},
        root.get(), rootKey.get());
};

Authority::Authority() : m_state(std::make_unique<State>()) {}
Authority::~Authority() = default;

QByteArray Authority::root() const
{
    return signing::toDer(m_state->root.get());
}

QByteArray Authority::issuing() const
{
    return signing::toDer(m_state->issuing.get());
}

Person Authority::make(const PersonOptions& options) const
{
    const KeyHandle key = makeKey(options.kind);
    const X509Handle certificate = makeCertificate(
        key.get(), {options.name, options.personalNumber, false, options.keyUsage, options.validFrom, options.validTo},
        m_state->issuing.get(), m_state->issuingKey.get());
    STACK_OF(X509)* chain = sk_X509_new_null();
    sk_X509_push(chain, m_state->issuing.get());
    PKCS12* file = PKCS12_create("1234", "key", key.get(), certificate.get(), chain, 0, 0, 1000, 1000, 0);
    unsigned char* bytes = nullptr;
    const int length = i2d_PKCS12(file, &bytes);
    Person person{QByteArray(reinterpret_cast<const char*>(bytes), length), signing::toDer(certificate.get())};
    OPENSSL_free(bytes);
    PKCS12_free(file);
    sk_X509_free(chain);
    return person;
}

} // namespace diakinisi::samples
