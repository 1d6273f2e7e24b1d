#pragma once
#include "base/clock.h"
#include "base/random.h"
#include "sync/jobs.h"

#include <map>

namespace diakinisi::sync {

/// Under whose session commands leave.
struct SignedIn {
    domain::PersonId person;
    QByteArray token;
    std::optional<domain::LedgerId> ledger; ///< the profile's, once known
};

/// Carries out the plan: holds the state, begins what is due, judges what comes back. One thread; never blocks but for
/// the doors. Whoever drives it calls step() when the time that step() named has come.
class Engine final : private JobHost
{
public:
    Engine(const Doors& doors, Transport& transport, const Clock& clock, RandomSource& random, News news);
    ~Engine() override;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    void signIn(SignedIn session);
    void signOut();
    /// The store has something new to send or to fetch, or a person wants it now: no more waiting after failures.
    void kick();
    /// Begins what is due; when to be called again, if nothing else happens before. `wakeChanged` tells later changes.
    std::optional<Moment> step();
    std::function<void(std::optional<Moment>)> wakeChanged = [](std::optional<Moment>) {};

    const Status& status() const { return m_status; }

private:
    void ask(Job job, Request request, Good good, Refused refused) override;
    void hold(Job job, Error error) override;
    Doors& doors() override { return m_doors; }
    Agenda& agenda() override { return m_agenda; }
    const News& news() const override { return m_news; }
    domain::PersonId person() const override;
    Instant now() const override { return m_clock.now(); }
    Moment steady() const override { return m_clock.steady(); }

    void finished(Job job, const Result<Response>& answer, const Good& good, const Refused& refused);
    void failed(Job job, bool answered, const Judgement& judgement);
    void sessionEnded(const Error& error);
    void begin(Job job);
    void cancelAll();
    Situation situation() const;
    Phase phase() const;
    bool idle() const;
    void publish();

    Doors m_doors;
    Transport& m_transport;
    const Clock& m_clock;
    RandomSource& m_random;
    News m_news;

    std::optional<SignedIn> m_session;
    bool m_expired = false;
    bool m_untrusted = false;
    Agenda m_agenda;
    std::map<Job, Transport::Ticket> m_running;
    std::map<Job, int> m_failures;
    std::map<Job, Moment> m_heldUntil;
    std::map<Job, Error> m_problems;
    std::optional<Error> m_sessionProblem;
    Status m_status;

    ServerWatch m_watch{*this};
    DirectoryReader m_directory{*this};
    CommandPusher m_pusher{*this};
    FeedReader m_feed{*this};
    Uploader m_uploader{*this};
    Downloader m_downloader{*this};
};

} // namespace diakinisi::sync
