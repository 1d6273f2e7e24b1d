#include "scanning/escl_job.h"

#include <condition_variable>
#include <mutex>

namespace diakinisi::scanning::escl {

namespace {

constexpr int ok = 200;
constexpr int created = 201;
constexpr int notFound = 404;
constexpr int gone = 410;
constexpr int unavailable = 503;
constexpr int longestRetryAfter = 10; ///< seconds, whatever the device asks for

QString statusText(int status)
{
    return QStringLiteral("HTTP status %1").arg(status);
}

} // namespace

JobRun::JobRun(EsclClient& client, ScanSource source, std::function<void()> alive, std::stop_token stop)
    : m_client(client),
      m_source(source),
      m_alive(std::move(alive)),
      m_stop(std::move(stop))
{
}

Result<Status> JobRun::status()
{
    const auto answer = m_client.get(QStringLiteral("ScannerStatus"), m_client.limits().textBytes, m_stop);
    if (!answer)
        return fail(answer.error());
    if (answer->status != ok)
        return fail(ErrorCode::ScannerFailed, m_client.base().toString(), statusText(answer->status));
    return statusFrom(answer->body);
}

Error JobRun::explained(Error otherwise)
{
    otherwise.subject = m_client.base().toString();
    const auto now = status();
    if (!now)
        return now.error().code == ErrorCode::Cancelled ? now.error() : otherwise;
    if (const auto feeder = feederError(*now); feeder && m_source != ScanSource::Flatbed)
        return {*feeder, otherwise.subject, now->feederState};
    const Status::Job* const job = now->job(m_path);
    if (job && !m_path.isEmpty() && !job->reason.isEmpty())
        otherwise.cause += QStringLiteral(" (%1: %2)").arg(job->state, job->reason);
    if (now->state == u"Down" || now->state == u"Stopped")
        return {ErrorCode::ScannerOffline, otherwise.subject, now->state};
    return otherwise;
}

Done JobRun::wait(int seconds)
{
    const EsclLimits& limits = m_client.limits();
    const std::chrono::milliseconds asked = std::chrono::seconds(std::min(seconds, longestRetryAfter));
    const std::chrono::milliseconds pause = seconds > 0 ? asked : limits.pause;
    if (m_waited >= limits.busy)
        return fail(explained({ErrorCode::ScannerBusy, {}, statusText(unavailable)}));
    m_waited += pause;
    m_alive();
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any().wait_for(lock, m_stop, pause, [] { return false; });
    return m_stop.stop_requested() ? Done(fail(ErrorCode::Cancelled)) : Done();
}

Result<QString> JobRun::begin(const QByteArray& settings)
{
    if (m_source != ScanSource::Flatbed) {
        const auto now = status();
        if (!now)
            return fail(now.error());
        if (const auto feeder = feederError(*now))
            return fail(*feeder, m_client.base().toString(), now->feederState);
    }
    for (;;) {
        const auto answer = m_client.post(QStringLiteral("ScanJobs"), settings, m_stop);
        if (!answer)
            return fail(answer.error());
        if (answer->status == created) {
            m_path = m_client.below(answer->location);
            if (m_path.endsWith(u'/'))
                m_path.chop(1);
            if (m_path.isEmpty())
                return fail(ErrorCode::ScannerFailed, m_client.base().toString(), QStringLiteral("no job's address"));
            m_waited = {};
            return m_path;
        }
        if (answer->status != unavailable)
            return fail(explained({ErrorCode::ScannerFailed, {}, statusText(answer->status)}));
        if (const Done waited = wait(answer->retryAfter); !waited)
            return fail(waited.error());
    }
}

Result<QByteArray> JobRun::next(const EsclClient::Received& received)
{
    for (;;) {
        auto answer =
            m_client.get(m_path + QStringLiteral("/NextDocument"), m_client.limits().pageBytes, m_stop, received);
        if (!answer)
            return fail(answer.error());
        if (answer->status == ok && !answer->body.isEmpty()) {
            ++m_pages;
            m_waited = {};
            return std::move(answer->body);
        }
        if (answer->status == notFound || answer->status == gone) {
            const auto end = whyNone();
            if (!end)
                return fail(end.error());
            if (*end == End::NoMorePages)
                return QByteArray();
        } else if (answer->status != unavailable) {
            const QString what =
                answer->status == ok ? QStringLiteral("a page of no bytes") : statusText(answer->status);
            return fail(explained({ErrorCode::ScannerFailed, {}, what}));
        }
        if (const Done waited = wait(answer->retryAfter); !waited)
            return fail(waited.error());
    }
}

/// 404 means that all pages were fetched. It also comes after a jam, from a job that was cancelled at the device, and
/// from devices that are asked faster than they feed.
Result<JobRun::End> JobRun::whyNone()
{
    const auto now = status();
    if (!now)
        return fail(now.error());
    const QString device = m_client.base().toString();
    const auto feeder = m_source == ScanSource::Flatbed ? std::nullopt : feederError(*now);
    if (feeder && *feeder != ErrorCode::ScannerNoPaper)
        return fail(*feeder, device, now->feederState);
    const Status::Job* const job = now->job(m_path);
    if (job && (job->state == u"Aborted" || job->state == u"Canceled"))
        return fail(ErrorCode::ScannerFailed, device, job->state + u' ' + job->reason);
    const bool works = job && (job->state == u"Processing" || job->state == u"Pending");
    if (works && !feeder && m_waited < m_client.limits().busy)
        return End::NotYet;
    if (m_pages > 0)
        return End::NoMorePages;
    return feeder ? fail(*feeder, device, now->feederState)
                  : fail(ErrorCode::ScannerFailed, device, QStringLiteral("the job ended without a page"));
}

} // namespace diakinisi::scanning::escl
