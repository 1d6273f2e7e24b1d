#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace diakinisi::sync {

using Moment = std::chrono::steady_clock::time_point;

/// What synchronisation can do. Each runs at most once at a time; different ones run side by side.
enum class Job {
    AskServer, ///< who it is, which epoch, what time it has
    Directory, ///< the organisation as of now
    Push,      ///< commands from the outbox
    Pull,      ///< one page of the feed, waiting for news when there are none
    Upload,    ///< one file's bytes
    Download   ///< one file that a person asked for
};

/// All that the plan may look at.
struct Situation {
    Moment now;
    bool signedIn = false;    ///< there is a session that is not known to be over
    bool serverKnown = false; ///< it has answered since the last failure
    Moment retryAt;           ///< after a failure: nothing begins before
    Moment askAgainAt;        ///< when to compare the clocks again
    bool directoryStale = false;
    std::optional<Moment> commandsAt{};  ///< when the outbox may have something to send
    std::optional<Moment> uploadsAt{};   ///< when a file may be waiting
    std::optional<Moment> downloadsAt{}; ///< when a file may be wanted
    std::map<Job, Moment> heldUntil{};   ///< jobs in trouble of their own
    std::set<Job> running{};
};

struct Plan {
    std::vector<Job> begin;       ///< in this order
    std::optional<Moment> wakeAt; ///< when to plan again if nothing else happens; nothing: only when something does

    friend bool operator==(const Plan&, const Plan&) = default;
};

/// What to begin now, and when to look again. Pure.
Plan plan(const Situation& situation);

} // namespace diakinisi::sync
