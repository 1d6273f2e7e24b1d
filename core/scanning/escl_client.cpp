#include "scanning/escl_client.h"

#include "base/http_answer.h"

#include <QSslCertificate>
#include <QSslSocket>

namespace diakinisi::scanning {

namespace {

using Steady = std::chrono::steady_clock;
constexpr int mostRedirects = 3;
constexpr qint64 piece = 64 * limits::kiB;
constexpr int slice = 100; ///< milliseconds; how late a stop may be seen

QByteArray headOf(const QByteArray& method, const QUrl& url, const QByteArray& body)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() != -1)
        host += ':' + QByteArray::number(url.port());
    QByteArray head = method + ' ' + url.path(QUrl::FullyEncoded).toLatin1() + " HTTP/1.1\r\nHost: " + host +
                      "\r\nUser-Agent: Diakinisi\r\nAccept-Encoding: identity\r\nConnection: close\r\n";
    if (!body.isEmpty())
        head += "Content-Type: text/xml\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return head + "\r\n";
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

EsclClient::EsclClient(QUrl base, EsclLimits limits) : m_base(std::move(base)), m_limits(limits) {}

tl::unexpected<Error> EsclClient::failed(ErrorCode code, const QString& cause) const
{
    return fail(code, m_base.toString(), cause);
}

QUrl EsclClient::urlOf(const QString& path) const
{
    QUrl url = m_base;
    url.setPath(m_base.path() + u'/' + path);
    return url;
}

QString EsclClient::below(const QByteArray& location) const
{
    const QUrl url = urlOf({}).resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const QString within = m_base.path() + u'/';
    return url.path().startsWith(within) ? url.path().mid(within.size()) : QString();
}

Result<EsclClient::Answer> EsclClient::get(const QString& path, std::int64_t largest, const std::stop_token& stop,
                                           const Received& received)
{
    return exchange({"GET", urlOf(path), {}, largest, false, received ? m_limits.idle : m_limits.textIdle}, stop,
                    received);
}

Result<EsclClient::Answer> EsclClient::getFirst(const QString& path, const std::stop_token& stop)
{
    QUrl url = urlOf(path);
    for (int redirects = 0;; ++redirects) {
        auto answer = exchange({"GET", url, {}, m_limits.textBytes, false, m_limits.textIdle}, stop);
        if (!answer || !isRedirect(answer->status))
            return answer;
        const QUrl next = url.resolved(QUrl::fromEncoded(answer->location, QUrl::StrictMode));
        const bool known = next.scheme() == u"https" || (next.scheme() == u"http" && url.scheme() == u"http");
        const QString end = u'/' + path;
        if (!known || next.host() != m_base.host() || !next.path().endsWith(end) || redirects == mostRedirects)
            return failed(ErrorCode::ScannerFailed, QStringLiteral("a redirect that is not followed"));
        url = next;
        m_base = next.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
        m_base.setPath(next.path().chopped(end.size()));
    }
}

Result<EsclClient::Answer> EsclClient::post(const QString& path, const QByteArray& xml, const std::stop_token& stop)
{
    return exchange({"POST", urlOf(path), xml, m_limits.textBytes, true, m_limits.textIdle}, stop);
}

void EsclClient::remove(const QString& path, std::chrono::milliseconds patience)
{
    exchange({"DELETE", urlOf(path), {}, m_limits.textBytes, true, patience}, {});
}

Result<std::unique_ptr<QTcpSocket>> EsclClient::connected(const Request& request)
{
    const bool secure = request.url.scheme() == u"https";
    const auto port = static_cast<quint16>(request.url.port(secure ? 443 : 80));
    const auto patience = static_cast<int>(std::min(m_limits.connect, request.idle).count());
    auto socket = secure ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
    socket->setReadBufferSize(4 * piece);
    if (!secure) {
        socket->connectToHost(request.url.host(), port);
        if (!socket->waitForConnected(patience))
            return failed(ErrorCode::ScannerOffline, socket->errorString());
        return socket;
    }
    auto& tls = static_cast<QSslSocket&>(*socket);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.connectToHostEncrypted(request.url.host(), port);
    if (!tls.waitForEncrypted(patience))
        return failed(ErrorCode::ScannerOffline, tls.errorString());
    const QByteArray certificate = tls.peerCertificate().digest(QCryptographicHash::Sha256);
    if (!m_certificate.isEmpty() && m_certificate != certificate)
        return failed(ErrorCode::ScannerFailed, QStringLiteral("the device shows another certificate than before"));
    m_certificate = certificate;
    return socket;
}

Result<EsclClient::Answer> EsclClient::exchange(const Request& request, const std::stop_token& stop,
                                                const Received& received)
{
    if (stop.stop_requested())
        return failed(ErrorCode::Cancelled, {});
    auto socket = connected(request);
    if (!socket)
        return fail(socket.error());
    (*socket)->write(headOf(request.method, request.url, request.body) + request.body);
    HttpAnswer answer(request.largest);
    const auto begin = Steady::now();
    auto heard = begin;
    while (!answer.isComplete() && !(request.headOnly && answer.hasHead())) {
        if (stop.stop_requested())
            return failed(ErrorCode::Cancelled, {});
        if (Steady::now() - heard > request.idle || Steady::now() - begin > m_limits.answer)
            return failed(ErrorCode::ScannerOffline, QStringLiteral("no answer in time"));
        if ((*socket)->bytesAvailable() == 0 && !(*socket)->waitForReadyRead(slice) &&
            (*socket)->state() == QAbstractSocket::ConnectedState)
            continue;
        const QByteArray bytes = (*socket)->read(piece);
        if (bytes.isEmpty() && !answer.end())
            return failed(ErrorCode::ScannerOffline, QStringLiteral("the device ended in the middle of its answer"));
        if (const Done added = answer.add(bytes); !added)
            return failed(added.error().code == ErrorCode::LimitExceeded ? ErrorCode::LimitExceeded
                                                                         : ErrorCode::ScannerFailed,
                          added.error().cause);
        heard = Steady::now();
        if (received && answer.hasHead())
            received(answer.body().size(), std::max<std::int64_t>(answer.length(), 0));
    }
    return Answer{answer.status(), answer.body(), answer.location(), answer.retryAfter()};
}

} // namespace diakinisi::scanning
