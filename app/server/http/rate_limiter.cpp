#include "server/http/rate_limiter.h"

#include <algorithm>

namespace diakinisi::server {
namespace {

constexpr qsizetype mostBuckets = 20'000;

double seconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

RateLimiter::RateLimiter(const Clock& clock, double perSecond, double burst)
    : m_clock(clock),
      m_perSecond(perSecond),
      m_burst(std::max(burst, 1.0))
{
}

bool RateLimiter::admit(const QByteArray& key)
{
    if (m_perSecond <= 0)
        return true;
    const auto now = m_clock.steady();
    const std::lock_guard lock(m_mutex);
    auto found = m_buckets.find(key);
    if (found == m_buckets.end()) {
        if (m_buckets.size() >= mostBuckets)
            forgetFull(now);
        if (m_buckets.size() >= mostBuckets)
            return false;
        found = m_buckets.insert(key, Bucket{m_burst, now});
    }
    found->tokens = std::min(m_burst, found->tokens + seconds(now - found->at) * m_perSecond);
    found->at = now;
    if (found->tokens < 1)
        return false;
    found->tokens -= 1;
    return true;
}

void RateLimiter::forgetFull(std::chrono::steady_clock::time_point now)
{
    m_buckets.removeIf([&](const auto& entry) {
        return entry.value().tokens + seconds(now - entry.value().at) * m_perSecond >= m_burst;
    });
}

} // namespace diakinisi::server
