#include "storage/desk_views.h"

#include "domain/apply.h"
#include "storage/document_table.h"
#include "storage/event_table.h"
#include "storage/fold_waiting.h"
#include "storage/json_blob.h"
#include "storage/list_query.h"
#include "storage/search/query.h"
#include "storage/sqlite/rows.h"
#include "wire/command_json.h"
#include "wire/event_json.h"

namespace diakinisi::storage {

namespace {

Error notHere(const domain::DocumentId& id)
{
    return {ErrorCode::NotFound, id.toString(), {}};
}

struct Raw {
    AttentionEntry entry;
    QByteArray command;
};

Raw rawEntryOf(const Statement& s)
{
    Raw raw;
    raw.entry.command = s.id<domain::CommandId>(0);
    raw.entry.document = s.id<domain::DocumentId>(1);
    raw.entry.at = s.instant(2);
    raw.entry.reason = {errorCode(s.text(3)), s.text(4), s.text(5)};
    raw.entry.dependents = static_cast<int>(s.integer(6));
    raw.entry.subject = s.text(7);
    raw.command = s.blob(8);
    return raw;
}

/// The subject that a refused command itself brings, where the document is not on this desk any more.
QString subjectOf(const domain::Command& command)
{
    return std::visit(
        [](const auto& body) {
            if constexpr (requires { body.particulars.subject; })
                return body.particulars.subject;
            else
                return QString();
        },
        command.body);
}

} // namespace

DeskViews::DeskViews(ReadPool& pool, OrganisationNow organisation)
    : m_pool(pool),
      m_organisation(std::move(organisation))
{
}

Result<std::vector<ViewRow>> DeskViews::list(const ViewQuery& query, std::stop_token stop) const
{
    auto connection = m_pool.borrow(std::move(stop));
    if (!connection)
        return fail(connection.error());
    return readList(**connection, query);
}

Result<ViewCounts> DeskViews::counts() const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    ViewCounts counts;
    const auto lists =
        allRows(**connection, "SELECT list, total, unread FROM list_count", [&counts](const Statement& s) {
            counts.of[static_cast<ViewList>(s.integer(0))] = {static_cast<int>(s.integer(1)),
                                                              static_cast<int>(s.integer(2))};
            return true;
        });
    if (!lists)
        return fail(lists.error());
    const auto attention = oneInteger(**connection, "SELECT count(*) FROM outbox WHERE root = id", 0);
    if (!attention)
        return fail(attention.error());
    counts.attention = static_cast<int>(*attention);
    return counts;
}

Result<std::vector<ViewRow>> DeskViews::rows(const QVector<domain::DocumentId>& ids) const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    std::vector<ViewRow> rows;
    for (const domain::DocumentId& id : ids) {
        auto row = firstRow(**connection, selectRows("FROM document WHERE id = ?"), &viewRowOf, id);
        if (!row)
            return fail(row.error());
        if (*row)
            rows.push_back(std::move(**row));
    }
    return rows;
}

Result<DocumentState> DeskViews::document(const domain::DocumentId& id) const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    auto row = firstRow(**connection, selectRows("FROM document WHERE id = ?"), &viewRowOf, id);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(notHere(id));
    const auto blob = firstRow(
        **connection,
        "SELECT coalesce(s.view, s.confirmed, s.base) FROM document d JOIN document_state s ON s.row = d.row WHERE "
        "d.id = ?",
        [](const Statement& s) { return s.blob(0); }, id);
    if (!blob)
        return fail(blob.error());
    auto view = documentFromBlob(blob->value_or(QByteArray()));
    const auto confirmed = DocumentTable(**connection).confirmed(id);
    const auto events = oneInteger(**connection, "SELECT count(*) FROM event WHERE document = ?", 0, id);
    if (!view || !confirmed || !events)
        return fail(!view ? view.error() : !confirmed ? confirmed.error() : events.error());
    return DocumentState{std::move(*view), std::move(**row), *events >= confirmed->document.revision};
}

Result<domain::Document> DeskViews::confirmed(const domain::DocumentId& id) const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    auto state = DocumentTable(**connection).confirmed(id);
    if (!state)
        return fail(state.error());
    if (!state->document.exists())
        return fail(notHere(id));
    return std::move(state->document);
}

