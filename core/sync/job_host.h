#pragma once
#include "sync/doors.h"
#include "sync/judge.h"
#include "sync/plan.h"
#include "sync/status.h"

namespace diakinisi::sync {

struct Doors {
    OutboxDoor& outbox;
    FeedDoor& feed;
    FilesDoor& files;
};

/// What jobs know in common and the plan looks at.
struct Agenda {
    bool serverKnown = false;
    bool rewinding = false; ///< the server said that our cursor is of a ledger that is no more
    bool caughtUp = false;  ///< the last page of the feed was the newest
    bool directoryStale = true;
    Moment retryAt;
    Moment askAgainAt;
    std::optional<Moment> commandsAt;
    std::optional<Moment> uploadsAt;
    std::optional<Moment> downloadsAt;
    std::optional<Instant> lastSynced;
    qint64 clockOffsetMs = 0;
    bool countsStale = true; ///< what waits is to be counted again
};

/// What a job sees of the engine that runs it.
class JobHost
{
public:
    using Good = std::function<void(const Response&)>;
    /// What to do about a refusal of this very request; true: it is dealt with, nothing is wrong with the job.
    using Refused = std::function<bool(const Response&, const Error&)>;

    virtual ~JobHost() = default;
    /// Sends the request under the session. The job runs until the answer has come and its handler has asked no more.
    virtual void ask(Job job, Request request, Good good, Refused refused = {}) = 0;
    /// The job cannot go on for now, by our store's fault or the answer's: it is held back for a while.
    virtual void hold(Job job, Error error) = 0;

    virtual Doors& doors() = 0;
    virtual Agenda& agenda() = 0;
    virtual const News& news() const = 0;
    virtual domain::PersonId person() const = 0;
    virtual Instant now() const = 0;
    virtual Moment steady() const = 0;
};

} // namespace diakinisi::sync
