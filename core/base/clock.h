#pragma once
#include "base/time.h"

#include <chrono>

namespace diakinisi {

/// Where a program learns the time. One real clock in each composition root; tests set their own.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The wall clock. May step backwards: whoever needs order must see to it (the server's appender does).
    virtual Instant now() const = 0;
    /// For time-outs and measuring: never steps.
    virtual std::chrono::steady_clock::time_point steady() const = 0;
};

/// The machine's own clock; thread-safe.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    std::chrono::steady_clock::time_point steady() const override;
};

} // namespace diakinisi
