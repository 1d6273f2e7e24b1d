#include "signing/authorities/http_fetcher.h"

#include "base/http_answer.h"
#include "signing/authorities/authority_address.h"
#include "signing/authorities/tls_channel.h"

namespace diakinisi::signing {

namespace {

constexpr int mostRedirects = 3;
constexpr qsizetype piece = 64 * 1024;

QByteArray requestHead(const FetchRequest& request)
{
    const QUrl& url = request.url;
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (path.isEmpty())
        path = "/";
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() != -1)
        host += ':' + QByteArray::number(url.port());
    QByteArray head = (request.body.isEmpty() ? "GET " : "POST ") + path + " HTTP/1.1\r\nHost: " + host +
                      "\r\nUser-Agent: Diakinisi\r\nConnection: close\r\n";
    if (!request.accept.isEmpty())
        head += "Accept: " + request.accept + "\r\n";
    if (!request.body.isEmpty())
        head += "Content-Type: " + request.contentType +
                "\r\nContent-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return head + "\r\n";
}

/// Asks over an open connection, whatever kind it is.
template <class Channel>
Done converse(Channel& channel, const FetchRequest& request, HttpAnswer& answer, const Patience& patience)
{
    if (const Done sent = channel.write(requestHead(request) + request.body, patience); !sent)
        return sent;
    while (!answer.isComplete()) {
        const Result<QByteArray> bytes = channel.read(piece, patience);
        if (!bytes)
            return fail(bytes.error());
        if (const Done added = bytes->isEmpty() ? answer.end() : answer.add(*bytes); !added)
            return added;
    }
    return {};
}

/// The first of the addresses that answers at all.
Result<std::unique_ptr<TcpSocket>> connectAny(const std::vector<QByteArray>& addresses, quint16 port,
                                              const Patience& patience)
{
    Result<std::unique_ptr<TcpSocket>> socket = fail(ErrorCode::ServerUnreachable);
    for (const QByteArray& address : addresses) {
        socket = TcpSocket::connect(address, port, patience);
        if (socket || socket.error().code == ErrorCode::Cancelled)
            break;
    }
    return socket;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

struct HttpFetcher::Answer {
    int status = 0;
    QByteArray contentType;
    QByteArray location;
    QByteArray body;
};

HttpFetcher::HttpFetcher(FetcherRules rules) : m_rules(std::move(rules)) {}
HttpFetcher::~HttpFetcher() = default;

const TlsTrust& HttpFetcher::trust()
{
    const std::lock_guard lock(m_mutex);
    if (!m_trust)
        m_trust = std::make_unique<TlsTrust>(m_rules.tlsAnchors);
    return *m_trust;
}

bool HttpFetcher::mayAsk(const QByteArray& address, bool configured) const
{
    return configured || m_rules.privateAddresses || isPublicAddress(address);
}

Result<HttpFetcher::Answer> HttpFetcher::once(const FetchRequest& request, const Patience& patience)
{
    if (const Done good = checkAuthorityUrl(request.url); !good)
        return fail(good.error());
    const bool secure = request.url.scheme() == u"https";
    const QString host = request.url.host(QUrl::FullyEncoded);
    Result<std::vector<QByteArray>> addresses = resolveHost(host, patience);
    if (!addresses)
        return fail(addresses.error());
    std::erase_if(*addresses, [&](const QByteArray& each) { return !mayAsk(each, request.configured); });
    if (addresses->empty())
        return fail(ErrorCode::NotPermitted, host, QStringLiteral("an address of this machine or a private network"));
    const auto port = static_cast<quint16>(request.url.port(secure ? 443 : 80));
    const Result<std::unique_ptr<TcpSocket>> socket = connectAny(*addresses, port, patience);
    if (!socket)
        return fail(socket.error());
    HttpAnswer answer(request.largest);
    Done done;
    if (secure) {
        const Result<std::unique_ptr<TlsChannel>> channel = TlsChannel::open(**socket, trust(), host, patience);
        if (!channel)
            return fail(channel.error());
        done = converse(**channel, request, answer, patience);
    } else {
        done = converse(**socket, request, answer, patience);
    }
    if (!done)
        return fail(done.error());
    return Answer{answer.status(), answer.contentType(), answer.location(), answer.body()};
}

Result<QByteArray> HttpFetcher::accepted(const FetchRequest& request, Answer answer) const
{
    if (answer.status != 200)
        return fail(ErrorCode::ServerUnreachable, {}, QStringLiteral("HTTP status %1").arg(answer.status));
    if (!request.accept.isEmpty() && answer.contentType != request.accept)
        return fail(ErrorCode::MalformedInput, {}, QStringLiteral("content of another type"));
    return std::move(answer.body);
}

Result<QByteArray> HttpFetcher::fetch(const FetchRequest& asked, std::stop_token stop)
{
    FetchRequest request = asked;
    const Patience patience{std::chrono::steady_clock::now() + asked.total, asked.idle, std::move(stop)};
    const auto named = [&](Error error) {
        error.subject = request.url.host();
        return fail(std::move(error));
    };
    for (int redirects = 0;; ++redirects) {
        Result<Answer> answer = once(request, patience);
        if (!answer)
            return named(answer.error());
        if (!isRedirect(answer->status)) {
            Result<QByteArray> body = accepted(request, std::move(*answer));
            return body ? std::move(body) : named(body.error());
        }
        const QUrl next = request.url.resolved(QUrl::fromEncoded(answer->location, QUrl::StrictMode));
        const bool weaker = request.url.scheme() == u"https" && next.scheme() != u"https";
        if (answer->location.isEmpty() || weaker || redirects == mostRedirects)
            return named({ErrorCode::NotPermitted, {}, QStringLiteral("a redirect that is not followed")});
        // What the other side names is never trusted as an address that somebody here wrote down.
        request.configured = request.configured && next.host() == request.url.host() &&
                             next.port() == request.url.port() && next.scheme() == request.url.scheme();
        request.url = next;
    }
}

} // namespace diakinisi::signing
