#include "desk/desk_lists.h"

#include "wire/json_reader.h"
#include "wire/value_json.h"

#include <QJsonDocument>

namespace diakinisi::desk {

namespace {

static_assert(static_cast<int>(ListKind::ForAction) == static_cast<int>(storage::ViewList::ForAction));
static_assert(static_cast<int>(ListKind::Outgoing) == static_cast<int>(storage::ViewList::Outgoing));
static_assert(static_cast<int>(ListKind::NeedsYou) == storage::viewListCount);
static_assert(static_cast<int>(ListQuery::Order::ByNumber) == static_cast<int>(storage::ViewQuery::Order::ByNumber));

storage::ViewQuery viewOf(const ListQuery& query)
{
    storage::ViewQuery view;
    view.list = static_cast<storage::ViewList>(query.kind);
    view.text = query.text;
    view.direction = query.direction;
    view.unit = query.unit;
    view.from = query.from;
    view.to = query.to;
    view.order = static_cast<storage::ViewQuery::Order>(query.order);
    view.limit = query.limit;
    view.offset = query.offset;
    return view;
}

} // namespace

Result<std::vector<DocumentRow>> DeskLists::list(const ListQuery& query)
{
    if (query.kind == ListKind::NeedsYou)
        return needsYou(query);
    return m_parts.store->views().list(viewOf(query)).map([this](const auto& views) {
        return RowMaker(m_parts.organisation(), m_parts.clock.now()).rows(views);
    });
}

Result<std::vector<DocumentRow>> DeskLists::needsYou(const ListQuery& query)
{
    const auto entries = m_parts.store->views().attention();
    if (!entries)
        return fail(entries.error());
    QVector<domain::DocumentId> documents;
    for (const storage::AttentionEntry& entry : *entries)
        if (!documents.contains(entry.document))
            documents.push_back(entry.document);
    return rows(documents.mid(query.offset, query.limit));
}

Result<ListCounts> DeskLists::counts()
{
    return m_parts.store->views().counts().map([](const storage::ViewCounts& views) {
        ListCounts counts;
        for (const auto& [list, count] : views.of)
            counts.of[static_cast<ListKind>(list)] = {count.all, count.unread};
        counts.of[ListKind::NeedsYou] = {views.attention, views.attention};
        return counts;
    });
}

Result<std::vector<DocumentRow>> DeskLists::rows(const QVector<domain::DocumentId>& ids)
{
    return m_parts.store->views().rows(ids).map(
        [this](const auto& views) { return RowMaker(m_parts.organisation(), m_parts.clock.now()).rows(views); });
}

Done DeskLists::markRead(const domain::DocumentId& document, bool read)
{
    return m_parts.store->markRead(document, read);
}

Result<std::vector<AttentionRow>> DeskLists::attention()
{
    return m_parts.store->views().attention().map([this](const auto& entries) {
        const RowMaker maker(m_parts.organisation(), m_parts.clock.now());
        std::vector<AttentionRow> rows;
        for (const storage::AttentionEntry& entry : entries)
            rows.push_back(maker.attention(entry));
        return rows;
    });
}

Done DeskLists::tryAgain(const domain::CommandId& command)
{
    const Done again = m_parts.store->tryAgain(command);
    if (again)
        m_parts.kick();
    return again;
}

Done DeskLists::dismiss(const domain::CommandId& command)
{
    return m_parts.store->dismiss(command);
}

Result<std::vector<DocumentRow>> DeskFinder::find(const QString& text, int limit, std::stop_token stop)
{
    return m_parts.store->views().find(text, limit, std::move(stop)).map([this](const auto& views) {
        return RowMaker(m_parts.organisation(), m_parts.clock.now()).rows(views);
    });
}

Done DeskFormDrafts::save(const FormDraft& draft)
{
    const QByteArray content = QJsonDocument(wire::toJson(draft.form)).toJson(QJsonDocument::Compact);
    return m_parts.store->memory().saveForm({draft.id, draft.savedAt, content});
}

Result<std::vector<FormDraft>> DeskFormDrafts::list()
{
    const auto stored = m_parts.store->memory().forms();
    if (!stored)
        return fail(stored.error());
    std::vector<FormDraft> drafts;
    for (const storage::StoredForm& each : *stored) {
        const auto json = wire::readJsonObject(each.content);
        // What an older version saved lacks some fields: they stay as in an empty form.
        auto form =
            json ? wire::fromJson<RegistrationForm>(*json, u"form", wire::ReadRules::lenient()) : fail(json.error());
        if (form)
            drafts.push_back({each.id, each.savedAt, std::move(*form)});
    }
    return drafts;
}

Done DeskFormDrafts::remove(const QUuid& id)
{
    return m_parts.store->memory().removeForm(id);
}

} // namespace diakinisi::desk
