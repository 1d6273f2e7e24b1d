#include "signing/cms_build.h"

#include "signing/der.h"
#include "signing/openssl_handles.h"

#include <cstdlib>

namespace diakinisi::signing {

namespace {

const EVP_MD* opensslDigest(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha512   ? EVP_sha512()
           : algorithm == DigestAlgorithm::Sha384 ? EVP_sha384()
                                                  : EVP_sha256();
}

const char* digestOid(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha512   ? "2.16.840.1.101.3.4.2.3"
           : algorithm == DigestAlgorithm::Sha384 ? "2.16.840.1.101.3.4.2.2"
                                                  : "2.16.840.1.101.3.4.2.1";
}

/// sha*WithRSAEncryption with NULL parameters (RFC 4055), ecdsa-with-SHA* without any (RFC 5758).
QByteArray signatureAlgorithm(const CertificateFacts& signer, DigestAlgorithm algorithm)
{
    const bool rsa = signer.key.startsWith(u"RSA-");
    const char* oid = rsa ? "1.2.840.113549.1.1.11" : "1.2.840.10045.4.3.2";
    if (algorithm == DigestAlgorithm::Sha384)
        oid = rsa ? "1.2.840.113549.1.1.12" : "1.2.840.10045.4.3.3";
    else if (algorithm == DigestAlgorithm::Sha512)
        oid = rsa ? "1.2.840.113549.1.1.13" : "1.2.840.10045.4.3.4";
    return der::sequence(der::oid(oid) + (rsa ? QByteArray("\x05\x00", 2) : QByteArray()));
}

QByteArray attribute(const char* oid, const QByteArray& value)
{
    return der::sequence(der::oid(oid) + der::setOf({value}));
}

/// SigningCertificateV2 (RFC 5035): SHA-256 is its default algorithm and must then be left out.
QByteArray signingCertificate(const QByteArray& certificate)
{
    const QByteArray certId = der::sequence(der::octets(Sha256::of(certificate).raw()));
    return der::sequence(der::sequence(certId));
}

QByteArray issuerAndSerial(X509* certificate)
{
    unsigned char* bytes = nullptr;
    int length = i2d_X509_NAME(X509_get_issuer_name(certificate), &bytes);
    QByteArray result(reinterpret_cast<const char*>(bytes), length);
    OPENSSL_free(bytes);
    bytes = nullptr;
    length = i2d_ASN1_INTEGER(X509_get0_serialNumber(certificate), &bytes);
    result += QByteArray(reinterpret_cast<const char*>(bytes), length);
    OPENSSL_free(bytes);
    return der::sequence(result);
}

} // namespace

DigestAlgorithm digestFor(const CertificateFacts& signer)
{
    if (signer.key == u"ECDSA-P-384")
        return DigestAlgorithm::Sha384;
    return signer.key == u"ECDSA-P-521" ? DigestAlgorithm::Sha512 : DigestAlgorithm::Sha256;
}

Digest::Digest(DigestAlgorithm algorithm) : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(m_context), opensslDigest(algorithm), nullptr) != 1)
        std::abort(); // out of memory or an OpenSSL without SHA-2
}

Digest::~Digest()
{
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(m_context));
}

void Digest::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(m_context), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray Digest::value()
{
    QByteArray result(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(m_context), reinterpret_cast<unsigned char*>(result.data()), &length);
    result.truncate(static_cast<qsizetype>(length));
    return result;
}

Result<QByteArray> buildCms(SigningKey& key, const KeyCertificate& certificate, DigestAlgorithm algorithm,
                            const QByteArray& contentDigest)
{
    const X509Handle own = toX509(certificate.certificate);
    if (!own)
        return fail(ErrorCode::KeyUnreadable, {}, QStringLiteral("certificate"));
    const QByteArray attributes = der::setOf({
        attribute("1.2.840.113549.1.9.3", der::oid("1.2.840.113549.1.7.1")),
        attribute("1.2.840.113549.1.9.4", der::octets(contentDigest)),
        attribute("1.2.840.113549.1.9.16.2.47", signingCertificate(certificate.certificate)),
    });
    Digest digest(algorithm);
    digest.add(attributes);
    const bool rsa = certificate.facts.key.startsWith(u"RSA-");
    const SignatureScheme scheme = rsa ? SignatureScheme::RsaPkcs1 : SignatureScheme::Ecdsa;
    const Result<QByteArray> signature = key.sign(scheme, algorithm, digest.value());
    if (!signature)
        return fail(signature.error());
    const QByteArray digestAlgorithm = der::sequence(der::oid(digestOid(algorithm)));
    QByteArray implicitAttributes = attributes;
    implicitAttributes[0] = static_cast<char>(0xa0); // [0] IMPLICIT; signed was the SET OF (RFC 5652, 5.4)
    const QByteArray signer =
        der::sequence(der::small(1) + issuerAndSerial(own.get()) + digestAlgorithm + implicitAttributes +
                      signatureAlgorithm(certificate.facts, algorithm) + der::octets(*signature));
    QByteArray certificates = certificate.certificate;
    for (const QByteArray& other : certificate.chain)
        certificates += other;
    const QByteArray data =
        der::sequence(der::small(1) + der::setOf({digestAlgorithm}) + der::sequence(der::oid("1.2.840.113549.1.7.1")) +
                      der::element(0xa0, certificates) + der::setOf({signer}));
    return der::sequence(der::oid("1.2.840.113549.1.7.2") + der::element(0xa0, data));
}

qsizetype cmsRoom(const KeyCertificate& certificate)
{
    qsizetype room = 2048 + certificate.certificate.size() * 2; // the issuer's name stands once more
    for (const QByteArray& other : certificate.chain)
        room += other.size();
    return room;
}

} // namespace diakinisi::signing
