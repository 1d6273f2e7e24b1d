#include "signing/key.h"
#include "signing/openssl_handles.h"

#include <QDateTime>
#include <QTimeZone>

namespace diakinisi::signing {

X509Handle toX509(const QByteArray& der)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.constData());
    X509Handle certificate(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
    ERR_clear_error();
    return certificate;
}

QByteArray toDer(X509* certificate)
{
    const int length = i2d_X509(certificate, nullptr);
    QByteArray der(length > 0 ? length : 0, '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    if (length > 0)
        i2d_X509(certificate, &out);
    return der;
}

QString opensslError()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    char text[256] = "";
    if (code != 0)
        ERR_error_string_n(code, text, sizeof(text));
    return QString::fromLatin1(text);
}

namespace {

QString utf8(const ASN1_STRING* string)
{
    unsigned char* bytes = nullptr;
    const int length = ASN1_STRING_to_UTF8(&bytes, string);
    if (length < 0)
        return {};
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(bytes), length);
    OPENSSL_free(bytes);
    return text;
}

QString part(const X509_NAME* name, int nid)
{
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    return at < 0 ? QString() : utf8(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
}

/// RFC 2253 order and escapes, without SERIALNUMBER: in Greek certificates it is the holder's tax number.
QString nameText(const X509_NAME* name)
{
    QStringList parts;
    for (int i = X509_NAME_entry_count(name) - 1; i >= 0; --i) {
        const X509_NAME_ENTRY* entry = X509_NAME_get_entry(name, i);
        const int nid = OBJ_obj2nid(X509_NAME_ENTRY_get_object(entry));
        if (nid == NID_serialNumber)
            continue;
        QString value = utf8(X509_NAME_ENTRY_get_data(entry));
        for (const char16_t special : {u'\\', u',', u'+', u'"', u'<', u'>', u';'})
            value.replace(QChar(special), QStringLiteral("\\") + QChar(special));
        const char* key = nid == NID_undef ? "OID" : OBJ_nid2sn(nid);
        parts += QString::fromLatin1(key) + u'=' + value;
    }
    return parts.join(u',');
}

Instant instant(const ASN1_TIME* time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    const QDateTime utc(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                        QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
    return {utc.toMSecsSinceEpoch()};
}

QString keyText(X509* certificate)
{
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    if (!key)
        return {};
    const int bits = EVP_PKEY_get_bits(key);
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return QStringLiteral("RSA-%1").arg(bits);
    case EVP_PKEY_RSA_PSS:
        return QStringLiteral("RSA-PSS-%1").arg(bits);
    case EVP_PKEY_EC:
        return QStringLiteral("ECDSA-P-%1").arg(bits);
    default:
        return QString::fromLatin1(OBJ_nid2sn(EVP_PKEY_get_base_id(key)));
    }
}

QString serialText(const ASN1_INTEGER* serial)
{
    BIGNUM* number = ASN1_INTEGER_to_BN(serial, nullptr);
    char* hex = number ? BN_bn2hex(number) : nullptr;
    const QString text = QString::fromLatin1(hex ? hex : "").toLower();
    OPENSSL_free(hex);
    BN_free(number);
    return text;
}

} // namespace

Result<CertificateFacts> readCertificate(const QByteArray& der)
{
    const X509Handle certificate = toX509(der);
    if (!certificate)
        return fail(ErrorCode::MalformedInput, {}, QStringLiteral("no X.509 certificate"));
    CertificateFacts facts;
    const X509_NAME* subject = X509_get_subject_name(certificate.get());
    facts.commonName = part(subject, NID_commonName);
    facts.organisation = part(subject, NID_organizationName);
    facts.subject = nameText(subject);
    facts.issuer = nameText(X509_get_issuer_name(certificate.get()));
    facts.serial = serialText(X509_get0_serialNumber(certificate.get()));
    facts.fingerprint = Sha256::of(toDer(certificate.get()));
    facts.notBefore = instant(X509_get0_notBefore(certificate.get()));
    facts.notAfter = instant(X509_get0_notAfter(certificate.get()));
    facts.key = keyText(certificate.get());
    const std::uint32_t usage = X509_get_key_usage(certificate.get());
    facts.maySign = (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0 && X509_check_ca(certificate.get()) != 1;
    facts.nonRepudiation =
        (X509_get_extension_flags(certificate.get()) & EXFLAG_KUSAGE) != 0 && (usage & KU_NON_REPUDIATION) != 0;
    ERR_clear_error();
    return facts;
}

} // namespace diakinisi::signing
