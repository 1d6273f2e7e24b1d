#pragma once
#include "ledger/envelope.h"
#include "ledger/payload.h"

namespace diakinisi::ledger {

/// An event as it is stored and travels.
struct Record {
    Envelope envelope;
    Payload payload;

    friend bool operator==(const Record&, const Record&) = default;
};

/// Fills in the envelope's payload digest, its place after `prev` and its hash. The last thing an appender does.
void seal(Record& record, qint64 seq, const Sha256& prev);

/// DigestMismatch when a part or the payload does not fit its digest (subject: the part, or "payload"), ChainBroken
/// when the envelope does not fit its hash.
Done check(const Record& record);

/// {"envelope": {...}, "payload": {...}}
QJsonObject toJson(const Record& record);
/// The canonical bytes of toJson(), put together without reading the parts again: for feeds that send many.
QByteArray toBytes(const Record& record);
/// Reads and checks.
Result<Record> recordFromJson(const QJsonObject& json);

} // namespace diakinisi::ledger
