#include "base/worker_pool.h"

#include <thread>

namespace diakinisi {

WorkerPool::WorkerPool(const WorkerSettings& settings, unsigned count)
{
    for (unsigned i = 0; i < std::max(1U, count); ++i) {
        m_workers.push_back(std::make_unique<WorkerProcess>(settings));
        m_free.push_back(m_workers.back().get());
    }
}

Result<WorkerMessage> WorkerPool::call(const WorkerMessage& request, std::chrono::milliseconds patience,
                                       std::stop_token stop, const WorkerProcess::Part& part,
                                       const WorkerProcess::Answerer& answerer)
{
    WorkerProcess* worker = nullptr;
    {
        std::unique_lock lock(m_mutex);
        if (!m_freed.wait(lock, stop, [this] { return !m_free.empty(); }))
            return fail(ErrorCode::Cancelled);
        worker = m_free.back(); // the one that was free last has what it needs in its memory
        m_free.pop_back();
    }
    auto answer = worker->call(request, patience, std::move(stop), part, answerer);
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(worker);
    }
    m_freed.notify_one();
    return answer;
}

unsigned workersForPages(unsigned left)
{
    constexpr unsigned most = 32;
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    return std::min(most, cores > left ? cores - left : 1);
}

} // namespace diakinisi
