#pragma once
#include "base/result.h"
#include "base/time.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace diakinisi::signing {

enum class RevocationState { Good, Revoked, Unknown };

/// What an authority says about one certificate, its signature checked. Whether the signer of the answer was itself
/// revoked, and whether the answer is fresh enough for a purpose, the caller decides.
struct RevocationAnswer {
    RevocationState state = RevocationState::Unknown;
    Instant thisUpdate;
    std::optional<Instant> nextUpdate;
    std::optional<Instant> producedAt; ///< OCSP only
    std::optional<Instant> revokedAt;
    std::optional<int> reason; ///< CRLReason (RFC 5280, 5.3.1)
    QByteArray signer;         ///< DER: the issuer itself, or a delegated responder that it issued
    bool delegated = false;
    bool signerNeedsNoCheck = false; ///< id-pkix-ocsp-nocheck (RFC 6960, 4.2.2.2.1)
    QList<QByteArray> certificates;  ///< that came along

    /// Says something about `at`: given by then or later, or still in force then (five minutes of clock allowed).
    bool covers(Instant at) const;
};

/// Reads an OCSPResponse about `certificate` of `issuer` (all DER). The signer must be the issuer, or have been issued
/// by it with id-kp-OCSPSigning (RFC 6960, 4.2.2.2), and be in force at thisUpdate. MalformedInput with the reason as
/// cause when it is no successful, well signed answer about this certificate.
Result<RevocationAnswer> readOcspAnswer(const QByteArray& response, const QByteArray& certificate,
                                        const QByteArray& issuer);

/// Reads a complete, direct CRL of `issuer` (DER) for `certificate`. MalformedInput when it is not signed by the
/// issuer, is a delta or indirect, or does not cover such a certificate or all reasons.
Result<RevocationAnswer> readCrlAnswer(const QByteArray& crl, const QByteArray& certificate, const QByteArray& issuer);

/// OCSPRequest about one certificate, without a nonce, so that a responder may answer from its store.
QByteArray ocspRequest(const QByteArray& certificate, const QByteArray& issuer);

} // namespace diakinisi::signing
