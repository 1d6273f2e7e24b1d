#include "desk/store_watch.h"

namespace diakinisi::desk {

void StoreWatch::notify()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }
    m_changed.notify_all();
}

bool StoreWatch::waitFor(const std::function<bool()>& holds, std::chrono::milliseconds limit, std::stop_token stop)
{
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        std::uint64_t seen = 0;
        {
            const std::lock_guard lock(m_mutex);
            seen = m_count;
        }
        if (holds())
            return true;
        std::unique_lock lock(m_mutex);
        const bool changed = m_changed.wait_until(lock, stop, end, [this, seen] { return m_count != seen; });
        if (!changed)
            return false;
    }
}

} // namespace diakinisi::desk
