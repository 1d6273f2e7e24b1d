#include "sync/plan.h"

#include <algorithm>

namespace diakinisi::sync {

namespace {

class Planner
{
public:
    explicit Planner(const Situation& situation) : m_situation(situation) {}

    /// Begins the job if its time has come and it is not running, else sees to it that we wake for it.
    void due(Job job, std::optional<Moment> at)
    {
        if (!at || m_situation.running.contains(job))
            return;
        if (const auto held = m_situation.heldUntil.find(job); held != m_situation.heldUntil.end())
            at = std::max(*at, held->second);
        if (*at <= m_situation.now)
            m_plan.begin.push_back(job);
        else
            m_plan.wakeAt = m_plan.wakeAt ? std::min(*m_plan.wakeAt, *at) : *at;
    }

    Plan take() { return std::move(m_plan); }

private:
    const Situation& m_situation;
    Plan m_plan;
};

} // namespace

Plan plan(const Situation& situation)
{
    Planner planner(situation);
    if (!situation.signedIn)
        return planner.take();
    if (situation.now < situation.retryAt || !situation.serverKnown) {
        // One small question first: a hundred waiting things must not all find out that the server is away.
        planner.due(Job::AskServer, situation.retryAt);
        return planner.take();
    }
    planner.due(Job::Push, situation.commandsAt);
    planner.due(Job::Directory, situation.directoryStale ? std::optional(situation.now) : std::nullopt);
    planner.due(Job::Pull, situation.now);
    planner.due(Job::Download, situation.downloadsAt);
    planner.due(Job::Upload, situation.uploadsAt);
    planner.due(Job::AskServer, situation.askAgainAt);
    return planner.take();
}

} // namespace diakinisi::sync
