#include "sync/jobs.h"

#include "wire/json_reader.h"
#include "wire/routes.h"

namespace diakinisi::sync {

namespace {

using namespace std::chrono_literals;
constexpr auto betweenQuestions = 15min;

} // namespace

void ServerWatch::begin()
{
    Request request;
    request.path = wire::routes::server;
    request.silence = 15s;
    m_host.ask(Job::AskServer, std::move(request),
               [this, asked = m_host.now(), steady = m_host.steady()](const Response& response) {
                   take(response, asked, steady);
               });
}

void ServerWatch::take(const Response& response, Instant asked, Moment askedSteady)
{
    Agenda& agenda = m_host.agenda();
    const auto json = wire::readJsonObject(response.body);
    const auto info = json ? wire::fromJson<wire::ServerInfo>(*json, u"server") : fail(json.error());
    if (!info)
        return m_host.hold(Job::AskServer, info.error());
    if (m_ledger && info->ledger != *m_ledger)
        return m_host.hold(Job::AskServer,
                           {ErrorCode::ServerUntrusted, info->organisation,
                            QStringLiteral("the server keeps another ledger: ") + info->ledger.toString()});
    // The official time is taken to be of the middle of the exchange. By the steady clock: our own may step meanwhile.
    const auto travel = std::chrono::duration_cast<std::chrono::milliseconds>(m_host.steady() - askedSteady);
    agenda.clockOffsetMs = info->time - (asked + travel.count() / 2);
    agenda.askAgainAt = m_host.steady() + betweenQuestions;
    if (const Done noted = m_host.doors().feed.noteClockOffset(agenda.clockOffsetMs, m_host.now()); !noted)
        return m_host.hold(Job::AskServer, noted.error());
    if (agenda.rewinding) {
        if (const Done rewound = m_host.doors().feed.rewind(info->epoch); !rewound)
            return m_host.hold(Job::AskServer, rewound.error());
        agenda.rewinding = false;
        agenda.countsStale = true;
    }
    agenda.serverKnown = true;
}

void DirectoryReader::begin()
{
    const auto position = m_host.doors().feed.directoryPosition();
    if (!position)
        return m_host.hold(Job::Directory, position.error());
    m_host.agenda().directoryStale = false; // events that come meanwhile make it stale again
    Request request;
    request.path = withQuery(wire::routes::directory, {{QStringLiteral("after"), QString::number(*position)}});
    m_host.ask(Job::Directory, std::move(request), [this](const Response& response) { take(response); });
}

void DirectoryReader::take(const Response& response)
{
    if (response.body.isEmpty())
        return; // nothing newer
    const auto json = wire::readJsonObject(response.body, {.depth = 64, .bytes = 32 * limits::miB});
    const auto snapshot = json ? wire::fromJson<wire::DirectorySnapshot>(*json, u"directory") : fail(json.error());
    const Done taken = snapshot ? m_host.doors().feed.takeDirectory(*snapshot) : fail(snapshot.error());
    if (!taken) {
        m_host.agenda().directoryStale = true;
        return m_host.hold(Job::Directory, taken.error());
    }
    m_host.news().directoryChanged();
}

} // namespace diakinisi::sync
