#include "desk/desk_lists.h"

#include "sync/transport.h"
#include "wire/json_reader.h"
#include "wire/messages.h"
#include "wire/routes.h"

namespace diakinisi::desk {

Result<DocumentView> DeskReader::read(const domain::DocumentId& document)
{
    auto state = m_parts.store->views().document(document);
    if (!state)
        return fail(state.error());
    const auto events = m_parts.store->views().history(document);
    if (!events)
        return fail(events.error());
    const auto organisation = m_parts.organisation();
    const Instant now = m_parts.officialNow();
    const RowMaker maker(organisation, now);
    DocumentView view;
    view.row = maker.row(state->row);
    view.historyComplete = state->historyComplete;
    for (const storage::HistoryEntry& entry : *events)
        view.history.push_back(maker.history(entry));
    if (const auto person = m_parts.store->person())
        view.acts = domain::possibleActs(state->document, *organisation, *person, now);
    view.document = std::move(state->document);
    return view;
}

Result<domain::DocumentId> DeskReader::byNumber(const QString& text)
{
    const QStringList halves = text.trimmed().split(u'/');
    bool isNumber = false;
    const qint64 number = halves.front().trimmed().toLongLong(&isNumber);
    bool isYear = true;
    const int year = halves.size() == 2 ? halves.back().trimmed().toInt(&isYear) : 0;
    if (!isNumber || !isYear || number <= 0 || year < 0 || halves.size() > 2)
        return fail(ErrorCode::NotFound, text);
    return m_parts.store->views().byNumber(number, year);
}

Done DeskReader::fetchHistory(const domain::DocumentId& document, std::stop_token stop)
{
    QString path = wire::routes::history;
    path.replace(QStringLiteral("{id}"), document.toString());
    qint64 after = 0;
    for (bool more = true; more;) {
        const auto bytes = m_ask(path + QStringLiteral("?after=%1&limit=200").arg(after), stop);
        if (!bytes)
            return fail(bytes.error());
        const auto json = wire::readJsonObject(*bytes, {.depth = 64, .bytes = 32 * limits::miB});
        const auto page = json ? wire::fromJson<wire::HistoryPage>(*json, u"history") : fail(json.error());
        const Done taken = page ? m_parts.store->takeHistory(document, page->events) : fail(page.error());
        if (!taken)
            return taken;
        more = page->more && !page->events.empty();
        if (!page->events.empty())
            after = page->events.back().envelope.seq;
    }
    return {};
}

} // namespace diakinisi::desk
