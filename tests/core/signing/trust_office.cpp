#include "trust_office.h"

#include <openssl/ocsp.h>
#include <openssl/rsa.h>

namespace diakinisi::samples {

namespace {

using AsnTime = std::unique_ptr<ASN1_TIME, signing::Freed<ASN1_TIME_free>>;

AsnTime asn(Instant at)
{
    return AsnTime(ASN1_TIME_set(nullptr, static_cast<time_t>(at.milliseconds / 1000)));
}

template <class T>
QByteArray encoded(T* value, int (*write)(const T*, unsigned char**))
{
    unsigned char* bytes = nullptr;
    const int length = write(value, &bytes);
    const QByteArray der(reinterpret_cast<const char*>(bytes), std::max(length, 0));
    OPENSSL_free(bytes);
    return der;
}

void addExtension(X509* certificate, X509* issuer, const QString& text)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const QByteArray name = text.section(u'=', 0, 0).toUtf8();
    const QByteArray value = text.section(u'=', 1).toUtf8();
    X509_EXTENSION* extension = X509V3_EXT_conf(nullptr, &context, name.constData(), value.constData());
    if (!extension)
        qFatal("extension %s", qPrintable(text));
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

ASN1_INTEGER* nextSerial(TS_resp_ctx*, void* last)
{
    ASN1_INTEGER* serial = ASN1_INTEGER_new();
    ASN1_INTEGER_set(serial, ++*static_cast<long*>(last));
    return serial;
}

int stampedTime(TS_resp_ctx*, void* at, long* seconds, long* microseconds)
{
    *seconds = static_cast<long>(static_cast<const Instant*>(at)->milliseconds / 1000);
    *microseconds = 0;
    return 1;
}

} // namespace

Holder issue(const Wanted& wanted, const Holder* issuer)
{
    static long serial = 5000;
    Holder made{signing::KeyHandle(wanted.rsaBits > 0 ? EVP_RSA_gen(static_cast<unsigned>(wanted.rsaBits))
                                                      : EVP_EC_gen("P-256")),
                signing::X509Handle(X509_new())};
    X509* certificate = made.certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    X509_set1_notBefore(certificate, asn(wanted.from).get());
    X509_set1_notAfter(certificate, asn(wanted.to).get());
    const QByteArray name = wanted.name.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.constData()), -1, -1, 0);
    X509* above = issuer ? issuer->certificate.get() : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(above));
    X509_set_pubkey(certificate, made.key.get());
    for (const QString& extension : wanted.extensions)
        addExtension(certificate, above, extension);
    X509_sign(certificate, issuer ? issuer->key.get() : made.key.get(), wanted.digest);
    return made;
}

QStringList withAddress(QStringList extensions)
{
    return extensions << QString::fromLatin1(crlAddress);
}

QByteArray makeCrl(const Holder& issuer, Instant from, Instant to, const std::vector<Revocation>& revoked)
{
    const std::unique_ptr<X509_CRL, signing::Freed<X509_CRL_free>> crl(X509_CRL_new());
    X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2);
    X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(issuer.certificate.get()));
    X509_CRL_set1_lastUpdate(crl.get(), asn(from).get());
    X509_CRL_set1_nextUpdate(crl.get(), asn(to).get());
    for (const Revocation& one : revoked) {
        X509_REVOKED* entry = X509_REVOKED_new();
        X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(one.holder->certificate.get()));
        X509_REVOKED_set_revocationDate(entry, asn(one.at).get());
        X509_CRL_add0_revoked(crl.get(), entry);
    }
    X509_CRL_sort(crl.get());
    X509_CRL_sign(crl.get(), issuer.key.get(), EVP_sha256());
    return encoded<X509_CRL>(crl.get(), i2d_X509_CRL);
}

QByteArray makeOcsp(const Holder& about, const Holder& issuer, const Holder& responder, Instant from, Instant to,
                    std::optional<Instant> revokedAt)
{
    OCSP_BASICRESP* basic = OCSP_BASICRESP_new();
    OCSP_CERTID* id = OCSP_cert_to_id(EVP_sha1(), about.certificate.get(), issuer.certificate.get());
    const AsnTime revoked = asn(revokedAt.value_or(Instant{}));
    OCSP_basic_add1_status(basic, id, revokedAt ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD,
                           OCSP_REVOKED_STATUS_KEYCOMPROMISE, revokedAt ? revoked.get() : nullptr, asn(from).get(),
                           asn(to).get());
    OCSP_basic_sign(basic, responder.certificate.get(), responder.key.get(), EVP_sha256(), nullptr, 0);
    OCSP_RESPONSE* response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    const QByteArray der = encoded<OCSP_RESPONSE>(response, i2d_OCSP_RESPONSE);
    OCSP_RESPONSE_free(response);
    OCSP_CERTID_free(id);
    OCSP_BASICRESP_free(basic);
    return der;
}

QByteArray makeToken(const Holder& authority, const QByteArray& digest, Instant time)
{
    static long serial = 1;
    TS_REQ* request = TS_REQ_new();
    TS_REQ_set_version(request, 1);
    TS_MSG_IMPRINT* imprint = TS_MSG_IMPRINT_new();
    X509_ALGOR* algorithm = X509_ALGOR_new();
    X509_ALGOR_set_md(algorithm, EVP_sha256());
    TS_MSG_IMPRINT_set_algo(imprint, algorithm);
    TS_MSG_IMPRINT_set_msg(imprint, reinterpret_cast<unsigned char*>(const_cast<char*>(digest.constData())),
                           static_cast<int>(digest.size()));
    TS_REQ_set_msg_imprint(request, imprint);
    TS_REQ_set_cert_req(request, 1);
    TS_RESP_CTX* context = TS_RESP_CTX_new();
    TS_RESP_CTX_set_signer_cert(context, authority.certificate.get());
    TS_RESP_CTX_set_signer_key(context, authority.key.get());
    TS_RESP_CTX_set_signer_digest(context, EVP_sha256());
    TS_RESP_CTX_set_ess_cert_id_digest(context, EVP_sha256());
    TS_RESP_CTX_add_md(context, EVP_sha256());
    ASN1_OBJECT* policy = OBJ_txt2obj("1.2.3.4.1", 1);
    TS_RESP_CTX_set_def_policy(context, policy);
    TS_RESP_CTX_set_serial_cb(context, nextSerial, &serial);
    TS_RESP_CTX_set_time_cb(context, stampedTime, &time);
    BIO* asked = BIO_new(BIO_s_mem());
    i2d_TS_REQ_bio(asked, request);
    TS_RESP* response = TS_RESP_create_response(context, asked);
    const QByteArray der = encoded<PKCS7>(TS_RESP_get_token(response), i2d_PKCS7);
    TS_RESP_free(response);
    BIO_free(asked);
    ASN1_OBJECT_free(policy);
    TS_RESP_CTX_free(context);
    X509_ALGOR_free(algorithm);
    TS_MSG_IMPRINT_free(imprint);
    TS_REQ_free(request);
    return der;
}

} // namespace diakinisi::samples
