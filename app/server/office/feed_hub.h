#pragma once
#include "base/clock.h"
#include "base/lane.h"
#include "server/metrics.h"
#include "server/office/commands.h"

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace diakinisi::server {

/// Holds feeds that wait for something new: no thread each, woken at once when a commit touches what they may see, or
/// when their time is over. Thread-safe.
class FeedHub
{
public:
    /// Called on the work lane, once.
    using Wake = std::function<void()>;

    FeedHub(Lane& work, Metrics& metrics);
    ~FeedHub();
    FeedHub(const FeedHub&) = delete;
    FeedHub& operator=(const FeedHub&) = delete;

    /// How many commits there have been: asked before one reads, given back to wait(), so that nothing falls between.
    std::uint64_t commits() const;
    void wait(const domain::PersonId& person, std::uint64_t seenCommits, std::chrono::steady_clock::time_point until,
              Wake wake);
    /// Wakes those whom it concerns.
    void committed(const Touched& touched, const OrganisationView& organisation);
    /// Wakes everybody, and whoever comes later at once.
    void stop();
    bool stopped() const;

private:
    struct Waiting {
        domain::PersonId person;
        std::chrono::steady_clock::time_point until;
        Wake wake;
    };

    void loop();
    void wakeNow(std::list<Waiting>& woken);

    Lane& m_work;
    Metrics& m_metrics;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Waiting> m_waiting;
    std::uint64_t m_commits = 0;
    bool m_stopped = false;
    bool m_ending = false;
    std::thread m_thread; // last
};

} // namespace diakinisi::server
