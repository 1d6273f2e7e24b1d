#pragma once
#include "signing/key.h"

#include <optional>

namespace diakinisi::signing {

/// What an RFC 3161 timestamp token says and whether it holds in itself. Nothing here is said about trust: whether the
/// authority's certificate leads to an anchor and was not revoked is judged by others.
struct TimestampToken {
    Instant time;                       ///< genTime
    std::int64_t accuracy = 0;          ///< milliseconds either way; 0 when the token does not say
    QString imprintDigest;              ///< OpenSSL's name: "SHA256"
    QByteArray imprint;                 ///< the digest of what was stamped
    QByteArray serial;                  ///< the number's bytes, big-endian
    QByteArray nonce;                   ///< likewise; empty when there is none
    QString policy;                     ///< dotted
    QString digest;                     ///< of the token's own signature: "SHA-256"
    QByteArray certificate;             ///< DER of the authority's; empty when it is not in the token
    QList<QByteArray> certificates;     ///< DER; all that came along, at most 64
    bool signatureHolds = false;        ///< over the token, by that certificate
    bool namesCertificate = false;      ///< ESS signing-certificate (v1 or v2) is there and fits (RFC 5816)
    bool mayTimestamp = false;          ///< extended key usage: critical, timeStamping and nothing else (RFC 3161, 2.3)
    bool certificateWasInForce = false; ///< its validity period includes `time`

    /// All four: a token worth looking for its trust.
    bool holds() const { return signatureHolds && namesCertificate && mayTimestamp && certificateWasInForce; }
    /// Stamps a digest of these bytes. False for a digest algorithm that is unknown or older than SHA-2.
    bool stamps(const QByteArray& bytes) const;
};

/// Reads a token (a CMS SignedData with a TSTInfo in it); zero bytes may follow, as in /Contents. MalformedInput when
/// it is none.
Result<TimestampToken> readTimestampToken(const QByteArray& der);

} // namespace diakinisi::signing
