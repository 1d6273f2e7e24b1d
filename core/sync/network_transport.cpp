#include "sync/network_transport.h"

#include <QNetworkReply>

namespace diakinisi::sync {

namespace {

constexpr qint64 pieceBytes = 1024 * 1024;

struct DeleteLater {
    void operator()(QNetworkReply* reply) const
    {
        reply->disconnect();
        reply->abort();
        reply->deleteLater();
    }
};

QString inWords(const QList<QSslError>& errors)
{
    QStringList words;
    for (const QSslError& error : errors)
        words << error.errorString();
    return words.join(u"; ");
}

/// Is it the very certificate that was confirmed, and nothing else wrong with it than that nobody known issued it?
bool isPinned(const ServerAddress& address, const QSslCertificate& shown, const QList<QSslError>& complaints)
{
    static const QList<QSslError::SslError> ofIssuer{
        QSslError::UnableToGetIssuerCertificate, QSslError::UnableToGetLocalIssuerCertificate,
        QSslError::UnableToVerifyFirstCertificate, QSslError::SelfSignedCertificate, QSslError::CertificateUntrusted};
    return address.authorities.contains(shown) && std::ranges::all_of(complaints, [](const QSslError& complaint) {
               return ofIssuer.contains(complaint.error());
           });
}

} // namespace

struct NetworkTransport::Exchange {
    Request request;
    Finished finished;
    std::unique_ptr<QNetworkReply, DeleteLater> reply;
    QList<QSslError> complaints;
    std::optional<Error> error; ///< ours, while it ran
    Response response;
    std::int64_t received = 0;

    bool toSink() const { return request.sink && response.status >= 200 && response.status < 300; }
    void readHead();
};

void NetworkTransport::Exchange::readHead()
{
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto& [name, value] : reply->rawHeaderPairs())
        response.headers[name.toLower()] = value;
}

NetworkTransport::NetworkTransport(ServerAddress address, Trust trust) : m_address(std::move(address)), m_trust(trust)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(false);
}

NetworkTransport::~NetworkTransport() = default;

QNetworkRequest NetworkTransport::prepared(const Request& request) const
{
    // The path comes encoded and must not be encoded again.
    QNetworkRequest network(
        QUrl(m_address.url.toString(QUrl::RemovePath | QUrl::StripTrailingSlash) + request.path, QUrl::StrictMode));
    network.setSslConfiguration(tlsFor(m_address));
    network.setTransferTimeout(static_cast<int>(request.silence.count()));
    network.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    network.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setRawHeader("Accept", "application/json, application/problem+json");
    for (const auto& [name, value] : request.headers)
        network.setRawHeader(name, value);
    return network;
}

Transport::Ticket NetworkTransport::begin(Request request, Finished finished)
{
    const Ticket ticket = ++m_last;
    auto exchange = std::make_unique<Exchange>();
    exchange->request = std::move(request);
    exchange->finished = std::move(finished);
    const QNetworkRequest network = prepared(exchange->request);
    const QByteArray& method = exchange->request.method;
    exchange->reply.reset(method == "GET"    ? m_manager.get(network)
                          : method == "HEAD" ? m_manager.head(network)
                          : method == "POST" ? m_manager.post(network, exchange->request.body)
                                             : m_manager.sendCustomRequest(network, method, exchange->request.body));
    QNetworkReply* reply = exchange->reply.get();
    reply->setReadBufferSize(4 * pieceBytes);
    QObject::connect(reply, &QNetworkReply::sslErrors, &m_manager,
                     [this, reply, exchange = exchange.get()](const QList<QSslError>& complaints) {
                         const bool pinned =
                             isPinned(m_address, reply->sslConfiguration().peerCertificate(), complaints);
                         if (!pinned)
                             exchange->complaints = complaints;
                         if (pinned || m_trust == Trust::Look)
                             reply->ignoreSslErrors();
                     });
    // Queued, so that nothing is ever told from within begin() or from within a reply that is being taken apart.
    QObject::connect(
        reply, &QNetworkReply::readyRead, &m_manager, [this, ticket] { receive(ticket); }, Qt::QueuedConnection);
    QObject::connect(
        reply, &QNetworkReply::finished, &m_manager, [this, ticket] { finish(ticket); }, Qt::QueuedConnection);
    m_exchanges.emplace(ticket, std::move(exchange));
    return ticket;
}

void NetworkTransport::cancel(Ticket ticket)
{
    m_exchanges.erase(ticket);
}

void NetworkTransport::receive(Ticket ticket)
{
    const auto found = m_exchanges.find(ticket);
    if (found == m_exchanges.end() || found->second->error)
        return;
    Exchange& exchange = *found->second;
    if (exchange.response.status == 0)
        exchange.readHead();
    while (exchange.reply->bytesAvailable() > 0 && !exchange.error) {
        const QByteArray piece = exchange.reply->read(pieceBytes);
        exchange.received += piece.size();
        if (exchange.toSink()) {
            if (const Done taken = exchange.request.sink(exchange.response, piece); !taken)
                exchange.error = taken.error();
        } else if (exchange.received > exchange.request.mostBytes) {
            exchange.error = Error{ErrorCode::LimitExceeded, exchange.request.path, {}};
        } else {
            exchange.response.body += piece;
        }
    }
    if (exchange.error)
        exchange.reply->abort(); // and then finish()
}

void NetworkTransport::finish(Ticket ticket)
{
    receive(ticket); // what is left
    auto node = m_exchanges.extract(ticket);
    if (node.empty())
        return;
    const std::unique_ptr<Exchange> exchange = std::move(node.mapped());
    if (const QList<QSslCertificate> chain = exchange->reply->sslConfiguration().peerCertificateChain();
        !chain.isEmpty())
        m_chain = chain;
    m_complaints = exchange->complaints;
    exchange->finished(outcome(*exchange));
}

Result<Response> NetworkTransport::outcome(Exchange& exchange)
{
    if (exchange.error)
        return fail(*exchange.error);
    if (exchange.response.status == 0)
        exchange.readHead();
    const QNetworkReply::NetworkError error = exchange.reply->error();
    // From 201 on these only repeat the HTTP status; what breaks off in the middle is told by the others.
    const bool byStatus = error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure &&
                          exchange.response.status >= 400;
    if (error == QNetworkReply::NoError || byStatus)
        return std::move(exchange.response);
    const QString server = m_address.url.authority();
    if (!exchange.complaints.isEmpty())
        return fail(ErrorCode::ServerUntrusted, server, inWords(exchange.complaints));
    if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError)
        return fail(ErrorCode::TimedOut, server,
                    QStringLiteral("no byte for %1 s").arg(exchange.request.silence.count() / 1000));
    return fail(ErrorCode::ServerUnreachable, server, exchange.reply->errorString());
}

} // namespace diakinisi::sync
