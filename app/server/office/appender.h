#pragma once
#include "server/metrics.h"
#include "server/office/scribe.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace diakinisi::server {

/// A piece of work for the appender. May be run more than once (a batch that broke is run again one by one), but is
/// finished once.
class AppendWork
{
public:
    virtual ~AppendWork() = default;
    /// In the appender's thread, within the transaction.
    virtual void run(Scribe& scribe) = 0;
    /// On disk now. In the appender's thread: hand over and return.
    virtual void committed() = 0;
    /// Nothing of it is on disk.
    virtual void failed(const Error& error) = 0;
};

/// The one writer: takes all that waits, carries it out in one transaction and answers after one flush to disk for all
/// of it (group commit).
class Appender
{
public:
    using Committed = std::function<void(const Touched&, std::shared_ptr<const OrganisationView>)>;

    /// `committed` is called in the appender's thread after each flush, before the works are told.
    Appender(Scribe& scribe, Metrics& metrics, Log& log, Committed committed);
    ~Appender();
    Appender(const Appender&) = delete;
    Appender& operator=(const Appender&) = delete;

    /// From any thread. ServerBusy when too much waits.
    Done put(std::shared_ptr<AppendWork> work);
    /// Carries out what waits and ends; nothing more is taken.
    void stop();

private:
    using Batch = std::vector<std::shared_ptr<AppendWork>>;

    void loop();
    void carryOut(const Batch& batch);
    /// Nothing when it is on disk.
    std::optional<Error> attempt(const Batch& batch);

    Scribe& m_scribe;
    Metrics& m_metrics;
    Log& m_log;
    Committed m_committed;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::shared_ptr<AppendWork>> m_waiting;
    bool m_ending = false;
    std::thread m_thread; // last
};

} // namespace diakinisi::server
