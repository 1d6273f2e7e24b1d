#pragma once
#include "signing/cms/timestamp_token.h"

namespace diakinisi::signing {

/// What an authority is asked to stamp (RFC 3161, 2.4.1).
struct TimestampQuery {
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
    QByteArray imprint; ///< the digest of what is to be stamped
    QByteArray nonce;   ///< positive, big-endian, without leading zeros
    QString policy{};   ///< demanded, dotted; any when empty

    /// The TimeStampReq, which asks for the certificates too.
    QByteArray request() const;
};

/// A token as it came and what it says.
struct Timestamp {
    QByteArray der;
    TimestampToken token;
};

/// Reads a TimeStampResp and believes nothing of it: status granted, our imprint, our nonce, the policy demanded, the
/// token holding in itself (TimestampToken::holds), its time within a quarter of an hour of `now`. TimestampUnavailable
/// with the reason as cause.
Result<Timestamp> readTimestampAnswer(const QByteArray& answer, const TimestampQuery& query, Instant now);

} // namespace diakinisi::signing
