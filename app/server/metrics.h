#pragma once
#include <QByteArray>

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace diakinisi::server {

/// Counters for Prometheus. Thread-safe; names are fixed in code, labels come from closed lists only.
class Metrics
{
public:
    std::atomic<qint64> connections = 0;
    std::atomic<qint64> connectionsRefused = 0;
    std::atomic<qint64> handshakesFailed = 0;
    std::atomic<qint64> rateLimited = 0;
    std::atomic<qint64> feedsWaiting = 0;
    std::atomic<qint64> uploadedBytes = 0;
    std::atomic<qint64> signInsFailed = 0;
    std::atomic<qint64> headPosition = 0;
    std::atomic<qint64> numberingStopped = 0;
    std::atomic<qint64> batches = 0;
    std::atomic<qint64> commandsApplied = 0;
    std::atomic<qint64> commandsRefused = 0;
    std::atomic<qint64> commandsRepeated = 0;
    std::atomic<qint64> commitMicroseconds = 0;

    /// A request that was answered; `route` is the pattern, never the path.
    void answered(const QByteArray& route, int status, std::chrono::microseconds took);
    /// The text that GET /metrics gives (Prometheus exposition format 0.0.4).
    QByteArray text() const;

private:
    struct Served {
        qint64 count = 0;
        qint64 microseconds = 0;
    };

    mutable std::mutex m_mutex;
    std::map<std::pair<QByteArray, int>, Served> m_served; // by route and class of status
};

} // namespace diakinisi::server
