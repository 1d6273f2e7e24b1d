#include "signing/cms/cms_check.h"

#include "signing/cms/cms_attributes.h"
#include "signing/openssl_handles.h"
#include "signing/openssl_time.h"

#include <openssl/ess.h>
#include <openssl/rsa.h>

namespace diakinisi::signing {

namespace {

QByteArray bytesOf(const ASN1_OCTET_STRING* string)
{
    return string ? QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string))
                  : QByteArray();
}

QString digestWord(const QString& opensslName)
{
    return opensslName.startsWith(u"SHA") && !opensslName.contains(u'-') && opensslName.size() >= 4
               ? QStringLiteral("SHA-") + opensslName.sliced(3)
               : opensslName;
}

QByteArray hashOf(const QByteArray& bytes, const EVP_MD* algorithm)
{
    QByteArray hash(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    if (!algorithm || EVP_Digest(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                                 reinterpret_cast<unsigned char*>(hash.data()), &length, algorithm, nullptr) != 1)
        return {};
    hash.truncate(static_cast<qsizetype>(length));
    return hash;
}

QString algorithmWord(const X509_ALGOR* algorithm)
{
    int key = NID_undef;
    const int nid = OBJ_obj2nid(algorithm->algorithm);
    if (nid == NID_rsassaPss)
        return QStringLiteral("RSA-PSS");
    OBJ_find_sigid_algs(nid, nullptr, &key);
    if (nid == NID_rsaEncryption || key == NID_rsaEncryption)
        return QStringLiteral("RSA PKCS#1 v1.5");
    if (nid == NID_X9_62_id_ecPublicKey || key == NID_X9_62_id_ecPublicKey)
        return QStringLiteral("ECDSA");
    return QString::fromLatin1(OBJ_nid2sn(nid));
}

class Checker
{
public:
    Checker(CMS_ContentInfo* cms, CMS_SignerInfo* signer, const std::function<QByteArray(const QString&)>& range,
            CmsContent content, const QList<QByteArray>& others)
        : m_cms(cms),
          m_range(range),
          m_contentKind(content),
          m_others(others),
          m_signer(signer)
    {
    }

    CmsFinding check()
    {
        const ASN1_OBJECT* kind = CMS_get0_eContentType(m_cms);
        m_found.isTimestamp = kind && OBJ_obj2nid(kind) == NID_id_smime_ct_TSTInfo;
        m_found.readable = true;
        X509_ALGOR* algorithm = nullptr;
        X509_ALGOR* signature = nullptr;
        CMS_SignerInfo_get0_algs(m_signer, nullptr, nullptr, &algorithm, &signature);
        m_found.algorithm = algorithmWord(signature);
        m_found.value = bytesOf(CMS_SignerInfo_get0_signature(m_signer));
        m_found.hasCertificate = findCertificate();
        readCarried(m_cms, m_signer, m_found);
        m_digest = EVP_get_digestbyobj(algorithm->algorithm);
        if (!m_digest)
            return problem("unknown digest algorithm");
        const QString name = QString::fromLatin1(OBJ_nid2sn(EVP_MD_get_type(m_digest)));
        m_found.digest = m_contentKind == CmsContent::Sha1 ? QStringLiteral("SHA-1") : digestWord(name);
        readAttributes();
        m_found.digestHolds = m_found.isTimestamp                 ? timestampDigestHolds()
                              : m_contentKind == CmsContent::Sha1 ? carriedDigestHolds()
                                                                  : digestHolds(m_range(name));
        m_found.valueHolds = m_found.hasCertificate && valueHolds(contentDigest(name));
        ERR_clear_error();
        return m_found;
    }

private:
    CmsFinding problem(const char* why)
    {
        m_found.problem = QString::fromLatin1(why);
        ERR_clear_error();
        return m_found;
    }

    bool findCertificate()
    {
        const StackHandle all(CMS_get1_certs(m_cms));
        X509* own = nullptr;
        for (int i = 0; all && i < sk_X509_num(all.get()) && i < 64; ++i) {
            X509* certificate = sk_X509_value(all.get(), i);
            m_found.certificates += toDer(certificate);
            if (!own && CMS_SignerInfo_cert_cmp(m_signer, certificate) == 0)
                own = certificate;
        }
        X509Handle elsewhere;
        for (const QByteArray& der : m_others) {
            if (own)
                break;
            elsewhere = toX509(der);
            if (elsewhere && CMS_SignerInfo_cert_cmp(m_signer, elsewhere.get()) == 0)
                own = elsewhere.get();
        }
        if (!own)
            return false;
        m_found.certificate = toDer(own);
        CMS_SignerInfo_set1_signer_cert(m_signer, own);
        return true;
    }

    bool hasAttributes() const { return CMS_signed_get_attr_count(m_signer) > 0; }

    void readAttributes()
    {
        const int at = CMS_signed_get_attr_by_NID(m_signer, NID_pkcs9_signingTime, -1);
        if (at >= 0) {
            m_found.hasSigningTime = true;
            const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(m_signer, at), 0);
            if (value && (value->type == V_ASN1_UTCTIME || value->type == V_ASN1_GENERALIZEDTIME))
                m_found.time = instantOf(value->value.asn1_string);
        }
        readNamedCertificate();
    }

    const ASN1_STRING* sequence(int nid) const
    {
        return static_cast<ASN1_STRING*>(CMS_signed_get0_data_by_OBJ(m_signer, OBJ_nid2obj(nid), -3, V_ASN1_SEQUENCE));
    }

    /// The first certificate that signing-certificate (v1 or v2) names must be the signer's (RFC 5035, 5).
    void readNamedCertificate()
    {
        const X509Handle own = toX509(m_found.certificate);
        const bool there = CMS_signed_get_attr_by_NID(m_signer, NID_id_smime_aa_signingCertificate, -1) >= 0 ||
                           CMS_signed_get_attr_by_NID(m_signer, NID_id_smime_aa_signingCertificateV2, -1) >= 0;
        if (!own || !there)
            return;
        const StackHandle chain(sk_X509_new_null());
        X509_up_ref(own.get());
        sk_X509_push(chain.get(), own.get());
        ESS_SIGNING_CERT* v1 = nullptr;
        ESS_SIGNING_CERT_V2* v2 = nullptr;
        if (const ASN1_STRING* value = sequence(NID_id_smime_aa_signingCertificate)) {
            const unsigned char* in = ASN1_STRING_get0_data(value);
            v1 = d2i_ESS_SIGNING_CERT(nullptr, &in, ASN1_STRING_length(value));
        }
        if (const ASN1_STRING* value = sequence(NID_id_smime_aa_signingCertificateV2)) {
            const unsigned char* in = ASN1_STRING_get0_data(value);
            v2 = d2i_ESS_SIGNING_CERT_V2(nullptr, &in, ASN1_STRING_length(value));
        }
        const bool fits = (v1 || v2) && OSSL_ESS_check_signing_certs(v1, v2, chain.get(), 0) > 0;
        ESS_SIGNING_CERT_free(v1);
        ESS_SIGNING_CERT_V2_free(v2);
        (fits ? m_found.namesCertificate : m_found.namesOther) = true;
    }

    QByteArray messageDigest() const
    {
        const auto* value = static_cast<ASN1_OCTET_STRING*>(
            CMS_signed_get0_data_by_OBJ(m_signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
        return bytesOf(value);
    }

    bool contentTypeFits() const
    {
        const auto* value = static_cast<ASN1_OBJECT*>(
            CMS_signed_get0_data_by_OBJ(m_signer, OBJ_nid2obj(NID_pkcs9_contentType), -3, V_ASN1_OBJECT));
        return value && OBJ_cmp(value, CMS_get0_eContentType(m_cms)) == 0;
    }

    bool digestHolds(const QByteArray& range) const
    {
        ASN1_OCTET_STRING** content = CMS_get0_content(m_cms);
        const bool detached = !content || !*content;
        if (range.isEmpty() || !detached)
            return false;
        return !hasAttributes() || (messageDigest() == range && contentTypeFits());
    }

    QByteArray carried() const
    {
        ASN1_OCTET_STRING** content = CMS_get0_content(m_cms);
        return bytesOf(content ? *content : nullptr);
    }

    /// The content is the SHA-1 of the range, and the signature covers it.
    bool carriedDigestHolds() const
    {
        const QByteArray range = m_range(QStringLiteral("SHA1"));
        return !range.isEmpty() && carried() == range &&
               (!hasAttributes() || (messageDigest() == hashOf(range, m_digest) && contentTypeFits()));
    }

    /// What the value is made over where there are no signed attributes.
    QByteArray contentDigest(const QString& name) const
    {
        return m_contentKind == CmsContent::Sha1 || m_found.isTimestamp ? hashOf(carried(), m_digest) : m_range(name);
    }

    /// The token's imprint is the digest of the range, and its signature covers the token.
    bool timestampDigestHolds()
    {
        const QByteArray info = carried();
        const auto* in = reinterpret_cast<const unsigned char*>(info.constData());
        const TimestampHandle token(d2i_TS_TST_INFO(nullptr, &in, static_cast<long>(info.size())));
        if (!token)
            return false;
        m_found.time = instantOf(TS_TST_INFO_get_time(token.get()));
        TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(token.get());
        const EVP_MD* algorithm = EVP_get_digestbyobj(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
        if (!algorithm)
            return false;
        const QByteArray range = m_range(QString::fromLatin1(OBJ_nid2sn(EVP_MD_get_type(algorithm))));
        return !range.isEmpty() && bytesOf(TS_MSG_IMPRINT_get_msg(imprint)) == range && contentTypeFits() &&
               messageDigest() == hashOf(info, m_digest);
    }

    bool valueHolds(const QByteArray& range) const
    {
        if (hasAttributes())
            return CMS_SignerInfo_verify(m_signer) == 1;
        const X509Handle certificate = toX509(m_found.certificate);
        const KeyContext context(EVP_PKEY_CTX_new(X509_get0_pubkey(certificate.get()), nullptr));
        const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(m_signer);
        return context && !range.isEmpty() && EVP_PKEY_verify_init(context.get()) == 1 &&
               EVP_PKEY_CTX_set_signature_md(context.get(), m_digest) == 1 &&
               (m_found.algorithm != u"RSA-PSS" ||
                EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PSS_PADDING) == 1) &&
               EVP_PKEY_verify(context.get(), ASN1_STRING_get0_data(value),
                               static_cast<std::size_t>(ASN1_STRING_length(value)),
                               reinterpret_cast<const unsigned char*>(range.constData()),
                               static_cast<std::size_t>(range.size())) == 1;
    }

    CMS_ContentInfo* m_cms;
    const std::function<QByteArray(const QString&)>& m_range;
    CmsContent m_contentKind;
    const QList<QByteArray>& m_others;
    CMS_SignerInfo* m_signer;
    const EVP_MD* m_digest = nullptr;
    CmsFinding m_found;
};

/// There is to be one signer (ISO 32000-1, 12.8.3.3.1). Some makers let one sign several times with several digests:
/// then all of it must hold, and all be his.
CmsFinding checkSigners(CMS_ContentInfo* cms, const std::function<QByteArray(const QString&)>& digestOfRange,
                        CmsContent content, const QList<QByteArray>& others)
{
    constexpr int mostSigners = 4;
    CmsFinding several;
    several.problem = QStringLiteral("not exactly one signer");
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    const int count = sk_CMS_SignerInfo_num(signers);
    if (count < 1 || count > mostSigners)
        return several;
    const auto check = [&](int i) {
        return Checker(cms, sk_CMS_SignerInfo_value(signers, i), digestOfRange, content, others).check();
    };
    CmsFinding found = check(0);
    for (int i = 1; i < count; ++i) {
        const CmsFinding other = check(i);
        if (!other.readable || other.certificate != found.certificate || found.isTimestamp)
            return several;
        found.digestHolds = found.digestHolds && other.digestHolds;
        found.valueHolds = found.valueHolds && other.valueHolds;
    }
    return found;
}

} // namespace

CmsFinding checkCms(const QByteArray& der, const std::function<QByteArray(const QString&)>& digestOfRange,
                    CmsContent content, const QList<QByteArray>& others)
{
    const auto* in = reinterpret_cast<const unsigned char*>(der.constData());
    const CmsHandle cms(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(der.size())));
    ERR_clear_error();
    CmsFinding nothing;
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) {
        nothing.problem = QStringLiteral("no CMS SignedData");
        return nothing;
    }
    const auto* begin = reinterpret_cast<const unsigned char*>(der.constData());
    const QByteArray rest = der.sliced(in - begin);
    if (rest.count('\0') != rest.size()) {
        nothing.problem = QStringLiteral("other bytes after the signature value");
        return nothing;
    }
    return checkSigners(cms.get(), digestOfRange, content, others);
}

} // namespace diakinisi::signing
