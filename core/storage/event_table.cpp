#include "storage/event_table.h"

#include "storage/json_blob.h"
#include "storage/sqlite/rows.h"

namespace diakinisi::storage {

namespace {

Result<std::vector<ledger::Record>> read(const Result<std::vector<QByteArray>>& blobs)
{
    if (!blobs)
        return fail(blobs.error());
    std::vector<ledger::Record> records;
    for (const QByteArray& blob : *blobs) {
        auto record = recordFromBlob(blob);
        if (!record)
            return fail(record.error());
        records.push_back(std::move(*record));
    }
    return records;
}

QByteArray firstBlob(const Statement& s)
{
    return s.blob(0);
}

} // namespace

EventPlace placeOf(const ledger::Record& record)
{
    return {record.envelope.epoch, record.envelope.seq};
}

Result<bool> EventTable::add(const ledger::Record& record)
{
    const auto& e = record.envelope;
    const auto known = oneInteger(m_connection, "SELECT 1 + handback FROM event WHERE id = ?", 0, e.id);
    if (!known)
        return fail(known.error());
    if (*known == 2)
        if (auto ok = m_connection.run("UPDATE event SET handback = 0 WHERE id = ?", e.id); !ok)
            return fail(ok.error());
    if (*known > 0)
        return false;
    const QByteArray bytes = ledger::toBytes(record);
    if (bytes.isEmpty())
        return fail(ErrorCode::MalformedInput, e.kind, QStringLiteral("a record that cannot be written"));
    if (auto ok = m_connection.run("INSERT INTO event(id, document, epoch, seq, record) VALUES (?, ?, ?, ?, ?)", e.id,
                                   e.document, e.epoch, e.seq, bytes);
        !ok)
        return fail(ok.error());
    return true;
}

Result<std::vector<ledger::Record>> EventTable::after(const domain::DocumentId& document, EventPlace place)
{
    return read(allRows(m_connection,
                        "SELECT record FROM event WHERE document = ? AND (epoch, seq) > (?, ?) ORDER BY epoch, seq",
                        &firstBlob, document, place.epoch, place.seq));
}

Result<std::vector<ledger::Record>> EventTable::all(const domain::DocumentId& document)
{
    return read(
        allRows(m_connection, "SELECT record FROM event WHERE document = ? ORDER BY epoch, seq", &firstBlob, document));
}

Done EventTable::remove(const domain::DocumentId& document)
{
    return m_connection.run("DELETE FROM event WHERE document = ?", document);
}

Done EventTable::markAllForHandback()
{
    return m_connection.run("UPDATE event SET handback = 1 WHERE handback = 0");
}

Done EventTable::clearHandback(const domain::DocumentId& document)
{
    return m_connection.run("UPDATE event SET handback = 0 WHERE document = ? AND handback = 1", document);
}

Result<std::vector<ledger::Record>> EventTable::handback(int limit)
{
    return read(allRows(m_connection, "SELECT record FROM event WHERE handback ORDER BY epoch, seq LIMIT ?", &firstBlob,
                        limit));
}

} // namespace diakinisi::storage
