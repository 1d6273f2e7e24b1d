#pragma once
#include "base/clock.h"

namespace diakinisi::tests {

/// A clock that stands still until a test moves it.
class ManualClock final : public Clock
{
public:
    Instant now() const override { return instant; }
    std::chrono::steady_clock::time_point steady() const override { return moment; }
    void advance(std::chrono::milliseconds by)
    {
        instant = instant + by.count();
        moment += by;
    }

    Instant instant{1'795'417'265'000}; ///< 2026-11-23
    std::chrono::steady_clock::time_point moment{std::chrono::hours(1)};
};

} // namespace diakinisi::tests
