#pragma once
#include "base/digest.h"
#include "base/random.h"
#include "base/result.h"

#include <QJsonObject>

#include <optional>

namespace diakinisi::ledger {

/// One part of a payload: open (salt and canonical bytes) or withheld (the digest alone).
struct SealedPart {
    static constexpr qsizetype saltBytes = 16;

    QByteArray salt;  ///< empty when withheld
    QByteArray bytes; ///< canonical JSON object; empty when withheld
    Sha256 digest;    ///< SHA-256(salt || bytes); the salt keeps a withheld part from being guessed

    bool isOpen() const { return !salt.isEmpty(); }
    SealedPart withheld() const { return {{}, {}, digest}; }

    friend bool operator==(const SealedPart&, const SealedPart&) = default;
};

/// An open part of these bytes.
SealedPart sealedPart(const QByteArray& salt, const QByteArray& canonicalBytes);

/// What an event says, in up to three parts that can be withheld or erased one by one while the chain still holds.
struct Payload {
    std::optional<SealedPart> open; ///< "public" on the wire
    std::optional<SealedPart> restricted;
    std::optional<SealedPart> personal;

    friend bool operator==(const Payload&, const Payload&) = default;
};

/// SHA-256 over, for public, restricted and personal in this order: one byte 0 when the payload has no such part, else
/// one byte 1 and the 32 bytes of the part's digest. The same whether parts are open or withheld.
Sha256 payloadDigest(const Payload& payload);

/// Seals the parts with fresh salts; an empty object gives no part. MalformedInput when one cannot be made canonical.
Result<Payload> sealed(const QJsonObject& open, const QJsonObject& restricted, const QJsonObject& personal,
                       RandomSource& random);

/// The same payload with what is not granted withheld.
Payload withheld(const Payload& payload, bool restricted, bool personal);

/// Does every open part fit its digest? DigestMismatch with the part's name as subject.
Done checkParts(const Payload& payload);

/// A withheld part: {"digest": hex}; an open one: {"salt": base64url without padding, "value": {...}}.
QJsonObject toJson(const Payload& payload);
Result<Payload> payloadFromJson(const QJsonObject& json);

} // namespace diakinisi::ledger
