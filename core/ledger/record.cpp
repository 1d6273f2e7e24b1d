#include "ledger/record.h"

#include "ledger/members.h"

namespace diakinisi::ledger {

namespace {

void appendPart(QByteArray& to, const char* name, const std::optional<SealedPart>& part)
{
    if (!part)
        return;
    to.append(to.endsWith('{') ? "\"" : ",\"").append(name);
    if (part->isOpen())
        to.append("\":{\"salt\":\"")
            .append(toBase64Url(part->salt).toLatin1())
            .append("\",\"value\":")
            .append(part->bytes)
            .append('}');
    else
        to.append("\":{\"digest\":\"").append(part->digest.hex().toLatin1()).append("\"}");
}

} // namespace

void seal(Record& record, qint64 seq, const Sha256& prev)
{
    record.envelope.payloadDigest = payloadDigest(record.payload);
    record.envelope.seq = seq;
    record.envelope.prev = prev;
    record.envelope.hash = computeHash(record.envelope);
}

Done check(const Record& record)
{
    if (const Done parts = checkParts(record.payload); !parts)
        return parts;
    if (payloadDigest(record.payload) != record.envelope.payloadDigest)
        return fail(ErrorCode::DigestMismatch, QStringLiteral("payload"));
    if (computeHash(record.envelope) != record.envelope.hash)
        return fail(ErrorCode::ChainBroken, QString::number(record.envelope.seq),
                    QStringLiteral("the envelope does not fit its hash"));
    return {};
}

QJsonObject toJson(const Record& record)
{
    return {{QStringLiteral("envelope"), toJson(record.envelope)}, {QStringLiteral("payload"), toJson(record.payload)}};
}

QByteArray toBytes(const Record& record)
{
    QByteArray bytes = QByteArrayLiteral("{\"envelope\":") + toBytes(record.envelope) + ",\"payload\":{";
    appendPart(bytes, "personal", record.payload.personal);
    appendPart(bytes, "public", record.payload.open);
    appendPart(bytes, "restricted", record.payload.restricted);
    return bytes.append("}}");
}

Result<Record> recordFromJson(const QJsonObject& json)
{
    const QJsonValue envelopeJson = json.value(u"envelope");
    const QJsonValue payloadJson = json.value(u"payload");
    if (!envelopeJson.isObject() || !payloadJson.isObject())
        return fail(ErrorCode::MalformedInput,
                    envelopeJson.isObject() ? QStringLiteral("payload") : QStringLiteral("envelope"));
    auto envelope = envelopeFromJson(envelopeJson.toObject());
    if (!envelope)
        return fail(ErrorCode::MalformedInput, QStringLiteral("envelope.") + envelope.error().subject);
    auto payload = payloadFromJson(payloadJson.toObject());
    if (!payload)
        return fail(ErrorCode::MalformedInput, QStringLiteral("payload.") + payload.error().subject,
                    payload.error().cause);
    Record record{std::move(*envelope), std::move(*payload)};
    if (Done fits = check(record); !fits)
        return fail(std::move(fits.error()));
    return record;
}

} // namespace diakinisi::ledger
