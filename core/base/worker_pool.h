#pragma once
#include "base/worker_process.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace diakinisi {

/// Several workers of one kind, for work of which several pieces are done at once (page by page, on all cores). A
/// worker is started when it is first needed. Blocking; from any thread.
class WorkerPool
{
public:
    WorkerPool(const WorkerSettings& settings, unsigned count);

    unsigned size() const { return static_cast<unsigned>(m_workers.size()); }

    /// As WorkerProcess::call, by a worker that has nothing else to do; waits for one.
    Result<WorkerMessage> call(const WorkerMessage& request, std::chrono::milliseconds patience, std::stop_token stop,
                               const WorkerProcess::Part& part = {}, const WorkerProcess::Answerer& answerer = {});

private:
    std::vector<std::unique_ptr<WorkerProcess>> m_workers;
    std::mutex m_mutex; // guards m_free
    std::condition_variable_any m_freed;
    std::vector<WorkerProcess*> m_free;
};

/// How many pages this machine should work on at once: all cores but `left`, at least one.
unsigned workersForPages(unsigned left);

} // namespace diakinisi
