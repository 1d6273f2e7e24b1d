#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <stop_token>

namespace diakinisi::signing {

/// One question to an authority: a timestamp, an OCSP answer, a revocation list, a certificate, a trusted list.
struct FetchRequest {
    QUrl url;
    QByteArray body{};        ///< posted when there is one
    QByteArray contentType{}; ///< of the body: "application/ocsp-request"
    QByteArray accept{};      ///< the content type wanted; an answer of another one is MalformedInput. Empty: any
    /// Somebody of the organisation wrote this address down, so it may lie in the organisation's own network. An
    /// address out of a certificate or a redirect may not, unless the policy says so.
    bool configured = false;
    std::int64_t largest = 1 << 20; ///< bytes of the answer
    std::chrono::milliseconds total{20'000};
    std::chrono::milliseconds idle{8'000};
};

/// The door to the authorities' servers. http and https only. Blocks on the calling lane; several threads may ask at
/// once.
class Fetcher
{
public:
    virtual ~Fetcher() = default;
    /// The body of a 200 answer. NotPermitted (scheme or address), ServerUnreachable (no connection, or another
    /// status), ServerUntrusted (TLS), MalformedInput (no HTTP, or another content type), LimitExceeded (size),
    /// TimedOut, Cancelled. The subject is the address's host.
    virtual Result<QByteArray> fetch(const FetchRequest& request, std::stop_token stop) = 0;
};

} // namespace diakinisi::signing
