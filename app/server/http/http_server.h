#pragma once
#include "base/clock.h"
#include "base/ids.h"
#include "base/lane.h"
#include "base/limits.h"
#include "server/http/message.h"
#include "server/log.h"
#include "server/metrics.h"

#include <chrono>
#include <memory>

namespace diakinisi::server {

struct HttpLimits {
    qint64 headerBytes = 16 * limits::kiB;
    std::chrono::seconds silence{60};    ///< without a byte, then the connection ends
    std::chrono::seconds handshake{15};  ///< for the whole TLS handshake
    std::chrono::seconds wholeBody{180}; ///< for a body that is taken whole
    int connections = 4096;
    int connectionsPerAddress = 1024;
    double requestsPerSecond = 500; ///< of one address; 0: no limit
    double requestBurst = 2000;
};

struct HttpSettings {
    QString address; ///< numeric, v4 or v6
    quint16 port = 0;
    QString certificateChain; ///< PEM files
    QString privateKey;
    unsigned networkThreads = 2;
    HttpLimits limits;
};

/// HTTPS/1.1 on one address: TLS 1.2 and 1.3, keep-alive, limits and time-outs. Handlers run on `work`, network threads
/// never block. The only place that knows Boost.
class HttpServer
{
public:
    HttpServer(HttpSettings settings, Service& service, Lane& work, IdSource& ids, const Clock& clock, Log& log,
               Metrics& metrics);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Binds and begins to serve. FileUnreadable, KeyUnreadable (certificate), ServerUnreachable (address in use).
    Done start();
    quint16 port() const;
    /// New connections get what the files hold now; the old ones go on. The former certificate stays when these do not
    /// fit together.
    Done reloadCertificate();
    /// Takes no new connections and requests, lets what is being answered be answered, for `patience` at most.
    void stop(std::chrono::seconds patience);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi::server
