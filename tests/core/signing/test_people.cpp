#include "test_people.h"

#include "signing/openssl_handles.h"

#include <QFile>

#include <algorithm>
#include <vector>

#include <openssl/ec.h>
#include <openssl/pem.h>
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
    std::vector<std::pair<int, QByteArray>> more{}; ///< further extensions
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
    for (const auto& [nid, value] : asked.more)
        addExtension(certificate.get(), nid, value.constData());
    X509_sign(certificate.get(), issuerKey, EVP_sha256());
    return certificate;
}

QByteArray pem(X509* certificate)
{
    return "-----BEGIN CERTIFICATE-----\n" + signing::toDer(certificate).toBase64() + "\n-----END CERTIFICATE-----\n";
}

QByteArray pem(EVP_PKEY* key)
{
    const signing::BioHandle bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char* bytes = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &bytes);
    return QByteArray(bytes, length);
}

void write(const QString& folder, const char* name, const QByteArray& bytes)
{
    QFile file(folder + u'/' + QString::fromLatin1(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

/// A list of what `issuer` has revoked.
QByteArray crl(X509* issuer, EVP_PKEY* key, const std::vector<QByteArray>& revoked)
{
    X509_CRL* list = X509_CRL_new();
    X509_CRL_set_version(list, X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(list, X509_get_subject_name(issuer));
    ASN1_TIME* time = ASN1_TIME_new();
    X509_CRL_set1_lastUpdate(list, X509_gmtime_adj(time, -60));
    X509_CRL_set1_nextUpdate(list, X509_gmtime_adj(time, 3600));
    for (const QByteArray& der : revoked) {
        const X509Handle certificate = signing::toX509(der);
        X509_REVOKED* entry = X509_REVOKED_new();
        X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(certificate.get()));
        X509_REVOKED_set_revocationDate(entry, X509_gmtime_adj(time, -3600));
        X509_CRL_add0_revoked(list, entry);
    }
    X509_CRL_sort(list);
    X509_CRL_sign(list, key, EVP_sha256());
    unsigned char* bytes = nullptr;
    const int length = i2d_X509_CRL(list, &bytes);
    QByteArray der(reinterpret_cast<const char*>(bytes), length);
    OPENSSL_free(bytes);
    ASN1_TIME_free(time);
    X509_CRL_free(list);
    return der;
}

/// A line of the data base that `openssl ocsp` reads.
QByteArray indexLine(X509* certificate, bool revoked)
{
    BIGNUM* number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr);
    char* hex = BN_bn2hex(number);
    const QByteArray line =
        (revoked ? QByteArray("R\t450101000000Z\t260101000000Z\t") : QByteArray("V\t450101000000Z\t\t")) + hex +
        "\tunknown\t/CN=" + hex + "\n";
    OPENSSL_free(hex);
    BN_free(number);
    return line;
}

QByteArray timestampSection(const QByteArray& name, const QByteArray& files, const QByteArray& policy)
{
    return '[' + name + "]\nserial = tsa.serial\nsigner_cert = " + files + ".pem\nsigner_key = " + files +
           ".key\ncerts = chain.pem\nsigner_digest = sha256\ndefault_policy = " + policy +
           "\ndigests = sha256, sha384, sha512\naccuracy = secs:1\ness_cert_id_chain = no\ness_cert_id_alg = sha256\n";
}

} // namespace

struct Authority::State {
    explicit State(const QString& where) : address(where.toLatin1()) {}

    QByteArray address;
    KeyHandle rootKey = makeKey(KeyKind::P256);
    X509Handle root =
        makeCertificate(rootKey.get(), {QStringLiteral("Δοκιμαστική Αρχή"), {}, true, "critical,keyCertSign,cRLSign"},
                        nullptr, rootKey.get());
    KeyHandle issuingKey = makeKey(KeyKind::Rsa2048);
    X509Handle issuing;
    KeyHandle stampKey = makeKey(KeyKind::Rsa2048);
    X509Handle stamp;
    X509Handle expiredStamp;
    X509Handle unfitStamp;
    KeyHandle responderKey = makeKey(KeyKind::P256);
    X509Handle responder;
    mutable std::vector<QByteArray> issued;
    std::vector<QByteArray> revoked;

    /// Where to ask about what the issuing authority issued.
    std::vector<std::pair<int, QByteArray>> addresses(bool atResponder, bool onList) const
    {
        if (address.isEmpty())
            return {};
        const QByteArray responderPart = atResponder ? "OCSP;URI:" + address + "/ocsp," : QByteArray();
        std::vector<std::pair<int, QByteArray>> all{
            {NID_info_access, responderPart + "caIssuers;URI:" + address + "/file/issuing.cer"}};
        if (onList)
            all.emplace_back(NID_crl_distribution_points, "URI:" + address + "/file/issuing.crl");
        return all;
    }

    X509Handle issue(EVP_PKEY* key, Asked asked, bool atResponder = true, bool onList = true) const
    {
        for (const auto& each : addresses(atResponder, onList))
            asked.more.push_back(each);
        X509Handle certificate = makeCertificate(key, asked, issuing.get(), issuingKey.get());
        issued.push_back(signing::toDer(certificate.get()));
        return certificate;
    }

    void makeServices()
    {
        Asked asked{QStringLiteral("Δοκιμαστική Εκδίδουσα"), {}, true, "critical,keyCertSign,cRLSign"};
        if (!address.isEmpty())
            asked.more = {{NID_crl_distribution_points, "URI:" + address + "/file/root.crl"},
                          {NID_info_access, "caIssuers;URI:" + address + "/file/root.cer"}};
        issuing = makeCertificate(issuingKey.get(), asked, root.get(), rootKey.get());
        if (address.isEmpty())
            return;
        Asked time{QStringLiteral("Χρονοσήμανση"), {}, false, "critical,digitalSignature,nonRepudiation"};
        time.more = {{NID_ext_key_usage, "critical,timeStamping"}};
        stamp = issue(stampKey.get(), time);
        Asked old = time;
        old.to = -3600;
        expiredStamp = issue(stampKey.get(), old);
        time.more = {{NID_ext_key_usage, "critical,timeStamping,emailProtection"}};
        unfitStamp = issue(stampKey.get(), time);
        Asked answers{QStringLiteral("Απαντήσεις"), {}, false, "critical,digitalSignature"};
        answers.more = {{NID_ext_key_usage, "OCSPSigning"}, {NID_id_pkix_OCSP_noCheck, "ignored"}};
        responder = issue(responderKey.get(), answers);
    }
};

Authority::Authority(const QString& address) : m_state(std::make_unique<State>(address))
{
    m_state->makeServices();
}

Authority::~Authority() = default;

QByteArray Authority::root() const
{
    return signing::toDer(m_state->root.get());
}

QByteArray Authority::issuing() const
{
    return signing::toDer(m_state->issuing.get());
}

Person Authority::make(const PersonOptions& options, bool chain) const
{
    const KeyHandle key = makeKey(options.kind);
    const X509Handle certificate = m_state->issue(
        key.get(), {options.name, options.personalNumber, false, options.keyUsage, options.validFrom, options.validTo},
        options.namesResponder, options.namesList);
    STACK_OF(X509)* others = sk_X509_new_null();
    if (chain)
        sk_X509_push(others, m_state->issuing.get());
    PKCS12* file = PKCS12_create("1234", "key", key.get(), certificate.get(), others, 0, 0, 1000, 1000, 0);
    unsigned char* bytes = nullptr;
    const int length = i2d_PKCS12(file, &bytes);
    Person person{QByteArray(reinterpret_cast<const char*>(bytes), length), signing::toDer(certificate.get())};
    OPENSSL_free(bytes);
    PKCS12_free(file);
    sk_X509_free(others);
    return person;
}

void Authority::revoke(const Person& person)
{
    m_state->revoked.push_back(person.certificate);
}

void Authority::revokeTimestampUnit()
{
    m_state->revoked.push_back(signing::toDer(m_state->stamp.get()));
}

void Authority::publish(const QString& folder) const
{
    const State& all = *m_state;
    write(folder, "root.cer", signing::toDer(all.root.get()));
    write(folder, "issuing.cer", signing::toDer(all.issuing.get()));
    write(folder, "issuing.pem", pem(all.issuing.get()));
    write(folder, "chain.pem", pem(all.issuing.get()) + pem(all.root.get()));
    write(folder, "root.crl", crl(all.root.get(), all.rootKey.get(), {}));
    write(folder, "issuing.crl", crl(all.issuing.get(), all.issuingKey.get(), all.revoked));
    write(folder, "ocsp.pem", pem(all.responder.get()));
    write(folder, "ocsp.key", pem(all.responderKey.get()));
    for (const auto& [name, certificate] :
         {std::pair{"tsa", &all.stamp}, {"expired", &all.expiredStamp}, {"unfit", &all.unfitStamp}}) {
        write(folder, (QByteArray(name) + ".pem").constData(), pem(certificate->get()));
        write(folder, (QByteArray(name) + ".key").constData(), pem(all.stampKey.get()));
    }
    write(folder, "tsa.serial", "01\n");
    write(folder, "tsa.cnf",
          timestampSection("tsa", "tsa", "1.2.3.4.1") + timestampSection("other_policy", "tsa", "1.2.3.4.9"));
    QByteArray index;
    for (const QByteArray& der : all.issued)
        index += indexLine(signing::toX509(der).get(),
                           std::find(all.revoked.begin(), all.revoked.end(), der) != all.revoked.end());
    write(folder, "index.txt", index);
}

} // namespace diakinisi::samples
