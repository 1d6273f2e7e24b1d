#pragma once
#include "base/digest.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/ids.h"

#include <QJsonObject>

#include <optional>

namespace diakinisi::ledger {

/// What the chain holds of an event: who did what kind of thing to which document when, and the digest of the payload.
/// Never erased, never changed.
struct Envelope {
    domain::LedgerId ledger;
    qint64 epoch = 1; ///< rises when a restored server may have lost commits
    qint64 seq = 0;   ///< 1 for the first event of the ledger, then without a gap
    domain::EventId id;
    domain::DocumentId document;
    QString kind;
    int v = 1;
    Instant at; ///< official time
    domain::PersonId by;
    std::optional<domain::PersonId> onBehalfOf; ///< "for"
    std::optional<domain::DeviceId> device;
    std::optional<domain::CommandId> command;
    std::optional<Instant> claimed; ///< the desk's time, where it acted without the server
    Sha256 payloadDigest;
    Sha256 prev; ///< hash of the envelope before; zero for the first
    Sha256 hash;

    friend bool operator==(const Envelope&, const Envelope&) = default;
};

/// The canonical bytes of all members but `hash`; empty when a member cannot be written (a kind that is no word).
QByteArray hashedBytes(const Envelope& envelope);
/// SHA-256 of hashedBytes.
Sha256 computeHash(const Envelope& envelope);

/// The canonical bytes of toJson(), written directly; empty as above.
QByteArray toBytes(const Envelope& envelope);
QJsonObject toJson(const Envelope& envelope);
/// MalformedInput with the member's name as subject. Does not look whether `hash` fits (recordFromJson does).
Result<Envelope> envelopeFromJson(const QJsonObject& json);

} // namespace diakinisi::ledger
