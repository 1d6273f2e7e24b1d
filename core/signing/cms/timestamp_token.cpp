#include "signing/cms/timestamp_token.h"

#include "signing/openssl_handles.h"
#include "signing/openssl_time.h"

#include <openssl/ess.h>

namespace diakinisi::signing {

namespace {

constexpr int mostCertificates = 64;

tl::unexpected<Error> noToken(const char* why)
{
    ERR_clear_error();
    return fail(ErrorCode::MalformedInput, QStringLiteral("timestamp"), QString::fromLatin1(why));
}

QByteArray bytesOf(const ASN1_STRING* string)
{
    return string ? QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string))
                  : QByteArray();
}

QByteArray digestOf(const EVP_MD* algorithm, const QByteArray& bytes)
{
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    if (!algorithm || EVP_Digest(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                                 reinterpret_cast<unsigned char*>(digest.data()), &length, algorithm, nullptr) != 1)
        return {};
    digest.truncate(static_cast<qsizetype>(length));
    return digest;
}

std::int64_t accuracyOf(TS_TST_INFO* info)
{
    const TS_ACCURACY* accuracy = TS_TST_INFO_get_accuracy(info);
    if (!accuracy)
        return 0;
    const auto part = [](const ASN1_INTEGER* number) {
        std::int64_t value = 0;
        return number && ASN1_INTEGER_get_int64(&value, number) == 1 && value >= 0 && value < 1'000'000 ? value : 0;
    };
    return part(TS_ACCURACY_get_seconds(accuracy)) * 1000 + part(TS_ACCURACY_get_millis(accuracy));
}

/// RFC 3161, 2.3: the extension must be critical and say timeStamping only.
bool mayStamp(X509* certificate)
{
    int critical = -1;
    auto* usage =
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, &critical, nullptr));
    const bool only =
        usage && sk_ASN1_OBJECT_num(usage) == 1 && OBJ_obj2nid(sk_ASN1_OBJECT_value(usage, 0)) == NID_time_stamp;
    sk_ASN1_OBJECT_pop_free(usage, ASN1_OBJECT_free);
    return only && critical == 1;
}

class Reader
{
public:
    Reader(CMS_ContentInfo* cms, TimestampToken& token) : m_cms(cms), m_token(token) {}

