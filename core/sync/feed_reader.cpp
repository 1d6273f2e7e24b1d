#include "sync/jobs.h"

#include "wire/json_reader.h"
#include "wire/routes.h"

namespace diakinisi::sync {

namespace {

using namespace std::chrono_literals;
constexpr int itemsOfAPage = 200;
constexpr auto patience = 50s; ///< how long the server may keep the question until there is news

} // namespace

void FeedReader::begin()
{
    const auto cursor = m_host.doors().feed.cursor();
    if (!cursor)
        return m_host.hold(Job::Pull, cursor.error());
    const bool wait = m_host.agenda().caughtUp;
    std::vector<std::pair<QString, QString>> query{
        {QStringLiteral("limit"), QString::number(itemsOfAPage)},
        {QStringLiteral("wait"), QString::number(wait ? std::chrono::seconds(patience).count() : 0)}};
    if (!cursor->isEmpty())
        query.insert(query.begin(), {QStringLiteral("after"), *cursor});
    Request request;
    request.path = withQuery(wire::routes::feed, query);
    request.silence = wait ? patience + 20s : 30s;
    request.mostBytes = 64 * limits::miB;
    m_host.ask(Job::Pull, std::move(request),
               [this, wait, asked = m_host.steady()](const Response& response) { take(response, wait, asked); });
}

void FeedReader::take(const Response& response, bool waited, Moment asked)
{
    const auto json = wire::readJsonObject(response.body, {.depth = 64, .bytes = 64 * limits::miB});
    const auto page = json ? wire::fromJson<wire::FeedPage>(*json, u"feed") : fail(json.error());
    const Done taken = page ? m_host.doors().feed.take(*page) : fail(page.error());
    if (!taken)
        return m_host.hold(Job::Pull, taken.error());
    Agenda& agenda = m_host.agenda();
    agenda.caughtUp = !page->more;
    if (agenda.caughtUp)
        agenda.lastSynced = m_host.now();
    if (page->items.empty() && waited && m_host.steady() - asked < 1s)
        m_host.hold(Job::Pull, {ErrorCode::ServerBusy, {}, QStringLiteral("the server does not wait for news")});
    tell(*page);
}

void FeedReader::tell(const wire::FeedPage& page)
{
    QVector<domain::DocumentId> changed;
    for (const wire::FeedItem& item : page.items) {
        const domain::DocumentId document = item.record     ? item.record->envelope.document
                                            : item.document ? *item.document
                                            : item.snapshot ? item.snapshot->id
                                                            : domain::DocumentId();
        if (document == domain::organisationDocument())
            m_host.agenda().directoryStale = true;
        else if (!document.isNull() && !changed.contains(document))
            changed.push_back(document);
    }
    if (!changed.isEmpty())
        m_host.news().documentsChanged(changed);
}

} // namespace diakinisi::sync
