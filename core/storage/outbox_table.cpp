#include "storage/outbox_table.h"

#include "storage/json_blob.h"
#include "storage/sqlite/rows.h"

namespace diakinisi::storage {

namespace {

struct Raw {
    OutboxRow row;
    QByteArray command;
};

Raw rawOf(const Statement& s)
{
    Raw raw;
    raw.row.seq = s.integer(0);
    raw.row.person = s.id<domain::PersonId>(1);
    raw.row.notBefore = s.instant(2);
    raw.row.fits = s.boolean(3);
    raw.command = s.blob(4);
    return raw;
}

struct FileCollector {
    std::vector<domain::FileRef> files;

    void add(const std::vector<domain::NewItem>& items)
    {
        for (const domain::NewItem& item : items)
            files.push_back(item.file);
    }
    void add(const std::vector<domain::NewRendition>& renditions)
    {
        for (const domain::NewRendition& rendition : renditions)
            files.push_back(rendition.file);
    }
};

} // namespace

std::vector<domain::FileRef> filesOf(const domain::Command& command)
{
    FileCollector collector;
    std::visit(
        [&collector](const auto& body) {
            if constexpr (requires { collector.add(body.items); })
                collector.add(body.items);
            else if constexpr (requires { collector.add(body.renditions); })
                collector.add(body.renditions);
            else if constexpr (requires { body.item.file; })
                collector.files.push_back(body.item.file);
            else if constexpr (requires { body.rendition.file; })
                collector.files.push_back(body.rendition.file);
        },
        command.body);
    return std::move(collector.files);
}

Done OutboxTable::add(const domain::Command& command, const domain::PersonId& person, Instant notBefore)
{
    const auto bytes = toBlob(command);
    if (!bytes)
        return fail(bytes.error());
    if (auto ok = m_connection.run(
            "INSERT INTO outbox(id, person, document, group_id, command, at, not_before) VALUES (?, ?, ?, ?, ?, ?, ?)",
            command.id, person, command.document, command.group, *bytes, command.at, notBefore);
        !ok)
        return ok;
    for (const domain::CommandId& needed : command.after)
        if (auto ok = m_connection.run("INSERT OR IGNORE INTO outbox_after(command, needed) VALUES (?, ?)", command.id,
                                       needed);
            !ok)
            return ok;
    for (const domain::FileRef& file : filesOf(command)) {
        if (auto ok = m_connection.run("INSERT OR IGNORE INTO outbox_file(command, digest) VALUES (?, ?)", command.id,
                                       file.digest);
            !ok)
            return ok;
        if (auto ok = m_connection.run("UPDATE file SET pending = 1 WHERE digest = ? AND here AND own", file.digest);
            !ok)
            return ok;
    }
    return {};
}

Result<std::optional<QByteArray>> OutboxTable::bytesOf(const domain::CommandId& id)
{
    return firstRow(
        m_connection, "SELECT command FROM outbox WHERE id = ?", [](const Statement& s) { return s.blob(0); }, id);
}

template <class... Values>
Result<std::vector<OutboxRow>> OutboxTable::rows(const QByteArray& where, const Values&... values)
{
    auto raws = allRows(m_connection, "SELECT seq, person, not_before, fits, command FROM outbox WHERE " + where,
                        &rawOf, values...);
    if (!raws)
        return fail(raws.error());
    std::vector<OutboxRow> rows;
    for (Raw& raw : *raws) {
        auto command = commandFromBlob(raw.command);
        if (!command)
            return fail(command.error());
        raw.row.command = std::move(*command);
        rows.push_back(std::move(raw.row));
    }
    return rows;
}

Result<std::vector<OutboxRow>> OutboxTable::ofDocument(const domain::DocumentId& document)
{
    return rows("document = ? AND state = 0 ORDER BY seq", document);
}

Result<std::vector<OutboxRow>> OutboxTable::ofGroup(const domain::GroupId& group)
{
    return rows("group_id = ? AND state = 0 ORDER BY seq", group);
}

Result<std::optional<OutboxRow>> OutboxTable::waiting(const domain::CommandId& id)
{
    auto found = rows("id = ? AND state = 0", id);
    if (!found)
        return fail(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<OutboxRow>> OutboxTable::dependents(const domain::CommandId& id)
{
    return rows("state = 0 AND id IN (SELECT command FROM outbox_after WHERE needed = ?) ORDER BY seq", id);
}

Result<std::vector<OutboxRow>> OutboxTable::ofPerson(const domain::PersonId& person, int limit, qint64 behindSeq)
{
    return rows("person = ? AND state = 0 AND seq > ? ORDER BY seq LIMIT ?", person, behindSeq, limit);
}

Result<std::vector<domain::DocumentId>> OutboxTable::documents()
{
    return allRows(m_connection, "SELECT DISTINCT document FROM outbox WHERE state = 0",
                   [](const Statement& s) { return s.id<domain::DocumentId>(0); });
}

Result<qint64> OutboxTable::waitingCount()
{
    return oneInteger(m_connection, "SELECT count(*) FROM outbox WHERE state = 0", 0);
}

Done OutboxTable::setFits(qint64 seq, bool fits)
{
    return m_connection.run("UPDATE outbox SET fits = ? WHERE seq = ?", fits, seq);
}

Done OutboxTable::holdBack(const domain::CommandId& id, Instant until)
{
    return m_connection.run("UPDATE outbox SET not_before = max(not_before, ?) WHERE id = ?", until, id);
}

Done OutboxTable::removeApplied(const domain::CommandId& id)
{
    return m_connection.run("DELETE FROM outbox WHERE id = ?", id);
}

/// Before the command itself goes: its files are not to be uploaded unless another waiting command brings them too.
Done OutboxTable::releaseFiles(const domain::CommandId& id)
{
    return m_connection.run(
        "UPDATE file SET pending = 0 WHERE own AND digest IN (SELECT digest FROM outbox_file WHERE command = ?1) "
        "AND NOT EXISTS (SELECT 1 FROM outbox_file o JOIN outbox b ON b.id = o.command AND b.state = 0 "
        "WHERE o.digest = file.digest AND o.command <> ?1)",
        id);
}

Done OutboxTable::removeUndone(const domain::CommandId& id)
{
    if (auto ok = releaseFiles(id); !ok)
        return ok;
    return m_connection.run("DELETE FROM outbox WHERE id = ?", id);
}

Done OutboxTable::refuse(const domain::CommandId& id, const Refusal& refusal)
{
    if (auto ok = releaseFiles(id); !ok)
        return ok;
    return m_connection.run("UPDATE outbox SET state = 1, root = ?, reason = ?, reason_subject = ?, reason_cause = ? "
                            "WHERE id = ?",
                            refusal.root, errorWord(refusal.reason.code), refusal.reason.subject, refusal.reason.cause,
                            id);
}

Result<std::vector<OutboxRow>> OutboxTable::refusedWith(const domain::CommandId& root)
{
    return rows("root = ? AND state = 1 ORDER BY seq", root);
}

Done OutboxTable::dismiss(const domain::CommandId& id, Instant at)
{
    if (auto ok = m_connection.run("INSERT INTO journal(id, command, reason, dismissed_at) "
                                   "SELECT id, command, reason, ? FROM outbox WHERE id = ?",
                                   at, id);
        !ok)
        return ok;
    return removeUndone(id);
}

} // namespace diakinisi::storage
