#pragma once
#include "signing/key.h"

namespace diakinisi::signing {

/// How a key is to sign.
struct SigningMethod {
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
    SignatureScheme scheme = SignatureScheme::RsaPkcs1;
};

/// The digest that goes with a key: SHA-256, for larger curves what fits them.
DigestAlgorithm digestFor(const CertificateFacts& signer);

/// A detached SignedData (RFC 5652, DER) with the signed attributes of a PAdES baseline signature (ETSI EN 319 122-1,
/// EN 319 142-1, 6.3): content type, message digest, signing certificate v2 with issuer and serial; no signing time,
/// which stands in /M. A signature timestamp may be put to it after the key has signed.
class SignedCms
{
public:
    /// Asks the key once. Errors of the key.
    static Result<SignedCms> make(SigningKey& key, const KeyCertificate& certificate, SigningMethod method,
                                  const QByteArray& contentDigest);

    /// What a signature timestamp stamps (EN 319 122-1, 5.3).
    const QByteArray& signatureValue() const { return m_value; }
    /// The whole; `token` becomes its signature-time-stamp attribute when there is one.
    QByteArray encoded(const QByteArray& token = {}) const;

    /// As many bytes as encoded() has at most for such a key and a token of `tokenRoom` bytes (0: none).
    static qsizetype room(const KeyCertificate& certificate, SigningMethod method, qsizetype tokenRoom);

private:
    SignedCms(QByteArray head, QByteArray certificates, QByteArray digestAlgorithm)
        : m_head(std::move(head)),
          m_certificates(std::move(certificates)),
          m_digestAlgorithm(std::move(digestAlgorithm))
    {
    }
    static Result<SignedCms> unsignedCms(const KeyCertificate& certificate, SigningMethod method,
                                         const QByteArray& attributes);

    QByteArray m_head; ///< of the SignerInfo: version up to the signature algorithm
    QByteArray m_certificates;
    QByteArray m_digestAlgorithm;
    QByteArray m_value;
};

} // namespace diakinisi::signing
