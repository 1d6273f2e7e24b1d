#pragma once
#include "base/clock.h"
#include "base/random.h"
#include "signing/authorities/fetcher.h"
#include "signing/cms/timestamp_query.h"

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace diakinisi::signing {

struct TimestampAuthority {
    QUrl url;
    QString policy{}; ///< demanded, dotted; any when empty
};

/// Whether a token that holds in itself is one to sign with: an error says why not. Called from several threads.
using TimestampJudge = std::function<Done(const TimestampToken& token, std::stop_token stop)>;

/// How an authority has done so far, for whoever looks after the desk.
struct TimestampHealth {
    QUrl url;
    std::optional<Instant> lastGood;
    std::optional<Instant> lastBad;
    std::optional<Instant> askedAgain;      ///< not asked before then; none: asked next time
    std::optional<Error> problem;           ///< of the last failure, until it answers again
    int failures = 0;                       ///< in a row
    std::chrono::milliseconds answerTime{}; ///< of the last good answer
};

/// The organisation's timestamp authorities in the order in which they are asked. One that fails is left out for a
/// while (15 seconds, then twice as long each time, up to ten minutes) and the next one is asked. Thread-safe; the
/// parts given must outlive this.
class TimestampAuthorities
{
public:
    /// With a judge, a timestamp that it refuses is as none: the next authority is asked.
    TimestampAuthorities(Fetcher& fetcher, const Clock& clock, RandomSource& random,
                         std::vector<TimestampAuthority> list, TimestampJudge judge = {});

    /// A timestamp over the digest `imprint`. TimestampUnavailable when none of them gives a good one (also when there
    /// is none); Cancelled.
    Result<Timestamp> stamp(DigestAlgorithm digest, const QByteArray& imprint, std::stop_token stop);
    /// Asks all of them again next time: somebody asked for it.
    void forgive();
    std::vector<TimestampHealth> health() const;
    bool isEmpty() const { return m_list.empty(); }
    /// Bytes to keep for a token: what the largest one took so far, else what is usual, with room to spare.
    qsizetype tokenRoom() const;

private:
    Result<Timestamp> ask(std::size_t index, DigestAlgorithm digest, const QByteArray& imprint, std::stop_token stop);
    void note(std::size_t index, const Result<Timestamp>& answer, std::chrono::milliseconds took);

    Fetcher& m_fetcher;
    const Clock& m_clock;
    RandomSource& m_random;
    const std::vector<TimestampAuthority> m_list;
    const TimestampJudge m_judge;
    mutable std::mutex m_mutex;
    std::vector<TimestampHealth> m_health;
    qsizetype m_largest = 0;
};

} // namespace diakinisi::signing
