#pragma once
#include "sync/transport.h"

#include <optional>

namespace diakinisi::sync {

/// What an answer means for what happens next.
enum class Verdict {
    Good,
    SignInAgain, ///< the session is over: everything waits
    Untrusted,   ///< it is not the server that we know
    Rewound,     ///< the ledger was restored: start afresh
    Later,       ///< unreachable, busy or faulty: the same again after a while
    Refused      ///< asking the same again gives the same
};

struct Judgement {
    Verdict verdict = Verdict::Good;
    std::optional<Error> error;                          ///< whenever the verdict is not Good
    std::optional<std::chrono::milliseconds> retryAfter; ///< as the server asked, at most an hour
};

/// Pure.
Judgement judge(const Result<Response>& answer);

/// The longest time that a server's Retry-After is obeyed.
inline constexpr std::chrono::hours longestRetryAfter{1};

} // namespace diakinisi::sync
