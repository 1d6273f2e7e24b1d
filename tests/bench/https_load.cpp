#include "https_load.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace diakinisi::bench {

namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
constexpr qsizetype pieceBytes = 64 * 1024;
constexpr qsizetype mostHeadBytes = 64 * 1024;
constexpr qsizetype mostBodyBytes = 64 * 1024 * 1024;
constexpr auto silence = 60s;

struct FreeSsl {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};

QString sslWords()
{
    char text[256] = "the connection was closed";
    if (const unsigned long code = ERR_get_error())
        ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    return QString::fromLatin1(text);
}

Result<int> connected(const HttpsLoad::Target& target)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const QByteArray host = target.host.toUtf8();
    if (getaddrinfo(host.constData(), QByteArray::number(target.port).constData(), &hints, &found) != 0)
        return fail(ErrorCode::ServerUnreachable, target.host);
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, freeaddrinfo);
    for (const addrinfo* at = found; at; at = at->ai_next) {
        const int socket = ::socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (socket < 0)
            continue;
        if (::connect(socket, at->ai_addr, at->ai_addrlen) == 0) {
            const int on = 1;
            setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            return socket;
        }
        ::close(socket);
    }
    return fail(ErrorCode::ServerUnreachable, target.host);
}

/// Content-Length of a head; nothing when it has none.
std::optional<qsizetype> lengthOf(const Reply& reply)
{
    bool number = false;
    const qsizetype length = static_cast<qsizetype>(reply.field("content-length").toLongLong(&number));
    return number && length >= 0 && length <= mostBodyBytes ? std::optional(length) : std::nullopt;
}

} // namespace

QByteArray Reply::field(const QByteArray& name) const
{
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == name)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

struct HttpsLoad::Connection {
    enum class Need { Read, Write, Done };

    int socket = -1;
    std::unique_ptr<SSL, FreeSsl> ssl;
    bool busy = false;
    Request request;
    qsizetype sent = 0;
    QByteArray received;
    Reply reply;
    qsizetype bodyLength = -1; ///< -1: the head has not come whole
    Steady::time_point begun;

    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection()
    {
        ssl.reset();
        if (socket >= 0)
            ::close(socket);
    }

    Done open(SSL_CTX* context, const Target& target);
    void begin(Request next);
    Result<Need> go();
    Result<Need> wanted(int code) const;
    Result<bool> complete();
    bool expectsBody() const { return !request.head.startsWith("HEAD ") && reply.status != 204; }
};

Done HttpsLoad::Connection::open(SSL_CTX* context, const Target& target)
{
    const Result<int> reached = connected(target);
    if (!reached)
        return fail(reached.error());
    socket = *reached;
    ssl.reset(SSL_new(context));
    const QByteArray host = target.host.toUtf8();
    SSL_set_tlsext_host_name(ssl.get(), const_cast<char*>(host.constData()));
    SSL_set1_host(ssl.get(), host.constData());
    SSL_set_fd(ssl.get(), socket);
    if (SSL_connect(ssl.get()) != 1)
        return fail(ErrorCode::ServerUntrusted, target.host, sslWords());
    fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
    return {};
}

void HttpsLoad::Connection::begin(Request next)
{
    request = std::move(next);
    busy = true;
    sent = 0;
    received.clear();
    reply = {};
    bodyLength = -1;
    begun = Steady::now();
}

Result<HttpsLoad::Connection::Need> HttpsLoad::Connection::wanted(int code) const
{
    switch (SSL_get_error(ssl.get(), code)) {
    case SSL_ERROR_WANT_READ:
        return Need::Read;
    case SSL_ERROR_WANT_WRITE:
        return Need::Write;
    default:
        return fail(ErrorCode::ServerUnreachable, {}, sslWords());
    }
}

/// As far as it goes without waiting.
Result<HttpsLoad::Connection::Need> HttpsLoad::Connection::go()
{
    while (sent < request.head.size() + request.body.size()) {
        const bool inHead = sent < request.head.size();
        const QByteArray& part = inHead ? request.head : request.body;
        const qsizetype at = inHead ? sent : sent - request.head.size();
        const int code =
            SSL_write(ssl.get(), part.constData() + at, static_cast<int>(std::min(part.size() - at, pieceBytes)));
        if (code <= 0)
            return wanted(code);
        sent += code;
    }
    for (;;) {
        const qsizetype before = received.size();
        received.resize(before + pieceBytes);
        const int code = SSL_read(ssl.get(), received.data() + before, static_cast<int>(pieceBytes));
        received.resize(before + std::max(code, 0));
        if (code <= 0)
            return wanted(code);
        const Result<bool> whole = complete();
        if (!whole)
            return fail(whole.error());
        if (*whole)
            return Need::Done;
    }
}

