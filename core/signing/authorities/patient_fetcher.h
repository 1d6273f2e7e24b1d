#pragma once
#include "base/clock.h"
#include "signing/authorities/fetcher.h"

#include <QHash>

#include <mutex>
#include <optional>

namespace diakinisi::signing {

/// Servers that one has waited for in vain a moment ago (two seconds or more): not asked again for a minute, so that
/// nobody waits twice for the same silence. Thread-safe.
class AbsentHosts
{
public:
    void note(const QUrl& url, std::chrono::steady_clock::time_point now);
    bool isAbsent(const QUrl& url, std::chrono::steady_clock::time_point now) const;
    /// The network has come back, or somebody asked for it.
    void forget();

private:
    mutable std::mutex m_mutex;
    QHash<QString, std::chrono::steady_clock::time_point> m_since; ///< by scheme, host and port
};

/// Keeps the questions of one task within one patience and spares those who are away. ServerUnreachable of an absent
/// server, TimedOut once the patience has ended; else as the fetcher behind it. Thread-safe; what is given must outlive
/// it.
class PatientFetcher final : public Fetcher
{
public:
    /// The patience begins now. None: each question has its own time alone.
    PatientFetcher(Fetcher& fetcher, AbsentHosts& absent, const Clock& clock,
                   std::optional<std::chrono::milliseconds> patience);
    Result<QByteArray> fetch(const FetchRequest& request, std::stop_token stop) override;

private:
    Fetcher& m_fetcher;
    AbsentHosts& m_absent;
    const Clock& m_clock;
    std::optional<std::chrono::steady_clock::time_point> m_end;
};

} // namespace diakinisi::signing
