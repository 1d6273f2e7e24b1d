#pragma once
#include "base/limits.h"
#include "base/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

class QTcpSocket;

namespace diakinisi::scanning {

/// How long and how much a network scanner may make us wait and read.
struct EsclLimits {
    std::chrono::milliseconds connect{5'000}; ///< a stop is not seen meanwhile
    std::chrono::milliseconds idle{60'000};   ///< no byte of a page for so long: a lamp that warms up takes half of it
    std::chrono::milliseconds textIdle{20'000}; ///< the same of everything else
    std::chrono::milliseconds answer{300'000};  ///< one whole answer
    std::chrono::milliseconds busy{30'000};     ///< a device that says "later" is asked again for so long
    std::chrono::milliseconds pause{1'000};     ///< between, where the device does not say
    std::int64_t pageBytes = 128 * limits::miB;
    std::int64_t textBytes = limits::miB;
};

/// HTTP/1.1 with one eSCL device, a connection a request, blocking, without an event loop. One thread.
///
/// Of https: devices sign their own certificates, and nobody in an office could vouch for them. So any certificate is
/// taken, as a cable would be; what is scanned is kept from listeners, not from somebody who stands in for the device.
/// But it must stay the same one for the life of this object. No redirect is followed but by the first question, and
/// then only to the same host, never from https to http.
///
/// Errors: ScannerOffline (no connection, silence, cut off), ScannerFailed (no HTTP, another certificate),
/// LimitExceeded (more than the limits), Cancelled. The subject is the device's address.
class EsclClient
{
public:
    /// `base`: "http://host:port/eSCL"
    EsclClient(QUrl base, EsclLimits limits);

    struct Answer {
        int status = 0;
        QByteArray body;
        QByteArray location;
        int retryAfter = -1; ///< seconds; -1 where the device does not say
    };
    /// Bytes of the answer's body so far, and of how many (0: not known).
    using Received = std::function<void(std::int64_t bytes, std::int64_t all)>;

    /// Whatever the status. `path` is below the base, "ScannerStatus". With `received`, a page is waited for.
    Result<Answer> get(const QString& path, std::int64_t largest, const std::stop_token& stop,
                       const Received& received = {});
    /// The first question: follows redirects of the same host, and asks there from then on.
    Result<Answer> getFirst(const QString& path, const std::stop_token& stop);
    /// Head only.
    Result<Answer> post(const QString& path, const QByteArray& xml, const std::stop_token& stop);
    /// Head only, within `patience`; whatever comes of it.
    void remove(const QString& path, std::chrono::milliseconds patience);

    /// The path below the base of what a device calls a location, whatever host it thinks it has; empty for one that
    /// lies elsewhere.
    QString below(const QByteArray& location) const;
    const QUrl& base() const { return m_base; }
    const EsclLimits& limits() const { return m_limits; }

private:
    struct Request {
        QByteArray method;
        QUrl url;
        QByteArray body{};
        std::int64_t largest = 0;
        bool headOnly = false;
        std::chrono::milliseconds idle{};
    };
    QUrl urlOf(const QString& path) const;
    Result<Answer> exchange(const Request& request, const std::stop_token& stop, const Received& received = {});
    Result<std::unique_ptr<QTcpSocket>> connected(const Request& request);
    tl::unexpected<Error> failed(ErrorCode code, const QString& cause) const;

    QUrl m_base;
    EsclLimits m_limits;
    QByteArray m_certificate; ///< of the device, once seen
};

} // namespace diakinisi::scanning