Result<bool> HttpsLoad::Connection::complete()
{
    if (bodyLength < 0) {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return received.size() > mostHeadBytes ? Result<bool>(fail(ErrorCode::MalformedInput)) : false;
        reply.head = received.first(end + 2);
        reply.status = reply.head.mid(9, 3).toInt();
        received.remove(0, end + 4);
        const std::optional<qsizetype> length = lengthOf(reply);
        if (expectsBody() && !length)
            return fail(ErrorCode::MalformedInput, QStringLiteral("Content-Length"), QString::fromLatin1(reply.head));
        bodyLength = expectsBody() ? *length : 0;
    }
    if (received.size() < bodyLength)
        return false;
    reply.body = received.first(bodyLength);
    busy = false;
    return true;
}

struct HttpsLoad::State {
    std::unique_ptr<SSL_CTX, FreeSsl> context;
    std::vector<std::unique_ptr<Connection>> connections;
};

HttpsLoad::HttpsLoad(std::unique_ptr<State> state) : m_state(std::move(state)) {}
HttpsLoad::~HttpsLoad() = default;

Result<std::unique_ptr<HttpsLoad>> HttpsLoad::connect(const Target& target, int connections)
{
    std::signal(SIGPIPE, SIG_IGN);
    auto state = std::make_unique<State>();
    state->context.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX* context = state->context.get();
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    if (SSL_CTX_load_verify_file(context, target.caFile.toUtf8().constData()) != 1)
        return fail(ErrorCode::FileUnreadable, target.caFile, sslWords());
    for (int i = 0; i < connections; ++i) {
        auto& connection = state->connections.emplace_back(std::make_unique<Connection>());
        if (const Done opened = connection->open(context, target); !opened)
            return fail(opened.error());
    }
    return std::unique_ptr<HttpsLoad>(new HttpsLoad(std::move(state)));
}

int HttpsLoad::connections() const
{
    return static_cast<int>(m_state->connections.size());
}

Result<Reply> HttpsLoad::ask(int connection, const Request& request)
{
    Connection& one = *m_state->connections.at(static_cast<std::size_t>(connection));
    one.begin(request);
    for (;;) {
        const auto need = one.go();
        if (!need)
            return fail(need.error());
        if (*need == Connection::Need::Done)
            return std::move(one.reply);
        pollfd waiting{one.socket, static_cast<short>(*need == Connection::Need::Read ? POLLIN : POLLOUT), 0};
        if (::poll(&waiting, 1, static_cast<int>(std::chrono::milliseconds(silence).count())) == 0)
            return fail(ErrorCode::TimedOut);
    }
}

namespace {

/// One run(): who waits for what, and what came of it.
struct Tally {
    const HttpsLoad::Good& good;
    LoadResult result;

    void answered(int connection, const Reply& reply, Steady::time_point begun)
    {
        ++result.answers;
        result.milliseconds.push_back(std::chrono::duration<double, std::milli>(Steady::now() - begun).count());
        if (good(connection, reply))
            return;
        if (result.bad++ == 0)
            result.firstBad = reply.head + '\n' + reply.body.left(2'000);
    }
};

} // namespace

Result<LoadResult> HttpsLoad::run(int connections, const Next& next, const Good& good, std::chrono::milliseconds limit)
{
    const auto begun = Steady::now();
    Tally tally{good, {}};
    std::vector<pollfd> waiting(static_cast<std::size_t>(connections), pollfd{-1, 0, 0});
    // Goes on until this connection waits for the network, or rests.
    const auto drive = [&](int i) -> Done {
        Connection& one = *m_state->connections.at(static_cast<std::size_t>(i));
        pollfd& mine = waiting[static_cast<std::size_t>(i)];
        for (;;) {
            if (!one.busy) {
                auto request = Steady::now() - begun < limit ? next(i) : std::nullopt;
                mine.fd = request ? one.socket : -1;
                if (!request)
                    return {};
                one.begin(std::move(*request));
            }
            const auto need = one.go();
            if (!need)
                return fail(need.error());
            mine.events = *need == Connection::Need::Write ? POLLOUT : POLLIN;
            if (*need != Connection::Need::Done)
                return {};
            tally.answered(i, one.reply, one.begun);
        }
    };
    for (int i = 0; i < connections; ++i)
        if (const Done driven = drive(i); !driven)
            return fail(driven.error());
    while (std::any_of(waiting.begin(), waiting.end(), [](const pollfd& p) { return p.fd >= 0; })) {
        if (::poll(waiting.data(), waiting.size(), static_cast<int>(std::chrono::milliseconds(silence).count())) == 0)
            return fail(ErrorCode::TimedOut);
        for (int i = 0; i < connections; ++i)
            if (waiting[static_cast<std::size_t>(i)].fd >= 0 && waiting[static_cast<std::size_t>(i)].revents != 0)
                if (const Done driven = drive(i); !driven)
                    return fail(driven.error());
    }
    tally.result.seconds = std::chrono::duration<double>(Steady::now() - begun).count();
    return std::move(tally.result);
}

} // namespace diakinisi::bench
