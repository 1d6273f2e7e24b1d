#pragma once
#include "sync/network_transport.h"

#include <stop_token>

namespace diakinisi::sync {

/// One question to the server, on the calling thread, which waits for the answer: for a lane's thread or a command
/// line, never for a window's. The errors of Transport, and Cancelled.
Result<Response> ask(const ServerAddress& address, Request request, std::stop_token stop);

/// As ask(), but what comes is judged: only a 2xx answer is a Response, all else is the server's own Error.
Result<Response> askWell(const ServerAddress& address, Request request, std::stop_token stop);

/// What a server shows to anybody.
struct ServerLook {
    Response answer;              ///< of GET /server; untrusted words of whoever answered
    QList<QSslCertificate> chain; ///< its own first
    bool trusted = false;
    QString complaint; ///< why not trusted
};
/// Asks who it is without believing it: nothing secret is sent. ServerUnreachable, TimedOut, Cancelled.
Result<ServerLook> lookAt(const ServerAddress& address, std::stop_token stop);

} // namespace diakinisi::sync
