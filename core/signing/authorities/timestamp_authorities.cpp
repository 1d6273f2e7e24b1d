#include "signing/authorities/timestamp_authorities.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t firstPause = 15'000; ///< milliseconds
constexpr std::int64_t longestPause = 600'000;
constexpr qsizetype usualToken = 8 * 1024; ///< with the authority's chain in it
constexpr qsizetype largestToken = 64 * 1024;

/// Eight random bytes as a positive INTEGER: the first one from 1 to 127.
QByteArray newNonce(RandomSource& random)
{
    QByteArray nonce = random.bytes(8);
    nonce[0] = static_cast<char>((nonce[0] & 0x3f) | 0x40);
    return nonce;
}

} // namespace

TimestampAuthorities::TimestampAuthorities(Fetcher& fetcher, const Clock& clock, RandomSource& random,
                                           std::vector<TimestampAuthority> list, TimestampJudge judge)
    : m_fetcher(fetcher),
      m_clock(clock),
      m_random(random),
      m_list(std::move(list)),
      m_judge(std::move(judge))
{
    for (const TimestampAuthority& authority : m_list)
        m_health.push_back({authority.url, {}, {}, {}, {}, 0, {}});
}

Result<Timestamp> TimestampAuthorities::stamp(DigestAlgorithm digest, const QByteArray& imprint, std::stop_token stop)
{
    Error last{ErrorCode::TimestampUnavailable, {}, QStringLiteral("no timestamp authority is set")};
    for (std::size_t i = 0; i < m_list.size(); ++i) {
        {
            const std::lock_guard lock(m_mutex);
            const TimestampHealth& health = m_health[i];
            if (health.askedAgain && m_clock.now() < *health.askedAgain) {
                if (health.problem)
                    last = *health.problem;
                continue;
            }
        }
        const auto began = m_clock.steady();
        Result<Timestamp> answer = ask(i, digest, imprint, stop);
        if (!answer && answer.error().code == ErrorCode::Cancelled)
            return answer;
        note(i, answer, std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.steady() - began));
        if (answer)
            return answer;
        last = answer.error();
    }
    return fail(ErrorCode::TimestampUnavailable, last.subject, last.cause);
}

Result<Timestamp> TimestampAuthorities::ask(std::size_t index, DigestAlgorithm digest, const QByteArray& imprint,
                                            std::stop_token stop)
{
    const TimestampAuthority& authority = m_list[index];
    const TimestampQuery query{digest, imprint, newNonce(m_random), authority.policy};
    FetchRequest request{.url = authority.url,
                         .body = query.request(),
                         .contentType = "application/timestamp-query",
                         .accept = "application/timestamp-reply",
                         .configured = true,
                         .largest = largestToken};
    const Result<QByteArray> answer = m_fetcher.fetch(request, stop);
    if (!answer) {
        const QString cause = answer.error().cause.isEmpty() ? errorWord(answer.error().code) : answer.error().cause;
        const bool stopped = answer.error().code == ErrorCode::Cancelled;
        return fail(stopped ? ErrorCode::Cancelled : ErrorCode::TimestampUnavailable, authority.url.host(), cause);
    }
    Result<Timestamp> timestamp = readTimestampAnswer(*answer, query, m_clock.now());
    if (!timestamp)
        return fail(timestamp.error().code, authority.url.host(), timestamp.error().cause);
    if (const Done good = m_judge ? m_judge(timestamp->token, std::move(stop)) : Done(); !good)
        return fail(good.error().code, authority.url.host(), good.error().cause);
    return timestamp;
}

void TimestampAuthorities::note(std::size_t index, const Result<Timestamp>& answer, std::chrono::milliseconds took)
{
    const std::lock_guard lock(m_mutex);
    TimestampHealth& health = m_health[index];
    const Instant now = m_clock.now();
    if (answer) {
        m_largest = std::max(m_largest, answer->der.size());
        health = {health.url, now, health.lastBad, {}, {}, 0, took};
        return;
    }
    const std::int64_t pause = std::min(firstPause << std::min(health.failures, 8), longestPause);
    ++health.failures;
    health.lastBad = now;
    health.askedAgain = Instant{now.milliseconds + pause};
    health.problem = answer.error();
}

void TimestampAuthorities::forgive()
{
    const std::lock_guard lock(m_mutex);
    for (TimestampHealth& health : m_health)
        health.askedAgain.reset();
}

std::vector<TimestampHealth> TimestampAuthorities::health() const
{
    const std::lock_guard lock(m_mutex);
    return m_health;
}

qsizetype TimestampAuthorities::tokenRoom() const
{
    const std::lock_guard lock(m_mutex);
    return std::max(usualToken, m_largest + m_largest / 4);
}

} // namespace diakinisi::signing
