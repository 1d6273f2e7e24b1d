#include "server/ledger_sqlite/sqlite_view.h"

#include "server/ledger_sqlite/sqlite_feed.h"

namespace diakinisi::server {
namespace {

/// Does the query give a row?
Result<bool> any(Query& query)
{
    return query.step();
}

Result<std::vector<StoredRecord>> recordsOf(Query& query)
{
    std::vector<StoredRecord> result;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return result;
        result.push_back({query.integer(0), query.bytes(1)});
    }
}

Result<StoredDocument> documentRow(Query& query)
{
    const auto row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::NotFound);
    return StoredDocument{query.integer(0), query.integer(1), query.bytes(2)};
}

} // namespace

template <class Base>
Result<LedgerHead> SqliteReading<Base>::head()
{
    LedgerHead head;
    {
        Query query = m_database.query("SELECT ledger, epoch FROM ledger");
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return fail(ErrorCode::StoreBroken, QStringLiteral("ledger"), QStringLiteral("no ledger was founded here"));
        head.ledger = domain::LedgerId(query.uuid(0));
        head.epoch = query.integer(1);
    }
    Query query = m_database.query("SELECT position, hash, at FROM events ORDER BY position DESC LIMIT 1");
    const auto row = query.step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return head;
    head.position = query.integer(0);
    head.hash = query.digest(1);
    head.at = Instant{query.integer(2)};
    return head;
}

template <class Base>
Result<std::optional<Sha256>> SqliteReading<Base>::hashAt(qint64 position)
{
    Query query = m_database.query("SELECT hash FROM events WHERE position=?");
    const auto row = query.bind(position).step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional(query.digest(0)) : std::nullopt;
}

template <class Base>
Result<std::pair<qint64, QByteArray>> SqliteReading<Base>::organisation()
{
    Query query = m_database.query("SELECT position, state FROM organisation");
    const auto row = query.step();
    if (!row)
        return fail(row.error());
    return *row ? std::pair(query.integer(0), query.bytes(1)) : std::pair(qint64{0}, QByteArray());
}

template <class Base>
Result<std::optional<StoredDocument>> SqliteReading<Base>::document(const domain::DocumentId& id)
{
    Query query = m_database.query("SELECT key, position, state FROM documents WHERE id=?");
    query.bind(id);
    auto found = documentRow(query);
    if (found)
        return std::optional(std::move(*found));
    if (found.error().code == ErrorCode::NotFound)
        return std::optional<StoredDocument>();
    return fail(found.error());
}

template <class Base>
Result<StoredDocument> SqliteReading<Base>::documentByKey(qint64 key)
{
    Query query = m_database.query("SELECT key, position, state FROM documents WHERE key=?");
    query.bind(key);
    return documentRow(query);
}

template <class Base>
Result<bool> SqliteReading<Base>::maySee(const domain::PersonId& person, qint64 document)
{
    Query query = m_database.query("SELECT 1 FROM grants g JOIN memberships m ON m.principal = g.principal "
                                   "WHERE g.document=? AND m.person=? AND g.to_position IS NULL "
                                   "AND m.to_position IS NULL LIMIT 1");
    query.bind(document).bind(person);
    return any(query);
}

template <class Base>
Result<std::vector<StoredRecord>> SqliteReading<Base>::records(qint64 from, qint64 limit)
{
    Query query = m_database.query("SELECT position, record FROM events WHERE position>=? ORDER BY position LIMIT ?");
    query.bind(from).bind(limit);
    return recordsOf(query);
}

template <class Base>
Result<std::vector<StoredRecord>> SqliteReading<Base>::history(qint64 document, qint64 after, qint64 limit)
{
    Query query = m_database.query("SELECT position, record FROM events WHERE document=? AND position>? "
                                   "ORDER BY position LIMIT ?");
    query.bind(document).bind(after).bind(limit);
    return recordsOf(query);
}

template <class Base>
Result<std::vector<FeedCandidate>> SqliteReading<Base>::eventsFor(const domain::PersonId& person,
                                                                  const FeedPlace& after, qint64 upTo, qint64 limit)
{
    return feedEvents(m_database, person, after, upTo, limit);
}

template <class Base>
Result<std::vector<FeedCandidate>> SqliteReading<Base>::appearedFor(const domain::PersonId& person,
                                                                    const FeedPlace& after, qint64 upTo, qint64 limit)
{
    return feedAppeared(m_database, person, after, upTo, limit);
}