Result<std::vector<HistoryEntry>> DeskViews::history(const domain::DocumentId& id) const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    const auto records = EventTable(**connection).all(id);
    auto state = DocumentTable(**connection).confirmed(id);
    const auto waiting = OutboxTable(**connection).ofDocument(id);
    if (!records || !state || !waiting)
        return fail(!records ? records.error() : !state ? state.error() : waiting.error());
    std::vector<HistoryEntry> entries;
    for (const ledger::Record& record : *records)
        entries.push_back({wire::eventOf(record), false});
    const auto organisation = m_organisation();
    for (const OutboxRow& row : *waiting) {
        if (!row.fits)
            continue;
        const auto events = decideHere(state->document, row.command, row.person, *organisation);
        if (!events)
            continue; // the directory has changed this very moment; the next reading knows
        for (const domain::Event& event : *events) {
            domain::apply(state->document, event);
            entries.push_back({event, true});
        }
    }
    return entries;
}

Result<std::vector<WaitingCommand>> DeskViews::waiting(const domain::DocumentId& id) const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    auto rows = OutboxTable(**connection).ofDocument(id);
    if (!rows)
        return fail(rows.error());
    std::vector<WaitingCommand> waiting;
    for (OutboxRow& row : *rows)
        waiting.push_back({std::move(row.command), row.person, row.notBefore, row.fits});
    return waiting;
}

Result<domain::DocumentId> DeskViews::byNumber(qint64 number, int year) const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    const auto id = firstRow(
        **connection, "SELECT id FROM document WHERE number = ?1 AND (?2 = 0 OR year = ?2) ORDER BY year DESC LIMIT 1",
        [](const Statement& s) { return s.id<domain::DocumentId>(0); }, number, year);
    if (!id)
        return fail(id.error());
    if (!*id)
        return fail(ErrorCode::NotFound, QString::number(number));
    return **id;
}

Result<std::vector<ViewRow>> DeskViews::find(const QString& text, int limit, std::stop_token stop) const
{
    const QByteArray words = searchExpression(text);
    if (words.isEmpty())
        return std::vector<ViewRow>{};
    auto connection = m_pool.borrow(std::move(stop));
    if (!connection)
        return fail(connection.error());
    // The index gives rows newest first by itself, so the search ends after `limit` of them.
    return allRows(
        **connection,
        selectRows("FROM (SELECT rowid AS found FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) "
                   "CROSS JOIN document ON document.row = found ORDER BY found DESC"),
        &viewRowOf, QString::fromUtf8(words), limit);
}

Result<std::vector<ViewRow>> DeskViews::twins(const domain::Particulars& particulars, const std::vector<Sha256>& files,
                                              int limit) const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    std::map<qint64, ViewRow, std::greater<>> found;
    const auto add = [&](const QByteArray& where, const auto& value) -> Done {
        const auto rows = allRows(
            **connection, selectRows(", document.row FROM document WHERE " + where + " LIMIT ?"),
            [&found](const Statement& s) { return found.emplace(s.integer(20), viewRowOf(s)).second; }, value, limit);
        return rows ? Done() : fail(rows.error());
    };
    if (const QString key = twinKey(particulars); !key.isEmpty())
        if (auto ok = add("twin = ? ORDER BY row DESC", key); !ok)
            return fail(ok.error());
    for (const Sha256& digest : files)
        if (auto ok = add("id IN (SELECT document FROM document_file WHERE digest = ?) ORDER BY row DESC", digest); !ok)
            return fail(ok.error());
    std::vector<ViewRow> rows;
    for (auto& [row, view] : found)
        if (static_cast<int>(rows.size()) < limit)
            rows.push_back(std::move(view));
    return rows;
}

Result<std::vector<AttentionEntry>> DeskViews::attention() const
{
    auto connection = m_pool.borrow();
    if (!connection)
        return fail(connection.error());
    auto raws =
        allRows(**connection,
                "SELECT o.id, o.document, o.at, o.reason, o.reason_subject, o.reason_cause, "
                "(SELECT count(*) - 1 FROM outbox r WHERE r.root = o.id), coalesce(d.subject, ''), o.command "
                "FROM outbox o LEFT JOIN document d ON d.id = o.document WHERE o.root = o.id ORDER BY o.seq DESC",
                &rawEntryOf);
    if (!raws)
        return fail(raws.error());
    std::vector<AttentionEntry> entries;
    for (Raw& raw : *raws) {
        auto command = commandFromBlob(raw.command);
        if (!command)
            return fail(command.error());
        raw.entry.kind = domain::kindOf(command->body);
        if (raw.entry.subject.isEmpty())
            raw.entry.subject = subjectOf(*command);
        raw.entry.content = std::move(*command);
        entries.push_back(std::move(raw.entry));
    }
    return entries;
}

} // namespace diakinisi::storage
