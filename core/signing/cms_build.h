#pragma once
#include "signing/key.h"

namespace diakinisi::signing {

/// The digest that goes with a key: SHA-256, for larger curves what fits them.
DigestAlgorithm digestFor(const CertificateFacts& signer);

/// A digest taken piece by piece, with OpenSSL.
class Digest
{
public:
    explicit Digest(DigestAlgorithm algorithm);
    ~Digest();
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;
    void add(QByteArrayView bytes);
    QByteArray value();

private:
    void* m_context;
};

/// A detached SignedData (RFC 5652) with the signed attributes of a PAdES baseline signature (ETSI EN 319 122-1, EN 319
/// 142-1, 6.3): content type, message digest, signing certificate v2, and no signing time, which stands in /M.
Result<QByteArray> buildCms(SigningKey& key, const KeyCertificate& certificate, DigestAlgorithm algorithm,
                            const QByteArray& contentDigest);

/// More bytes than buildCms will give for such a key.
qsizetype cmsRoom(const KeyCertificate& certificate);

} // namespace diakinisi::signing
