#include "storage/document_table.h"

#include "storage/json_blob.h"
#include "storage/sqlite/rows.h"

namespace diakinisi::storage {

namespace {

constexpr qint64 rowsInSecond = 16;
constexpr qint64 rowsInDay = rowsInSecond * 24 * 60 * 60;

void bindColumns(Statement& s, qint64 row, const RowColumns& c)
{
    const ViewRow& r = c.row;
    const auto unlessEmpty = [](const QString& text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
    std::optional<QString> series;
    std::optional<int> year;
    std::optional<qint64> number;
    if (r.number) {
        series = r.number->series;
        year = r.number->year;
        number = r.number->number;
    }
    s.bindAll(row, r.id, series, year, number, static_cast<int>(r.numberState), static_cast<int>(r.direction),
              r.subject, r.parties, r.unit, r.holder, r.at, r.localDate, unlessEmpty(r.dueDate),
              static_cast<int>(r.purpose), static_cast<int>(r.routeState), r.restricted, r.cancelled, r.hasSignature,
              r.waiting, r.unread, c.lists, static_cast<int>(c.open), c.bookOrder, unlessEmpty(c.twin));
}

} // namespace

Result<ConfirmedState> DocumentTable::confirmed(const domain::DocumentId& id)
{
    ConfirmedState state;
    const auto blob = firstRow(
        m_connection,
        "SELECT d.row, s.base IS NOT NULL, s.base_epoch, s.base_seq, s.confirmed_epoch, s.confirmed_seq, s.stale, "
        "coalesce(s.confirmed, s.base) FROM document d JOIN document_state s ON s.row = d.row WHERE d.id = ?",
        [&state](const Statement& s) {
            state.row = s.integer(0);
            state.hasBase = s.boolean(1);
            state.basePlace = {s.integer(2), s.integer(3)};
            state.place = {s.integer(4), s.integer(5)};
            state.stale = s.boolean(6);
            return s.blob(7);
        },
        id);
    if (!blob)
        return fail(blob.error());
    if (!*blob || (*blob)->isNull())
        return state;
    auto document = documentFromBlob(**blob);
    if (!document)
        return fail(document.error());
    state.document = std::move(*document);
    return state;
}

Result<domain::Document> DocumentTable::base(qint64 row)
{
    const auto blob = firstRow(
        m_connection, "SELECT base FROM document_state WHERE row = ?", [](const Statement& s) { return s.blob(0); },
        row);
    if (!blob)
        return fail(blob.error());
    if (!*blob || (*blob)->isNull())
        return domain::Document{};
    return documentFromBlob(**blob);
}

Result<std::optional<DocumentTable::Known>> DocumentTable::known(const domain::DocumentId& id)
{
    return firstRow(
        m_connection, "SELECT row, lists, unread FROM document WHERE id = ?",
        [](const Statement& s) {
            return Known{s.integer(0), static_cast<int>(s.integer(1)), s.boolean(2)};
        },
        id);
}

/// The first free row of that second; when more were created than a second has rows, the next free one of that day.
Result<qint64> DocumentTable::freeRow(Instant created)
{
    const qint64 first = std::max<qint64>(1, created.milliseconds / 1000 * rowsInSecond);
    const auto taken = oneInteger(m_connection, "SELECT max(row) FROM document WHERE row BETWEEN ? AND ?", 0, first,
                                  first + rowsInSecond - 1);
    if (!taken || *taken == 0)
        return taken ? Result<qint64>(first) : taken;
    if (*taken < first + rowsInSecond - 1)
        return *taken + 1;
    const auto ofDay = oneInteger(m_connection, "SELECT max(row) FROM document WHERE row BETWEEN ? AND ?", 0, first,
                                  first + rowsInDay);
    if (!ofDay)
        return ofDay;
    if (*ofDay < first + rowsInDay)
        return *ofDay + 1;
    const auto newest = oneInteger(m_connection, "SELECT max(row) FROM document", 0);
    return newest ? Result<qint64>(*newest + 1) : newest;
}

Result<qint64> DocumentTable::saveRow(const domain::Document& view, const RowColumns& columns, int waiting,
                                      bool byOther)
{
    const auto before = known(view.id);
    if (!before)
        return fail(before.error());
    RowColumns after = columns;
    const int lists = *before ? (*before)->lists : 0;
    const bool newlyMine = (columns.lists & ~lists & personalLists) != 0 && byOther;
    after.row.unread = (columns.lists & personalLists) != 0 && (newlyMine || (*before && (*before)->unread));
    after.row.waiting = waiting;
    const auto row = *before ? Result<qint64>((*before)->row) : freeRow(view.createdAt);
    if (!row)
        return row;
    if (auto ok = *before ? update(*row, after) : insert(*row, after); !ok)
        return fail(ok.error());
    if (auto ok = saveText(*row, searchTextOf(view)); !ok)
        return fail(ok.error());
    if (auto ok = saveFiles(view); !ok)
        return fail(ok.error());
    return row;
}

Done DocumentTable::insert(qint64 row, const RowColumns& columns)
{
    auto statement =
        m_connection.prepare("INSERT INTO document(row, id, series, year, number, number_state, direction, subject, "
                             "parties, unit, holder, at, "
                             "local_date, due_date, purpose, route_state, restricted, cancelled, has_signature, "
                             "waiting, unread, lists, open, "
                             "book_order, twin) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!statement)
        return fail(statement.error());
    bindColumns(*statement, row, columns);
    if (auto ok = statement->run(); !ok)
        return ok;
    return m_connection.run("INSERT INTO document_state(row) VALUES (?)", row);
}

Done DocumentTable::update(qint64 row, const RowColumns& columns)
{
    auto statement = m_connection.prepare(
        "UPDATE document SET series=?3, year=?4, number=?5, number_state=?6, direction=?7, subject=?8, parties=?9, "
        "unit=?10, holder=?11, at=?12, local_date=?13, due_date=?14, purpose=?15, route_state=?16, restricted=?17, "
        "cancelled=?18, has_signature=?19, waiting=?20, unread=?21, lists=?22, open=?23, book_order=?24, twin=?25 "
        "WHERE row=?1 AND id=?2");
    if (!statement)
        return fail(statement.error());
    bindColumns(*statement, row, columns);
    return statement->run();
}

Done DocumentTable::saveText(qint64 row, const QString& text)
{
    return m_connection.run("INSERT INTO search_text(row, text) VALUES (?, ?) "
                            "ON CONFLICT(row) DO UPDATE SET text = excluded.text WHERE text <> excluded.text",
                            row, text);
}

Done DocumentTable::saveFiles(const domain::Document& view)
{
    for (const domain::Item& item : view.items)
        for (const domain::Version& version : item.versions)
            for (const domain::Rendition& rendition : version.renditions)
                if (auto ok = m_connection.run("INSERT OR IGNORE INTO document_file(document, digest) VALUES (?, ?)",
                                               view.id, rendition.file.digest);
                    !ok)
                    return ok;
    return {};
}

Done DocumentTable::saveBase(const ConfirmedState& state, const domain::Document& base)
{
    const auto blob = toBlob(base);
    if (!blob)
        return fail(blob.error());
    return m_connection.run("UPDATE document_state SET base=?, base_epoch=?, base_seq=? WHERE row=?", *blob,
                            state.basePlace.epoch, state.basePlace.seq, state.row);
}

Done DocumentTable::saveConfirmed(const ConfirmedState& state)
{
    QByteArray blob; // NULL: the snapshot is all
    if (state.document.exists() && !(state.hasBase && state.place == state.basePlace)) {
        auto made = toBlob(state.document);
        if (!made)
            return fail(made.error());
        blob = std::move(*made);
    }
    return m_connection.run("UPDATE document_state SET confirmed=?, confirmed_epoch=?, confirmed_seq=?, stale=? "
                            "WHERE row=?",
                            blob, state.place.epoch, state.place.seq, state.stale, state.row);
}

Done DocumentTable::saveView(qint64 row, const std::optional<domain::Document>& view)
{
    if (!view)
        return m_connection.run("UPDATE document_state SET view=NULL WHERE row=? AND view IS NOT NULL", row);
    const auto blob = toBlob(*view);
    if (!blob)
        return fail(blob.error());
    return m_connection.run("UPDATE document_state SET view=? WHERE row=?", *blob, row);
}

Done DocumentTable::remove(const domain::DocumentId& id)
{
    const auto before = known(id);
    if (!before)
        return fail(before.error());
    if (*before) {
        const qint64 row = (*before)->row;
        if (auto ok = m_connection.run("DELETE FROM search_text WHERE row = ?", row); !ok)
            return ok;
        if (auto ok = m_connection.run("DELETE FROM document WHERE row = ?", row); !ok)
            return ok;
    }
    // Bytes that only this document needed, and that no command still carries, go with it.
    if (auto ok = m_connection.run(
            "UPDATE file SET here=0, wanted=0, doomed=1 WHERE digest IN (SELECT digest FROM document_file WHERE "
            "document=?1) "
            "AND own=0 AND pending=0 AND digest NOT IN (SELECT digest FROM outbox_file) AND NOT EXISTS "
            "(SELECT 1 FROM document_file o WHERE o.digest = file.digest AND o.document <> ?1)",
            id);
        !ok)
        return ok;
    if (auto ok = m_connection.run("DELETE FROM pin WHERE document = ?", id); !ok)
        return ok;
    return m_connection.run("DELETE FROM document_file WHERE document = ?", id);
}

} // namespace diakinisi::storage
