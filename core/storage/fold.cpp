#include "storage/fold.h"

#include "domain/apply.h"
#include "storage/fold_waiting.h"
#include "wire/event_json.h"

namespace diakinisi::storage {

namespace {

/// Does this event bring a document into being? Others mean nothing on one that is not here.
bool begins(const ledger::Record& record)
{
    return record.envelope.kind == domain::DocumentRegistered::kind ||
           record.envelope.kind == domain::DraftStarted::kind;
}

} // namespace

Fold::Fold(Connection& connection, FoldContext context)
    : m_context(context),
      m_documents(connection),
      m_events(connection),
      m_outbox(connection)
{
}

Result<Fold::Working*> Fold::working(const domain::DocumentId& document)
{
    if (const auto known = m_working.find(document); known != m_working.end())
        return &known->second;
    auto state = m_documents.confirmed(document);
    if (!state)
        return fail(state.error());
    return &m_working.emplace(document, Working{std::move(*state), {}, false, false, false}).first->second;
}

Done Fold::takeEvent(const ledger::Record& record)
{
    const domain::DocumentId& id = record.envelope.document;
    if (id == domain::organisationDocument())
        return {}; // the directory brings what comes of it
    const auto found = working(id);
    if (!found)
        return fail(found.error());
    Working& working = **found;
    if (!working.state.document.exists() && !begins(record))
        return {};
    const auto added = m_events.add(record);
    if (!added)
        return fail(added.error());
    const EventPlace place = placeOf(record);
    if (working.state.stale) {
        working.state.stale = false;
        working.touched = working.confirmedChanged = true;
    }
    if (!*added || (working.state.hasBase && place <= working.state.basePlace))
        return {};
    working.touched = working.confirmedChanged = true;
    working.byOther = working.byOther || record.envelope.by != m_context.lens.person;
    if (place < working.state.place)
        return rebuild(working, id);
    domain::apply(working.state.document, wire::eventOf(record));
    working.state.place = place;
    return {};
}

/// The snapshot and all events behind it, in their order.
Done Fold::rebuild(Working& working, const domain::DocumentId& id)
{
    auto base = working.newBase ? Result<domain::Document>(*working.newBase) : m_documents.base(working.state.row);
    if (!base)
        return fail(base.error());
    const auto records = m_events.after(id, working.state.basePlace);
    if (!records)
        return fail(records.error());
    working.state.document = std::move(*base);
    working.state.place = working.state.basePlace;
    for (const ledger::Record& record : *records) {
        domain::apply(working.state.document, wire::eventOf(record));
        working.state.place = placeOf(record);
    }
    return {};
}

Done Fold::takeSnapshot(const domain::Document& snapshot, EventPlace place)
{
    const auto found = working(snapshot.id);
    if (!found)
        return fail(found.error());
    Working& working = **found;
    const bool same = working.state.document == snapshot;
    if (same && working.state.stale)
        if (auto ok = m_events.clearHandback(snapshot.id); !ok)
            return ok;
    if (working.state.hasBase && place < working.state.basePlace && !working.state.stale)
        return {}; // an older page again; after a rewinding the server may truly stand further back
    working.byOther = working.byOther || !same;
    working.newBase = snapshot;
    working.state.hasBase = true;
    working.state.basePlace = place;
    working.state.stale = false;
    working.touched = working.confirmedChanged = true;
    return rebuild(working, snapshot.id);
}

Done Fold::withdraw(const domain::DocumentId& document)
{
    const auto found = working(document);
    if (!found)
        return fail(found.error());
    if (auto ok = m_documents.remove(document); !ok)
        return ok;
    if (auto ok = m_events.remove(document); !ok)
        return ok;
    **found = Working{};
    (*found)->touched = true;
    return {};
}

bool Fold::hasComeAgain(const domain::DocumentId& document) const
{
    const auto known = m_working.find(document);
    return known != m_working.end() && known->second.touched && !known->second.state.stale;
}

void Fold::touch(const domain::DocumentId& document)
{
    if (document == domain::organisationDocument())
        return;
    if (const auto found = working(document))
        (*found)->touched = true;
    else if (!m_error)
        m_error = found.error();
}

Done Fold::finish()
{
    if (m_error)
        return fail(*m_error);
    QSet<domain::DocumentId> touched;
    for (const auto& [id, working] : m_working)
        if (working.touched)
            touched.insert(id);
    auto rows = connectedRows(m_outbox, touched);
    if (!rows)
        return fail(rows.error());
    for (const OutboxRow& row : *rows)
        touch(row.command.document);
    if (m_error)
        return fail(*m_error);
    std::map<domain::DocumentId, domain::Document> views;
    for (const auto& [id, working] : m_working)
        if (working.touched)
            views.emplace(id, working.state.document);
    const WaitingFold waiting = foldWaiting(*rows, views, m_context.organisation);
    m_refusals = waiting.refusals;
    views.erase(domain::organisationDocument());
    for (const OutboxRow& row : *rows)
        if (const bool fits = !m_refusals.contains(row.command.id); fits != row.fits)
            if (auto ok = m_outbox.setFits(row.seq, fits); !ok)
                return ok;
    return saveAll(*rows, views);
}

Done Fold::saveAll(const std::vector<OutboxRow>& rows, const std::map<domain::DocumentId, domain::Document>& views)
{
    QHash<domain::DocumentId, int> waiting;
    for (const OutboxRow& row : rows)
        ++waiting[row.command.document];
    for (const auto& [id, view] : views) {
        if (auto ok = save(id, m_working.at(id), view, waiting.value(id)); !ok)
            return ok;
        m_changed << id;
    }
    return {};
}

Done Fold::save(const domain::DocumentId& id, Working& working, const domain::Document& view, int waiting)
{
    if (!view.exists())
        return working.state.row > 0 ? m_documents.remove(id) : Done();
    const auto columns = columnsOf(view, m_context.lens, m_context.organisation);
    const auto row = m_documents.saveRow(view, columns, waiting, working.byOther);
    if (!row)
        return fail(row.error());
    working.state.row = *row;
    if (working.newBase)
        if (auto ok = m_documents.saveBase(working.state, *working.newBase); !ok)
            return ok;
    if (working.confirmedChanged)
        if (auto ok = m_documents.saveConfirmed(working.state); !ok)
            return ok;
    const bool differs = waiting > 0 && view != working.state.document;
    return m_documents.saveView(*row, differs ? std::optional(view) : std::nullopt);
}

} // namespace diakinisi::storage