template <class Base>
Result<std::vector<FeedCandidate>> SqliteReading<Base>::withdrawnFor(const domain::PersonId& person,
                                                                     const FeedPlace& after, qint64 upTo, qint64 limit)
{
    return feedWithdrawn(m_database, person, after, upTo, limit);
}

template <class Base>
Result<std::vector<RegisterEntry>> SqliteReading<Base>::registerRows(const domain::PersonId& person,
                                                                     const QString& series, int year, qint64 from,
                                                                     qint64 to, qint64 limit)
{
    Query query = m_database.query(
        "SELECT r.number, r.state, r.date, d.id, CASE WHEN EXISTS(SELECT 1 FROM grants g JOIN memberships m "
        "ON m.principal = g.principal WHERE g.document = r.document AND m.person=? AND g.to_position IS NULL "
        "AND m.to_position IS NULL) THEN d.state END FROM register_rows r JOIN documents d ON d.key = r.document "
        "WHERE r.series=? AND r.year=? AND r.number>=? AND r.number<=? ORDER BY r.number LIMIT ?");
    query.bind(person).bind(series).bind(qint64{year}).bind(from).bind(to).bind(limit);
    std::vector<RegisterEntry> rows;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return rows;
        rows.push_back(
            {query.integer(0), query.text(1), query.text(2), domain::DocumentId(query.uuid(3)), query.bytes(4)});
    }
}

template <class Base>
Result<std::optional<StoredAnswer>> SqliteReading<Base>::answer(const domain::CommandId& id)
{
    Query query =
        m_database.query("SELECT digest, person, first_position, event_count, problem FROM commands WHERE id=?");
    const auto row = query.bind(id).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<StoredAnswer>();
    StoredAnswer found{query.digest(0), domain::PersonId(query.uuid(1)), query.integer(2), query.integer(3), {}};
    if (!query.isNull(4))
        found.problem = query.bytes(4);
    return std::optional(std::move(found));
}

template <class Base>
Result<bool> SqliteReading<Base>::hasFile(const Sha256& digest)
{
    Query query = m_database.query("SELECT 1 FROM files WHERE digest=?");
    return any(query.bind(digest));
}

template <class Base>
Result<bool> SqliteReading<Base>::hasUploaded(const domain::PersonId& person, const Sha256& digest)
{
    Query query = m_database.query("SELECT 1 FROM uploaders WHERE person=? AND digest=?");
    return any(query.bind(person).bind(digest));
}

template <class Base>
Result<bool> SqliteReading<Base>::mayReadFile(const domain::PersonId& person, const Sha256& digest)
{
    Query query = m_database.query("SELECT 1 FROM file_refs f JOIN grants g ON g.document = f.document "
                                   "JOIN memberships m ON m.principal = g.principal WHERE f.digest=? AND f.entitled=1 "
                                   "AND m.person=? AND g.to_position IS NULL AND m.to_position IS NULL LIMIT 1");
    return any(query.bind(digest).bind(person));
}

template <class Base>
Result<std::vector<domain::DocumentId>> SqliteReading<Base>::restrictedWith(const domain::PersonId& person,
                                                                            const Sha256& digest)
{
    Query query = m_database.query("SELECT DISTINCT d.id FROM file_refs f JOIN documents d ON d.key = f.document "
                                   "JOIN grants g ON g.document = f.document "
                                   "JOIN memberships m ON m.principal = g.principal "
                                   "WHERE f.digest=? AND f.entitled=1 AND m.person=? AND g.to_position IS NULL "
                                   "AND m.to_position IS NULL "
                                   "AND json_extract(CAST(d.state AS TEXT), '$.access.restricted')");
    query.bind(digest).bind(person);
    std::vector<domain::DocumentId> documents;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return documents;
        documents.push_back(domain::DocumentId(query.uuid(0)));
    }
}

template <class Base>
Result<std::vector<DueJudgement>> SqliteReading<Base>::dueJudgements()
{
    Query query = m_database.query("SELECT d.id, j.digest, j.former FROM judgements_due j "
                                   "JOIN documents d ON d.key = j.document "
                                   "WHERE EXISTS(SELECT 1 FROM file_refs r WHERE r.digest = j.digest "
                                   "AND r.document = j.document AND r.entitled=1) "
                                   "AND EXISTS(SELECT 1 FROM file_refs r WHERE r.digest = j.former "
                                   "AND r.document = j.document AND r.entitled=1)");
    std::vector<DueJudgement> due;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return due;
        due.push_back({domain::DocumentId(query.uuid(0)), query.digest(1), query.digest(2)});
    }
}

template class SqliteReading<LedgerView>;
template class SqliteReading<LedgerWriter>;

} // namespace diakinisi::server