    Done read()
    {
        STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(m_cms);
        if (sk_CMS_SignerInfo_num(signers) != 1)
            return noToken("not exactly one signer");
        m_signer = sk_CMS_SignerInfo_value(signers, 0);
        ASN1_OCTET_STRING** content = CMS_get0_content(m_cms);
        m_content = bytesOf(content ? *content : nullptr);
        if (const Done info = readInfo(); !info)
            return info;
        X509_ALGOR* algorithm = nullptr;
        CMS_SignerInfo_get0_algs(m_signer, nullptr, nullptr, &algorithm, nullptr);
        m_digest = EVP_get_digestbyobj(algorithm->algorithm);
        if (m_digest)
            m_token.digest = QStringLiteral("SHA-") + QString::number(EVP_MD_get_size(m_digest) * 8);
        if (m_digest && EVP_MD_get_type(m_digest) == NID_sha1)
            m_token.digest = QStringLiteral("SHA-1");
        readCertificates();
        ERR_clear_error();
        return {};
    }

private:
    Done readInfo()
    {
        const auto* in = reinterpret_cast<const unsigned char*>(m_content.constData());
        const TimestampHandle info(d2i_TS_TST_INFO(nullptr, &in, static_cast<long>(m_content.size())));
        if (!info || in != reinterpret_cast<const unsigned char*>(m_content.constData()) + m_content.size())
            return noToken("no TSTInfo");
        const std::optional<Instant> time = instantOf(TS_TST_INFO_get_time(info.get()));
        TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
        const EVP_MD* algorithm = EVP_get_digestbyobj(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
        m_token.imprint = bytesOf(TS_MSG_IMPRINT_get_msg(imprint));
        if (!time || !algorithm || m_token.imprint.size() != EVP_MD_get_size(algorithm))
            return noToken("no time, or an unknown or unfit imprint");
        m_token.time = *time;
        m_token.accuracy = accuracyOf(info.get());
        m_token.imprintDigest = QString::fromLatin1(OBJ_nid2sn(EVP_MD_get_type(algorithm)));
        m_token.serial = bytesOf(TS_TST_INFO_get_serial(info.get()));
        m_token.nonce = bytesOf(TS_TST_INFO_get_nonce(info.get()));
        char policy[128] = "";
        OBJ_obj2txt(policy, sizeof(policy), TS_TST_INFO_get_policy_id(info.get()), 1);
        m_token.policy = QString::fromLatin1(policy);
        return {};
    }

    void readCertificates()
    {
        const StackHandle all(CMS_get1_certs(m_cms));
        for (int i = 0; all && i < sk_X509_num(all.get()) && i < mostCertificates; ++i) {
            X509* certificate = sk_X509_value(all.get(), i);
            m_token.certificates += toDer(certificate);
            if (m_token.certificate.isEmpty() && CMS_SignerInfo_cert_cmp(m_signer, certificate) == 0)
                judge(certificate);
        }
    }

    void judge(X509* own)
    {
        m_token.certificate = toDer(own);
        CMS_SignerInfo_set1_signer_cert(m_signer, own);
        m_token.signatureHolds = contentHolds() && CMS_SignerInfo_verify(m_signer) == 1;
        m_token.namesCertificate = names(own);
        m_token.mayTimestamp = mayStamp(own);
        if (const Result<CertificateFacts> facts = readCertificate(m_token.certificate))
            m_token.certificateWasInForce = facts->notBefore <= m_token.time && m_token.time <= facts->notAfter;
    }

    /// The signed attributes name this content, its type and its digest.
    bool contentHolds() const
    {
        const auto* type = static_cast<ASN1_OBJECT*>(
            CMS_signed_get0_data_by_OBJ(m_signer, OBJ_nid2obj(NID_pkcs9_contentType), -3, V_ASN1_OBJECT));
        const auto* digest = static_cast<ASN1_OCTET_STRING*>(
            CMS_signed_get0_data_by_OBJ(m_signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
        return m_digest && type && digest && OBJ_obj2nid(type) == NID_id_smime_ct_TSTInfo &&
               bytesOf(digest) == digestOf(m_digest, m_content);
    }

    /// The first certificate that the attribute names is the signer's (RFC 5035, RFC 5816).
    bool names(X509* own) const
    {
        const StackHandle chain(sk_X509_new_null());
        X509_up_ref(own);
        sk_X509_push(chain.get(), own);
        ESS_SIGNING_CERT* v1 = nullptr;
        ESS_SIGNING_CERT_V2* v2 = nullptr;
        if (const auto* value = attribute(NID_id_smime_aa_signingCertificate)) {
            const unsigned char* in = ASN1_STRING_get0_data(value);
            v1 = d2i_ESS_SIGNING_CERT(nullptr, &in, ASN1_STRING_length(value));
        }
        if (const auto* value = attribute(NID_id_smime_aa_signingCertificateV2)) {
            const unsigned char* in = ASN1_STRING_get0_data(value);
            v2 = d2i_ESS_SIGNING_CERT_V2(nullptr, &in, ASN1_STRING_length(value));
        }
        const bool fits = (v1 || v2) && OSSL_ESS_check_signing_certs(v1, v2, chain.get(), 0) > 0;
        ESS_SIGNING_CERT_free(v1);
        ESS_SIGNING_CERT_V2_free(v2);
        return fits;
    }

    const ASN1_STRING* attribute(int nid) const
    {
        return static_cast<ASN1_STRING*>(CMS_signed_get0_data_by_OBJ(m_signer, OBJ_nid2obj(nid), -3, V_ASN1_SEQUENCE));
    }

    CMS_ContentInfo* m_cms;
    TimestampToken& m_token;
    CMS_SignerInfo* m_signer = nullptr;
    const EVP_MD* m_digest = nullptr;
    QByteArray m_content;
};

} // namespace

bool TimestampToken::stamps(const QByteArray& bytes) const
{
    const EVP_MD* algorithm = EVP_get_digestbyname(imprintDigest.toLatin1().constData());
    return algorithm && EVP_MD_get_size(algorithm) >= 32 && !imprint.isEmpty() && digestOf(algorithm, bytes) == imprint;
}

Result<TimestampToken> readTimestampToken(const QByteArray& der)
{
    const auto* begin = reinterpret_cast<const unsigned char*>(der.constData());
    const unsigned char* in = begin;
    const CmsHandle cms(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(der.size())));
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return noToken("no CMS SignedData");
    const QByteArray rest = der.sliced(in - begin);
    if (rest.count('\0') != rest.size())
        return noToken("other bytes after the token");
    if (OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_id_smime_ct_TSTInfo)
        return noToken("a signature over something else");
    TimestampToken token;
    if (const Done read = Reader(cms.get(), token).read(); !read)
        return fail(read.error());
    return token;
}

} // namespace diakinisi::signing
