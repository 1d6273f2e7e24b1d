#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>

namespace diakinisi::sync {

/// What the server answered. A status of 400 and above is an answer too, not an error.
struct Response {
    int status = 0;
    std::map<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;                          ///< empty when the request had a sink and the status was 2xx

    QByteArray header(const QByteArray& lowerName) const;
};

/// One HTTPS request to the server that the transport was made for.
struct Request {
    /// Takes the bytes of a 2xx answer as they come, in place of Response::body; `head` has status and headers. An
    /// error ends the exchange with it.
    using Sink = std::function<Done(const Response& head, QByteArrayView piece)>;

    QByteArray method{"GET"};
    QString path; ///< with its query, percent-encoded
    std::map<QByteArray, QByteArray> headers;
    QByteArray body;
    std::chrono::milliseconds silence{30'000}; ///< the longest time without a byte: TimedOut
    std::int64_t mostBytes = 32 * 1024 * 1024; ///< of the answer: LimitExceeded; a sink has no limit
    Sink sink;
};

/// The way to one server. One thread: calls and answers alike. Redirects are never followed, nothing is remembered.
class Transport
{
public:
    using Ticket = std::uint64_t;
    using Finished = std::function<void(Result<Response>)>;

    virtual ~Transport() = default;
    /// `finished` is called once, never from within begin(), and not at all after cancel() or once the transport is
    /// gone. ServerUnreachable, ServerUntrusted, TimedOut, LimitExceeded, or what the sink said.
    virtual Ticket begin(Request request, Finished finished) = 0;
    /// Ends the exchange at once; an unknown ticket is none of its business.
    virtual void cancel(Ticket ticket) = 0;
};

/// POST of a JSON body.
Request postJson(QLatin1StringView path, const QByteArray& json);
/// "?a=1&b=2" with values percent-encoded.
QString withQuery(QLatin1StringView path, const std::vector<std::pair<QString, QString>>& query);

} // namespace diakinisi::sync
