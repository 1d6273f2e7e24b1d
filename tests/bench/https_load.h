#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace diakinisi::bench {

/// A request as it travels: head with the empty line, then body. Both are sent as they are and never copied.
struct Request {
    QByteArray head;
    QByteArray body;
};

struct Reply {
    int status = 0;
    QByteArray head; ///< status line and header fields
    QByteArray body;

    /// Of a header field, by its name in lower case; empty when it is not there.
    QByteArray field(const QByteArray& name) const;
};

struct LoadResult {
    qint64 answers = 0;
    qint64 bad = 0;      ///< answers that were not what was asked for
    QByteArray firstBad; ///< what the first of them said
    double seconds = 0;
    std::vector<double> milliseconds; ///< of each answer, from its first byte sent
};

/// Many keep-alive HTTPS connections out of one thread: OpenSSL over non-blocking sockets and poll(), so that the
/// client takes as little as can be from a machine that the server shares. Answers must carry Content-Length.
class HttpsLoad
{
public:
    struct Target {
        QString host;
        quint16 port = 0;
        QString caFile; ///< PEM; the server's certificate is checked against it and the host
    };
    using Next = std::function<std::optional<Request>(int connection)>;
    using Good = std::function<bool(int connection, const Reply& reply)>;

    /// ServerUnreachable, ServerUntrusted.
    static Result<std::unique_ptr<HttpsLoad>> connect(const Target& target, int connections);
    ~HttpsLoad();

    int connections() const;
    /// One request on one connection. ServerUnreachable, TimedOut, MalformedInput.
    Result<Reply> ask(int connection, const Request& request);
    /// The first `connections` of them at once, each with one request under way; after an answer it asks `next`, and
    /// rests when there is nothing. After `limit` no further requests are begun; those under way are still answered.
    Result<LoadResult> run(int connections, const Next& next, const Good& good, std::chrono::milliseconds limit);

private:
    struct Connection;
    struct State;
    explicit HttpsLoad(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi::bench
