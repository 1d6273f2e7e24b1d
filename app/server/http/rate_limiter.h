#pragma once
#include "base/clock.h"

#include <QByteArray>
#include <QHash>

#include <mutex>

namespace diakinisi::server {

/// Token buckets by key (an address, a person): `perSecond` on average, `burst` at once. Thread-safe; memory is
/// bounded: full buckets are forgotten. A rate of 0 means no limit.
class RateLimiter
{
public:
    RateLimiter(const Clock& clock, double perSecond, double burst);

    /// True when the key may go on now.
    bool admit(const QByteArray& key);

private:
    struct Bucket {
        double tokens = 0;
        std::chrono::steady_clock::time_point at;
    };
    void forgetFull(std::chrono::steady_clock::time_point now);

    const Clock& m_clock;
    const double m_perSecond;
    const double m_burst;
    std::mutex m_mutex;
    QHash<QByteArray, Bucket> m_buckets;
};

} // namespace diakinisi::server
