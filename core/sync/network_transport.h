#pragma once
#include "sync/server_address.h"
#include "sync/transport.h"

#include <QNetworkAccessManager>

#include <memory>
#include <unordered_map>

class QNetworkReply;

namespace diakinisi::sync {

/// The transport of the running programs, over QNetworkAccessManager. Lives in one thread that has an event loop.
class NetworkTransport final : public Transport
{
public:
    /// With `look`, the server's certificate is noted and not judged: for showing it to a person who decides. Nothing
    /// secret may be sent so.
    enum class Trust { Demand, Look };

    explicit NetworkTransport(ServerAddress address, Trust trust = Trust::Demand);
    ~NetworkTransport() override;

    Ticket begin(Request request, Finished finished) override;
    void cancel(Ticket ticket) override;

    /// Of the last answer: the server's certificates, its own first, and what is wrong with them.
    const QList<QSslCertificate>& chain() const { return m_chain; }
    const QList<QSslError>& complaints() const { return m_complaints; }

private:
    struct Exchange;
    QNetworkRequest prepared(const Request& request) const;
    void receive(Ticket ticket);
    void finish(Ticket ticket);
    Result<Response> outcome(Exchange& exchange);

    ServerAddress m_address;
    Trust m_trust;
    QNetworkAccessManager m_manager;
    QList<QSslCertificate> m_chain;
    QList<QSslError> m_complaints;
    Ticket m_last = 0;
    std::unordered_map<Ticket, std::unique_ptr<Exchange>> m_exchanges;
};

} // namespace diakinisi::sync
