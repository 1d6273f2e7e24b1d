#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>

namespace diakinisi::desk {

/// Lets a lane wait for something to become true in the store. Thread-safe.
class StoreWatch
{
public:
    /// The store has changed.
    void notify();
    /// Looks at once and after every change; false when it did not become true in time or `stop` was asked.
    bool waitFor(const std::function<bool()>& holds, std::chrono::milliseconds limit, std::stop_token stop);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::uint64_t m_count = 0;
};

} // namespace diakinisi::desk
