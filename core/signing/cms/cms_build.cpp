#include "signing/cms/cms_build.h"

#include "signing/cms/signing_digest.h"
#include "signing/der.h"
#include "signing/openssl_handles.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr char idData[] = "1.2.840.113549.1.7.1";

qsizetype digestLength(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha512 ? 64 : algorithm == DigestAlgorithm::Sha384 ? 48 : 32;
}

/// RSASSA-PSS-params (RFC 4055, 3.1): all but the trailer differ from the defaults, which mean SHA-1, and must be
/// there.
QByteArray pssParameters(DigestAlgorithm algorithm)
{
    const QByteArray digest = der::sequence(der::oid(der::digestOid(algorithm)) + der::null());
    const QByteArray mask = der::sequence(der::oid("1.2.840.113549.1.1.8") + digest);
    return der::sequence(der::element(0xa0, digest) + der::element(0xa1, mask) +
                         der::element(0xa2, der::small(static_cast<int>(digestLength(algorithm)))));
}

/// sha*WithRSAEncryption with NULL parameters, RSASSA-PSS (RFC 4055), ecdsa-with-SHA* without any (RFC 5758).
QByteArray signatureAlgorithm(SigningMethod method)
{
    const auto byDigest = [&](const char* sha256, const char* sha384, const char* sha512) {
        return der::oid(method.digest == DigestAlgorithm::Sha512   ? sha512
                        : method.digest == DigestAlgorithm::Sha384 ? sha384
                                                                   : sha256);
    };
    switch (method.scheme) {
    case SignatureScheme::RsaPss:
        return der::sequence(der::oid("1.2.840.113549.1.1.10") + pssParameters(method.digest));
    case SignatureScheme::Ecdsa:
        return der::sequence(byDigest("1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4"));
    case SignatureScheme::RsaPkcs1:
        break;
    }
    return der::sequence(byDigest("1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13") +
                         der::null());
}

QByteArray attribute(const char* oid, const QByteArray& value)
{
    return der::sequence(der::oid(oid) + der::setOf({value}));
}

struct IssuerAndSerial {
    QByteArray issuer; ///< Name
    QByteArray serial; ///< INTEGER
};

IssuerAndSerial readIssuer(X509* certificate)
{
    IssuerAndSerial result;
    unsigned char* bytes = nullptr;
    int length = i2d_X509_NAME(X509_get_issuer_name(certificate), &bytes);
    result.issuer = QByteArray(reinterpret_cast<const char*>(bytes), length);
    OPENSSL_free(bytes);
    bytes = nullptr;
    length = i2d_ASN1_INTEGER(X509_get0_serialNumber(certificate), &bytes);
    result.serial = QByteArray(reinterpret_cast<const char*>(bytes), length);
    OPENSSL_free(bytes);
    return result;
}

/// SigningCertificateV2 (RFC 5035): SHA-256 is its default algorithm and must then be left out.
QByteArray signingCertificate(const QByteArray& certificate, const IssuerAndSerial& issuer)
{
    const QByteArray names = der::sequence(der::element(0xa4, issuer.issuer)); // GeneralNames: directoryName
    const QByteArray certId =
        der::sequence(der::octets(Sha256::of(certificate).raw()) + der::sequence(names + issuer.serial));
    return der::sequence(der::sequence(certId));
}

/// SignedAttributes as they are signed: a SET OF (RFC 5652, 5.4).
QByteArray signedAttributes(const QByteArray& certificate, const IssuerAndSerial& issuer,
                            const QByteArray& contentDigest)
{
    return der::setOf({
        attribute("1.2.840.113549.1.9.3", der::oid(idData)),
        attribute("1.2.840.113549.1.9.4", der::octets(contentDigest)),
        attribute("1.2.840.113549.1.9.16.2.47", signingCertificate(certificate, issuer)),
    });
}

/// The same SET OF under an implicit tag.
QByteArray implicitly(unsigned char tag, QByteArray set)
{
    set[0] = static_cast<char>(tag);
    return set;
}

/// The longest value that such a key gives.
qsizetype valueRoom(X509* certificate)
{
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    return key ? EVP_PKEY_get_size(key) : 0;
}

} // namespace

DigestAlgorithm digestFor(const CertificateFacts& signer)
{
    if (signer.key == u"ECDSA-P-384")
        return DigestAlgorithm::Sha384;
    return signer.key == u"ECDSA-P-521" ? DigestAlgorithm::Sha512 : DigestAlgorithm::Sha256;
}

Result<SignedCms> SignedCms::unsignedCms(const KeyCertificate& certificate, SigningMethod method,
                                         const QByteArray& attributes)
{
    const X509Handle own = toX509(certificate.certificate);
    if (!own)
        return fail(ErrorCode::KeyUnreadable, {}, QStringLiteral("certificate"));
    const IssuerAndSerial issuer = readIssuer(own.get());
    const QByteArray digestAlgorithm = der::sequence(der::oid(der::digestOid(method.digest)));
    std::vector<QByteArray> all{certificate.certificate};
    for (const QByteArray& other : certificate.chain)
        if (std::find(all.begin(), all.end(), other) == all.end())
            all.push_back(other);
    const QByteArray head = der::small(1) + der::sequence(issuer.issuer + issuer.serial) + digestAlgorithm +
                            implicitly(0xa0, attributes) + signatureAlgorithm(method);
    return SignedCms(head, implicitly(0xa0, der::setOf(std::move(all))), digestAlgorithm);
}

Result<SignedCms> SignedCms::make(SigningKey& key, const KeyCertificate& certificate, SigningMethod method,
                                  const QByteArray& contentDigest)
{
    const X509Handle own = toX509(certificate.certificate);
    const QByteArray attributes =
        own ? signedAttributes(certificate.certificate, readIssuer(own.get()), contentDigest) : QByteArray();
    Result<SignedCms> cms = unsignedCms(certificate, method, attributes);
    if (!cms)
        return cms;
    Result<QByteArray> value = key.sign(method.scheme, method.digest, SigningDigest::of(method.digest, attributes));
    if (!value)
        return fail(value.error());
    cms->m_value = std::move(*value);
    return cms;
}

QByteArray SignedCms::encoded(const QByteArray& token) const
{
    QByteArray signer = m_head + der::octets(m_value);
    if (!token.isEmpty()) // id-aa-signatureTimeStampToken
        signer += implicitly(0xa1, der::setOf({attribute("1.2.840.113549.1.9.16.2.14", token)}));
    const QByteArray data =
        der::sequence(der::small(1) + der::setOf({m_digestAlgorithm}) + der::sequence(der::oid(idData)) +
                      m_certificates + der::setOf({der::sequence(signer)}));
    return der::sequence(der::oid("1.2.840.113549.1.7.2") + der::element(0xa0, data));
}

qsizetype SignedCms::room(const KeyCertificate& certificate, SigningMethod method, qsizetype tokenRoom)
{
    const X509Handle own = toX509(certificate.certificate);
    if (!own)
        return 0;
    const QByteArray attributes =
        signedAttributes(certificate.certificate, readIssuer(own.get()), QByteArray(digestLength(method.digest), '\0'));
    Result<SignedCms> cms = unsignedCms(certificate, method, attributes);
    if (!cms)
        return 0;
    cms->m_value = QByteArray(valueRoom(own.get()), '\0');
    return cms->encoded(QByteArray(tokenRoom, '\0')).size();
}

} // namespace diakinisi::signing
