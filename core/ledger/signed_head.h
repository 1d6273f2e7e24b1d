#pragma once
#include "base/digest.h"
#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/time.h"
#include "domain/ids.h"

#include <QJsonObject>

namespace diakinisi::ledger {

/// What the server vouches for at a moment: so many events, with this root.
struct Head {
    domain::LedgerId ledger;
    qint64 epoch = 1;
    qint64 size = 0;
    Sha256 root;
    Instant at;

    friend bool operator==(const Head&, const Head&) = default;
};

struct SignedHead {
    Head head;
    Sha256 key;           ///< SHA-256 of the public key
    QByteArray signature; ///< Ed25519 (RFC 8032), 64 bytes

    friend bool operator==(const SignedHead&, const SignedHead&) = default;
};

/// The server's key for heads: an Ed25519 seed of 32 bytes. Not copyable.
class HeadKey
{
public:
    static HeadKey make(RandomSource& random);
    /// KeyUnreadable unless these are 32 bytes.
    static Result<HeadKey> fromSeed(Secret seed);

    const Secret& seed() const { return m_seed; }
    /// 32 bytes; what desks pin.
    QByteArray publicKey() const { return m_publicKey; }
    Sha256 id() const { return Sha256::of(m_publicKey); }
    Result<SignedHead> sign(const Head& head) const;

private:
    HeadKey(Secret seed, QByteArray publicKey) : m_seed(std::move(seed)), m_publicKey(std::move(publicKey)) {}
    Secret m_seed;
    QByteArray m_publicKey;
};

/// SignatureBroken unless the key with these 32 bytes signed exactly this head.
Done verify(const SignedHead& head, QByteArrayView publicKey);

/// {"ledger","epoch","size","root","at","key","signature": base64url}
QJsonObject toJson(const SignedHead& head);
/// MalformedInput with the member's name as subject; does not verify.
Result<SignedHead> signedHeadFromJson(const QJsonObject& json);

} // namespace diakinisi::ledger
