#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

/// The server's own view of HTTP: nothing here knows the library underneath.
namespace diakinisi::server {

enum class Method { Get, Head, Post, Patch, Put, Delete, Other };

QByteArray methodWord(Method method);
Method methodOf(QByteArrayView word);

/// A request, the body only where the route takes it whole.
struct Request {
    Method method = Method::Get;
    QString path;                                           ///< decoded, without the query
    std::vector<std::pair<QString, QString>> query;         ///< decoded, in order
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    QString id;         ///< what the log and a problem's instance call this request
    QByteArray address; ///< of the other side

    /// The first header of that (lower-case) name; empty when there is none.
    QByteArray header(QByteArrayView name) const;
    /// The first value of that name in the query.
    std::optional<QString> parameter(QStringView name) const;
    /// Does the other side take a gzipped answer?
    bool acceptsGzip() const;
};

/// Part of a file on disk, sent in pieces.
struct FileSlice {
    QString path;
    qint64 offset = 0;
    qint64 length = 0;
};

struct Response {
    int status = 200;
    QByteArray contentType{};
    std::vector<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{};
    std::optional<FileSlice> file{}; ///< instead of the body
    bool close = false;              ///< end the connection after this answer
};

/// Takes the one answer to a request; from any thread, now or later. If every copy goes unanswered, the other side gets
/// a 500: a request is never left hanging.
class Responder
{
public:
    using Deliver = std::function<void(Response)>;

    Responder() = default;
    explicit Responder(Deliver deliver);
    /// Answers; a second answer is dropped.
    void answer(Response response) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// Takes a body that is streamed, piece by piece; one call at a time, on a worker thread. Destroyed when the other side
/// goes away in the middle.
class BodySink
{
public:
    virtual ~BodySink() = default;
    /// Nothing to go on; a response to refuse the rest (the connection is closed then).
    virtual std::optional<Response> write(QByteArrayView piece) = 0;
    virtual void finish(const Responder& responder) = 0;
};

/// How the body of a request is taken.
struct BodyRule {
    qint64 limit = 0;
    bool streamed = false;
};

/// What the HTTP server serves.
class Service
{
public:
    virtual ~Service() = default;
    /// On a network thread: quick, never blocking.
    virtual BodyRule bodyRule(const Request& head) const = 0;
    /// On a worker thread. The request with its whole body, for routes that are not streamed.
    virtual void handle(Request request, Responder responder) = 0;
    /// On a worker thread, for streamed routes: the sink, or a refusal.
    virtual std::unique_ptr<BodySink> open(const Request& head, std::optional<Response>& refusal) = 0;
    /// The answer when the HTTP layer itself refuses (malformed, too large, too many).
    virtual Response refusal(int status, const QString& requestId) const = 0;
};

} // namespace diakinisi::server
