#include "ledger/envelope.h"

#include "ledger/members.h"

#include <limits>
#include <utility>

namespace diakinisi::ledger {

namespace {

/// Writes members whose values need no escaping, in the order in which they are named.
class PlainWriter
{
public:
    PlainWriter() { m_bytes.reserve(640); }

    void text(const char* name, const QString& value) { begin(name).append('"').append(value.toLatin1()).append('"'); }
    void integer(const char* name, qint64 value) { begin(name).append(QByteArray::number(value)); }
    QByteArray close() { return std::move(m_bytes.append('}')); }

private:
    QByteArray& begin(const char* name)
    {
        return m_bytes.append(m_bytes.isEmpty() ? "{\"" : ",\"").append(name).append("\":");
    }
    QByteArray m_bytes;
};

/// Names in the order of their code units, as RFC 8785 wants them.
QByteArray bytesOf(const Envelope& e, bool withHash)
{
    if (!isWord(e.kind))
        return {};
    PlainWriter out;
    out.text("at", toIso(e.at));
    out.text("by", e.by.toString());
    if (e.claimed)
        out.text("claimed", toIso(*e.claimed));
    if (e.command)
        out.text("command", e.command->toString());
    if (e.device)
        out.text("device", e.device->toString());
    out.text("document", e.document.toString());
    out.integer("epoch", e.epoch);
    if (e.onBehalfOf)
        out.text("for", e.onBehalfOf->toString());
    if (withHash)
        out.text("hash", e.hash.hex());
    out.text("id", e.id.toString());
    out.text("kind", e.kind);
    out.text("ledger", e.ledger.toString());
    out.text("payloadDigest", e.payloadDigest.hex());
    out.text("prev", e.prev.hex());
    out.integer("seq", e.seq);
    out.integer("v", e.v);
    return out.close();
}

} // namespace

QByteArray hashedBytes(const Envelope& envelope)
{
    return bytesOf(envelope, false);
}

QByteArray toBytes(const Envelope& envelope)
{
    return bytesOf(envelope, true);
}

Sha256 computeHash(const Envelope& envelope)
{
    return Sha256::of(hashedBytes(envelope));
}

QJsonObject toJson(const Envelope& e)
{
    QJsonObject json{{QStringLiteral("at"), toIso(e.at)},
                     {QStringLiteral("by"), e.by.toString()},
                     {QStringLiteral("document"), e.document.toString()},
                     {QStringLiteral("epoch"), e.epoch},
                     {QStringLiteral("hash"), e.hash.hex()},
                     {QStringLiteral("id"), e.id.toString()},
                     {QStringLiteral("kind"), e.kind},
                     {QStringLiteral("ledger"), e.ledger.toString()},
                     {QStringLiteral("payloadDigest"), e.payloadDigest.hex()},
                     {QStringLiteral("prev"), e.prev.hex()},
                     {QStringLiteral("seq"), e.seq},
                     {QStringLiteral("v"), e.v}};
    if (e.claimed)
        json.insert(u"claimed", toIso(*e.claimed));
    if (e.command)
        json.insert(u"command", e.command->toString());
    if (e.device)
        json.insert(u"device", e.device->toString());
    if (e.onBehalfOf)
        json.insert(u"for", e.onBehalfOf->toString());
    return json;
}

Result<Envelope> envelopeFromJson(const QJsonObject& json)
{
    Members members(json);
    Envelope e;
    qint64 v = 0;
    members.take(u"ledger", e.ledger);
    members.take(u"epoch", e.epoch, 1);
    members.take(u"seq", e.seq, 1);
    members.take(u"id", e.id);
    members.take(u"document", e.document);
    members.takeWord(u"kind", e.kind);
    members.take(u"v", v, 1);
    members.take(u"at", e.at);
    members.take(u"by", e.by);
    members.take(u"for", e.onBehalfOf);
    members.take(u"device", e.device);
    members.take(u"command", e.command);
    members.take(u"claimed", e.claimed);
    members.take(u"payloadDigest", e.payloadDigest);
    members.take(u"prev", e.prev);
    members.take(u"hash", e.hash);
    if (!members.good())
        return members.failure();
    if (v > std::numeric_limits<int>::max())
        return fail(ErrorCode::MalformedInput, QStringLiteral("v"));
    e.v = static_cast<int>(v);
    return e;
}

} // namespace diakinisi::ledger
