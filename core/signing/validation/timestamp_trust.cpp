#include "signing/validation/timestamp_trust.h"

#include "signing/validation/judge_path.h"

#include <memory>
#include <mutex>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t goodFor = 10 * 60 * 1000; ///< milliseconds

/// The certificate found good last, so that a batch does not ask about it a hundred times.
class Accepted
{
public:
    bool contains(const QByteArray& certificate, Instant now)
    {
        const std::lock_guard lock(m_mutex);
        return certificate == m_certificate && m_since <= now && now < m_since + goodFor;
    }
    void set(const QByteArray& certificate, Instant now)
    {
        const std::lock_guard lock(m_mutex);
        m_certificate = certificate;
        m_since = now;
    }

private:
    std::mutex m_mutex;
    QByteArray m_certificate;
    Instant m_since;
};

} // namespace

TimestampJudge timestampTrust(QList<QByteArray> anchors, RevocationSource* revocation, const Clock& clock)
{
    if (anchors.isEmpty())
        return {};
    return [anchors = std::move(anchors), revocation, &clock,
            accepted = std::make_shared<Accepted>()](const TimestampToken& token, std::stop_token stop) -> Done {
        const Instant now = clock.now();
        if (accepted->contains(token.certificate, now))
            return {};
        const Evidence none;
        PathFinder finder(anchors, revocation, stop);
        RevocationChecker checker(none, revocation, now, stop);
        const PathJudgement judgement =
            PathJudge(finder, checker, now).judge(token.certificate, token.certificates, PathUse::Timestamp, now);
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (judgement.subIndication == SubIndication::None || judgement.subIndication == SubIndication::TryLater) {
            accepted->set(token.certificate, now);
            return {};
        }
        return fail(ErrorCode::TimestampUnavailable, {},
                    QStringLiteral("its authority is not trusted: ") + judgement.explanation);
    };
}

} // namespace diakinisi::signing
