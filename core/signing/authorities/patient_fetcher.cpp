#include "signing/authorities/patient_fetcher.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::chrono::seconds sparedFor{60};
constexpr std::chrono::seconds longWait{2}; ///< to fail fast costs nobody anything, and may be the path's own fault
constexpr qsizetype mostHosts = 1000;

QString serverOf(const QUrl& url)
{
    return url.scheme() + QStringLiteral("://") + url.authority();
}

} // namespace

void AbsentHosts::note(const QUrl& url, std::chrono::steady_clock::time_point now)
{
    const std::lock_guard lock(m_mutex);
    if (m_since.size() >= mostHosts)
        m_since.clear(); // addresses come out of certificates: nobody may fill the memory with them
    m_since.insert(serverOf(url), now);
}

bool AbsentHosts::isAbsent(const QUrl& url, std::chrono::steady_clock::time_point now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_since.constFind(serverOf(url));
    return found != m_since.constEnd() && now - *found < sparedFor;
}

void AbsentHosts::forget()
{
    const std::lock_guard lock(m_mutex);
    m_since.clear();
}

PatientFetcher::PatientFetcher(Fetcher& fetcher, AbsentHosts& absent, const Clock& clock,
                               std::optional<std::chrono::milliseconds> patience)
    : m_fetcher(fetcher),
      m_absent(absent),
      m_clock(clock)
{
    if (patience)
        m_end = clock.steady() + *patience;
}

Result<QByteArray> PatientFetcher::fetch(const FetchRequest& request, std::stop_token stop)
{
    const auto now = m_clock.steady();
    if (m_absent.isAbsent(request.url, now))
        return fail(ErrorCode::ServerUnreachable, request.url.host(), QStringLiteral("it did not answer a moment ago"));
    FetchRequest within = request;
    if (m_end) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*m_end - now);
        if (left.count() <= 0)
            return fail(ErrorCode::TimedOut, request.url.host());
        within.total = std::min(within.total, left);
    }
    Result<QByteArray> answer = m_fetcher.fetch(within, std::move(stop));
    const bool silent =
        !answer && (answer.error().code == ErrorCode::TimedOut || answer.error().code == ErrorCode::ServerUnreachable);
    if (const auto after = m_clock.steady(); silent && after - now >= longWait)
        m_absent.note(request.url, after);
    return answer;
}

} // namespace diakinisi::signing
