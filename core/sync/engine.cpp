#include "sync/engine.h"

#include "sync/back_off.h"

namespace diakinisi::sync {

Engine::Engine(const Doors& doors, Transport& transport, const Clock& clock, RandomSource& random, News news)
    : m_doors(doors),
      m_transport(transport),
      m_clock(clock),
      m_random(random),
      m_news(std::move(news))
{
}

Engine::~Engine()
{
    cancelAll();
}

void Engine::signIn(SignedIn session)
{
    cancelAll();
    const Moment now = steady();
    m_watch.expect(session.ledger);
    m_session = std::move(session);
    m_expired = m_untrusted = false;
    m_sessionProblem.reset();
    m_failures.clear();
    m_heldUntil.clear();
    m_problems.clear();
    Agenda fresh;
    fresh.retryAt = now;
    fresh.commandsAt = fresh.uploadsAt = fresh.downloadsAt = now;
    fresh.lastSynced = m_agenda.lastSynced;
    fresh.clockOffsetMs = m_agenda.clockOffsetMs;
    m_agenda = fresh;
    wakeChanged(step());
}

void Engine::signOut()
{
    cancelAll();
    m_session.reset();
    m_expired = false;
    m_sessionProblem.reset();
    wakeChanged(step());
}

void Engine::kick()
{
    const Moment now = steady();
    m_heldUntil.clear();
    m_agenda.retryAt = now;
    m_agenda.commandsAt = m_agenda.uploadsAt = m_agenda.downloadsAt = now;
    m_agenda.countsStale = true;
    wakeChanged(step());
}

domain::PersonId Engine::person() const
{
    return m_session ? m_session->person : domain::PersonId();
}

std::optional<Moment> Engine::step()
{
    Plan next = plan(situation());
    // A job that finds nothing to do only takes itself off the agenda, so this ends.
    for (int round = 0; round < 8 && !next.begin.empty(); ++round) {
        for (const Job job : next.begin)
            if (m_session)
                begin(job);
        next = plan(situation());
    }
    publish();
    return next.begin.empty() ? next.wakeAt : steady() + std::chrono::seconds(1);
}

void Engine::begin(Job job)
{
    switch (job) {
    case Job::AskServer:
        return m_watch.begin();
    case Job::Directory:
        return m_directory.begin();
    case Job::Push:
        return m_pusher.begin();
    case Job::Pull:
        return m_feed.begin();
    case Job::Upload:
        return m_uploader.begin();
    case Job::Download:
        return m_downloader.begin();
    }
}

void Engine::ask(Job job, Request request, Good good, Refused refused)
{
    if (!m_session)
        return;
    request.headers["Authorization"] = "Bearer " + m_session->token;
    m_running[job] =
        m_transport.begin(std::move(request), [this, job, good = std::move(good),
                                               refused = std::move(refused)](const Result<Response>& answer) {
            // The handlers live in the transport's entry, which is gone by now: copies keep what they captured.
            finished(job, answer, good, refused);
        });
}

void Engine::finished(Job job, const Result<Response>& answer, const Good& good, const Refused& refused)
{
    m_running.erase(job);
    Judgement judgement = judge(answer);
    if (judgement.verdict == Verdict::Good) {
        m_untrusted = false;
        m_problems.erase(job);
        m_heldUntil.erase(job);
        good(*answer);
        if (!m_problems.contains(job))
            m_failures.erase(job);
    } else if (judgement.verdict != Verdict::Refused || !refused || !refused(*answer, *judgement.error)) {
        failed(job, answer.has_value(), judgement);
    }
    wakeChanged(step());
}

void Engine::failed(Job job, bool answered, const Judgement& judgement)
{
    // What our own store said while it took the bytes is no failure of the way to the server.
    const ErrorCode code = judgement.error->code;
    m_agenda.directoryStale = m_agenda.directoryStale || job == Job::Directory;
    answered = answered || (code != ErrorCode::ServerUnreachable && code != ErrorCode::ServerUntrusted &&
                            code != ErrorCode::TimedOut);
    if (judgement.verdict == Verdict::SignInAgain)
        return sessionEnded(*judgement.error);
    if (judgement.verdict == Verdict::Rewound) {
        cancelAll();
        m_agenda.rewinding = true;
        m_agenda.serverKnown = m_agenda.caughtUp = false;
        const int before = m_failures[job]++; // told so again and again: not in a tight circle
        m_agenda.retryAt = steady() + (before ? backOffAfter(before, m_random) : std::chrono::milliseconds(0));
        return;
    }
    const auto delay = backOffAfter(++m_failures[job], m_random);
    const Moment again = steady() + std::max<std::chrono::milliseconds>(delay, judgement.retryAfter.value_or(delay));
    m_problems[job] = *judgement.error;
    if (answered) {
        m_heldUntil[job] = again; // the server is there: only this must wait
        return;
    }
    if (judgement.verdict == Verdict::Untrusted) {
        cancelAll(); // nothing more is said to whoever that is
        m_untrusted = true;
    }
    m_agenda.serverKnown = m_agenda.caughtUp = false;
    m_agenda.retryAt = std::max(m_agenda.retryAt, m_untrusted ? steady() + longestBackOff : again);
}

void Engine::hold(Job job, Error error)
{
    m_problems[job] = std::move(error);
    m_heldUntil[job] = steady() + backOffAfter(++m_failures[job], m_random);
}

void Engine::sessionEnded(const Error& error)
{
    cancelAll();
    m_session.reset();
    m_expired = true;
    m_sessionProblem = error;
}

void Engine::cancelAll()
{
    for (const auto& [job, ticket] : std::exchange(m_running, {}))
        m_transport.cancel(ticket);
    m_uploader.drop();
    m_downloader.drop();
    m_agenda.directoryStale = true; // an answer may have been lost with them
    m_agenda.commandsAt = m_agenda.uploadsAt = m_agenda.downloadsAt = steady();
}

Situation Engine::situation() const
{
    Situation now{.now = steady(),
                  .signedIn = m_session.has_value(),
                  .serverKnown = m_agenda.serverKnown,
                  .retryAt = m_agenda.retryAt,
                  .askAgainAt = m_agenda.askAgainAt,
                  .directoryStale = m_agenda.directoryStale,
                  .commandsAt = m_agenda.commandsAt,
                  .uploadsAt = m_agenda.uploadsAt,
                  .downloadsAt = m_agenda.downloadsAt,
                  .heldUntil = m_heldUntil,
                  .running = {}};
    for (const auto& [job, ticket] : m_running)
        now.running.insert(job);
    return now;
}

bool Engine::idle() const
{
    return std::ranges::all_of(m_running, [](const auto& entry) { return entry.first == Job::Pull; });
}

Phase Engine::phase() const
{
    if (m_expired)
        return Phase::SessionExpired;
    if (!m_session)
        return Phase::SignedOut;
    if (m_untrusted)
        return Phase::ServerUntrusted;
    if (m_agenda.rewinding)
        return Phase::Rewinding;
    if (!m_agenda.serverKnown)
        return m_failures.empty() ? Phase::Connecting : Phase::Offline;
    return m_agenda.caughtUp && idle() ? Phase::Synced : Phase::Syncing;
}

void Engine::publish()
{
    Status status = m_status;
    status.phase = phase();
    status.lastSynced = m_agenda.lastSynced;
    status.clockOffsetMs = m_agenda.clockOffsetMs;
    if (std::exchange(m_agenda.countsStale, false)) {
        status.waiting = m_doors.outbox.waitingCount().value_or(status.waiting);
        const auto uploads = m_doors.files.pendingUploads(1'000);
        status.uploads = uploads ? static_cast<int>(uploads->size()) : status.uploads;
    }
    status.problem = m_sessionProblem     ? m_sessionProblem
                     : m_problems.empty() ? std::nullopt
                                          : std::optional(m_problems.begin()->second);
    if (status == m_status)
        return;
    m_status = status;
    m_news.status(m_status);
}

} // namespace diakinisi::sync
