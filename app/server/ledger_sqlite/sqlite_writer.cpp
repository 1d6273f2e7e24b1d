#include "server/ledger_sqlite/sqlite_writer.h"

namespace diakinisi::server {

Done SqliteWriter::begin()
{
    return m_own.query("BEGIN IMMEDIATE").run();
}

Done SqliteWriter::commit()
{
    return m_own.query("COMMIT").run();
}

void SqliteWriter::rollback()
{
    m_principals.clear();
    const Done done = m_own.query("ROLLBACK").run(); // fails only where SQLite has rolled back by itself
}

Done SqliteWriter::mark()
{
    return m_own.query("SAVEPOINT unit").run();
}

Done SqliteWriter::release()
{
    return m_own.query("RELEASE unit").run();
}

Done SqliteWriter::undo()
{
    m_principals.clear();
    if (const Done done = m_own.query("ROLLBACK TO unit").run(); !done)
        return done;
    return release();
}

Done SqliteWriter::found(const domain::LedgerId& ledger, qint64 epoch)
{
    return m_own.query("INSERT INTO ledger(id, ledger, epoch) VALUES(1, ?, ?)").bind(ledger).bind(epoch).run();
}

Result<qint64> SqliteWriter::addDocument(const domain::DocumentId& id)
{
    const Done done = m_own.query("INSERT INTO documents(id, position, state) VALUES(?, 0, x'7b7d')").bind(id).run();
    if (!done)
        return fail(done.error());
    return m_own.lastInsertId();
}

Done SqliteWriter::putDocument(const StoredDocument& document)
{
    Query query = m_own.query("UPDATE documents SET position=?, state=? WHERE key=?");
    return query.bind(document.position).bind(document.state).bind(document.key).run();
}

Done SqliteWriter::append(const LedgerHead& now, qint64 document, const QByteArray& bytes)
{
    Query query = m_own.query("INSERT INTO events(position, document, at, hash, record) VALUES(?, ?, ?, ?, ?)");
    query.bind(now.position).bind(document).bind(qint64{now.at.milliseconds}).bind(now.hash);
    return query.bind(bytes).run();
}

Done SqliteWriter::putOrganisation(qint64 position, const QByteArray& state)
{
    Query query = m_own.query("INSERT INTO organisation(id, position, state) VALUES(1, ?, ?) "
                              "ON CONFLICT(id) DO UPDATE SET position=excluded.position, state=excluded.state");
    return query.bind(position).bind(state).run();
}

Result<qint64> SqliteWriter::principalKey(const domain::Principal& principal)
{
    if (const auto known = m_principals.constFind(principal); known != m_principals.constEnd())
        return *known;
    {
        Query query = m_own.query("SELECT key FROM principals WHERE name=?");
        const auto row = query.bind(principal).step();
        if (!row)
            return fail(row.error());
        if (*row)
            return *m_principals.insert(principal, query.integer(0));
    }
    if (const Done done = m_own.query("INSERT INTO principals(name) VALUES(?)").bind(principal).run(); !done)
        return fail(done.error());
    return *m_principals.insert(principal, m_own.lastInsertId());
}

Done SqliteWriter::changeGrants(qint64 document, const std::set<domain::Principal>& before,
                                const std::set<domain::Principal>& after, qint64 position)
{
    for (const domain::Principal& gone : before) {
        if (after.contains(gone))
            continue;
        const auto key = principalKey(gone);
        if (!key)
            return fail(key.error());
        Query query =
            m_own.query("UPDATE grants SET to_position=? WHERE document=? AND principal=? AND to_position IS NULL");
        if (const Done done = query.bind(position).bind(document).bind(*key).run(); !done)
            return done;
    }
    for (const domain::Principal& come : after) {
        if (before.contains(come))
            continue;
        const auto key = principalKey(come);
        if (!key)
            return fail(key.error());
        Query query = m_own.query("INSERT INTO grants(document, principal, from_position) VALUES(?, ?, ?)");
        if (const Done done = query.bind(document).bind(*key).bind(position).run(); !done)
            return done;
    }
    return {};
}

Done SqliteWriter::changeMemberships(const domain::PersonId& person, const std::set<domain::Principal>& before,
                                     const std::set<domain::Principal>& after, qint64 position)
{
    for (const domain::Principal& gone : before) {
        if (after.contains(gone))
            continue;
        const auto key = principalKey(gone);
        if (!key)
            return fail(key.error());
        Query query =
            m_own.query("UPDATE memberships SET to_position=? WHERE person=? AND principal=? AND to_position IS NULL");
        if (const Done done = query.bind(position).bind(person).bind(*key).run(); !done)
            return done;
    }
    for (const domain::Principal& come : after) {
        if (before.contains(come))
            continue;
        const auto key = principalKey(come);
        if (!key)
            return fail(key.error());
        Query query = m_own.query("INSERT INTO memberships(person, principal, from_position) VALUES(?, ?, ?)");
        if (const Done done = query.bind(person).bind(*key).bind(position).run(); !done)
            return done;
    }
    return {};
}

Done SqliteWriter::putAnswer(const domain::CommandId& id, const StoredAnswer& answer)
{
    Query query = m_own.query("INSERT INTO commands(id, digest, person, first_position, event_count, problem) "
                              "VALUES(?, ?, ?, ?, ?, ?)");
    query.bind(id).bind(answer.digest).bind(answer.person).bind(answer.firstPosition).bind(answer.eventCount);
    if (!answer.problem)
        return query.bind(std::nullopt).run();
    return query.bind(*answer.problem).run();
}

Result<qint64> SqliteWriter::nextNumber(const QString& series, int year)
{
    Query query = m_own.query("INSERT INTO counters(series, year, last) VALUES(?, ?, 1) "
                              "ON CONFLICT(series, year) DO UPDATE SET last = last + 1 RETURNING last");
    const auto row = query.bind(series).bind(qint64{year}).step();
    if (!row)
        return fail(row.error());
    return query.integer(0);
}

Done SqliteWriter::putRegisterRow(qint64 document, const domain::Registration& registration)
{
    if (!registration.number || !registration.legalTime)
        return {};
    Query query = m_own.query(
        "INSERT INTO register_rows(series, year, number, document, state, legal_at, date) VALUES(?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT(series, year, number) DO UPDATE SET state=excluded.state WHERE document=excluded.document");
    query.bind(registration.number->series).bind(qint64{registration.number->year}).bind(registration.number->number);
    query.bind(document).bind(domain::word(registration.state));
    return query.bind(qint64{registration.legalTime->at.milliseconds}).bind(registration.legalTime->localDate).run();
}

Done SqliteWriter::addFile(const Sha256& digest, qint64 size, Instant at)
{
    Query query = m_own.query("INSERT INTO files(digest, size, at) VALUES(?, ?, ?) "
                              "ON CONFLICT DO UPDATE SET at = excluded.at");
    return query.bind(digest).bind(size).bind(qint64{at.milliseconds}).run();
}

Result<qint64> SqliteWriter::removeUnreferencedFiles(Instant before)
{
    Query uploaders = m_own.query("DELETE FROM uploaders WHERE digest IN (SELECT digest FROM files WHERE at < ? "
                                  "AND digest NOT IN (SELECT digest FROM file_refs))");
    if (const Done done = uploaders.bind(qint64{before.milliseconds}).run(); !done)
        return fail(done.error());
    Query files = m_own.query("DELETE FROM files WHERE at < ? AND digest NOT IN (SELECT digest FROM file_refs)");
    if (const Done done = files.bind(qint64{before.milliseconds}).run(); !done)
        return fail(done.error());
    Query changed = m_own.query("SELECT changes()");
    if (const auto row = changed.step(); !row)
        return fail(row.error());
    return changed.integer(0);
}

Done SqliteWriter::addUploader(const domain::PersonId& person, const Sha256& digest)
{
    Query query = m_own.query("INSERT INTO uploaders(person, digest) VALUES(?, ?) ON CONFLICT DO NOTHING");
    return query.bind(person).bind(digest).run();
}

Done SqliteWriter::putFileReference(qint64 document, const FileReference& reference)
{
    Query query = m_own.query("INSERT INTO file_refs(digest, document, person, entitled) VALUES(?, ?, ?, ?) "
                              "ON CONFLICT DO UPDATE SET entitled = max(entitled, excluded.entitled)");
    query.bind(reference.digest).bind(document).bind(reference.person);
    return query.bind(qint64{reference.entitled ? 1 : 0}).run();
}

Result<std::vector<domain::DocumentId>> SqliteWriter::entitle(const domain::PersonId& person, const Sha256& digest)
{
    std::vector<domain::DocumentId> documents;
    {
        Query query = m_own.query("SELECT d.id FROM file_refs f JOIN documents d ON d.key = f.document "
                                  "WHERE f.digest=? AND f.person=? AND f.entitled=0");
        query.bind(digest).bind(person);
        for (;;) {
            const auto row = query.step();
            if (!row)
                return fail(row.error());
            if (!*row)
                break;
            documents.emplace_back(query.uuid(0));
        }
    }
    Query query = m_own.query("UPDATE file_refs SET entitled=1 WHERE digest=? AND person=? AND entitled=0");
    if (const Done done = query.bind(digest).bind(person).run(); !done)
        return fail(done.error());
    return documents;
}

Done SqliteWriter::addDueJudgement(const DueJudgement& due)
{
    Query query = m_own.query("INSERT INTO judgements_due(document, digest, former) "
                              "SELECT key, ?, ? FROM documents WHERE id=? ON CONFLICT DO NOTHING");
    return query.bind(due.digest).bind(due.former).bind(due.document).run();
}

Done SqliteWriter::removeDueJudgement(const domain::DocumentId& document, const Sha256& digest)
{
    Query query = m_own.query("DELETE FROM judgements_due WHERE document=(SELECT key FROM documents WHERE id=?) "
                              "AND digest=?");
    return query.bind(document).bind(digest).run();
}

} // namespace diakinisi::server
