#include "server/ledger_sqlite/sqlite_view.h"

// The questions that only a check of the whole store asks.
namespace diakinisi::server {
namespace {

template <class T, class Read>
Result<std::vector<T>> rowsOf(Query& query, Read read)
{
    std::vector<T> rows;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return rows;
        rows.push_back(read(query));
    }
}

Result<std::set<domain::Principal>> names(Query& query)
{
    const auto rows = rowsOf<QString>(query, [](const Query& row) { return row.text(0); });
    if (!rows)
        return fail(rows.error());
    return std::set<domain::Principal>(rows->begin(), rows->end());
}

} // namespace

template <class Base>
Result<std::vector<std::pair<domain::DocumentId, StoredDocument>>> SqliteReading<Base>::documentsAfter(qint64 key,
                                                                                                       qint64 limit)
{
    using Entry = std::pair<domain::DocumentId, StoredDocument>;
    Query query = m_database.query("SELECT id, key, position, state FROM documents WHERE key>? ORDER BY key LIMIT ?");
    return rowsOf<Entry>(query.bind(key).bind(limit), [](const Query& row) {
        return Entry(domain::DocumentId(row.uuid(0)), StoredDocument{row.integer(1), row.integer(2), row.bytes(3)});
    });
}

template <class Base>
Result<std::vector<BookState>> SqliteReading<Base>::books()
{
    Query query = m_database.query("SELECT series, year, last FROM counters ORDER BY series, year");
    return rowsOf<BookState>(query, [](const Query& row) {
        return BookState{row.text(0), static_cast<int>(row.integer(1)), row.integer(2)};
    });
}

template <class Base>
Result<std::vector<domain::DocumentId>> SqliteReading<Base>::bookDocuments(const BookState& book, qint64 after,
                                                                           qint64 limit)
{
    Query query = m_database.query("SELECT d.id FROM register_rows r JOIN documents d ON d.key = r.document "
                                   "WHERE r.series=? AND r.year=? AND r.number>? ORDER BY r.number LIMIT ?");
    query.bind(book.series).bind(qint64{book.year}).bind(after).bind(limit);
    return rowsOf<domain::DocumentId>(query, [](const Query& row) { return domain::DocumentId(row.uuid(0)); });
}

template <class Base>
Result<std::set<domain::Principal>> SqliteReading<Base>::openGrants(qint64 document)
{
    Query query = m_database.query("SELECT p.name FROM grants g JOIN principals p ON p.key = g.principal "
                                   "WHERE g.document=? AND g.to_position IS NULL");
    return names(query.bind(document));
}

template <class Base>
Result<std::set<domain::Principal>> SqliteReading<Base>::openMemberships(const domain::PersonId& person)
{
    Query query = m_database.query("SELECT p.name FROM memberships m JOIN principals p ON p.key = m.principal "
                                   "WHERE m.person=? AND m.to_position IS NULL");
    return names(query.bind(person));
}

template <class Base>
Result<std::vector<StoredFile>> SqliteReading<Base>::filesAfter(const Sha256& digest, qint64 limit)
{
    Query query = m_database.query("SELECT digest, size FROM files WHERE digest>? ORDER BY digest LIMIT ?");
    return rowsOf<StoredFile>(query.bind(digest).bind(limit), [](const Query& row) {
        return StoredFile{row.digest(0), row.integer(1)};
    });
}

#define DIAKINISI_CHECK_QUERIES(Base)                                                                                  \
    template Result<std::vector<std::pair<domain::DocumentId, StoredDocument>>> SqliteReading<Base>::documentsAfter(   \
        qint64, qint64);                                                                                               \
    template Result<std::vector<BookState>> SqliteReading<Base>::books();                                              \
    template Result<std::vector<domain::DocumentId>> SqliteReading<Base>::bookDocuments(const BookState&, qint64,      \
                                                                                        qint64);                       \
    template Result<std::set<domain::Principal>> SqliteReading<Base>::openGrants(qint64);                              \
    template Result<std::set<domain::Principal>> SqliteReading<Base>::openMemberships(const domain::PersonId&);        \
    template Result<std::vector<StoredFile>> SqliteReading<Base>::filesAfter(const Sha256&, qint64)
DIAKINISI_CHECK_QUERIES(LedgerView);
DIAKINISI_CHECK_QUERIES(LedgerWriter);
#undef DIAKINISI_CHECK_QUERIES

} // namespace diakinisi::server
