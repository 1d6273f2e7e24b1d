#pragma once
#include "base/random.h"

#include <chrono>

namespace diakinisi::sync {

/// How long to wait after the n-th failure in a row (from 1): 1, 2, 4 ... 60 s, each less up to half of it by chance,
/// so that the desks of a whole house do not come back in the same second.
std::chrono::milliseconds backOffAfter(int failures, RandomSource& random);

inline constexpr std::chrono::milliseconds longestBackOff{60'000};

} // namespace diakinisi::sync
