#include "sync/ask.h"

#include "sync/judge.h"
#include "wire/routes.h"

#include <QEventLoop>
#include <QSslError>

namespace diakinisi::sync {

namespace {

/// Runs a loop of this thread's own until the exchange has ended or `stop` is asked for.
Result<Response> exchangeOn(NetworkTransport& transport, Request request, const std::stop_token& stop)
{
    QEventLoop loop;
    Result<Response> outcome = fail(ErrorCode::Cancelled);
    const Transport::Ticket ticket = transport.begin(std::move(request), [&](Result<Response> answer) {
        outcome = std::move(answer);
        loop.quit();
    });
    {
        const std::stop_callback onStop(
            stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        if (!stop.stop_requested())
            loop.exec();
    }
    transport.cancel(ticket);
    return outcome;
}

} // namespace

Result<Response> ask(const ServerAddress& address, Request request, std::stop_token stop)
{
    NetworkTransport transport(address);
    return exchangeOn(transport, std::move(request), stop);
}

Result<Response> askWell(const ServerAddress& address, Request request, std::stop_token stop)
{
    Result<Response> answer = ask(address, std::move(request), stop);
    if (const Judgement judgement = judge(answer); judgement.verdict != Verdict::Good)
        return fail(*judgement.error);
    return answer;
}

Result<ServerLook> lookAt(const ServerAddress& address, std::stop_token stop)
{
    NetworkTransport transport(address, NetworkTransport::Trust::Look);
    Request request;
    request.path = wire::routes::server;
    request.mostBytes = 64 * 1024;
    auto answer = exchangeOn(transport, std::move(request), stop);
    if (!answer)
        return fail(answer.error());
    ServerLook look{std::move(*answer), transport.chain(), transport.complaints().isEmpty(), {}};
    for (const QSslError& complaint : transport.complaints())
        look.complaint += (look.complaint.isEmpty() ? QString() : QStringLiteral("; ")) + complaint.errorString();
    return look;
}

} // namespace diakinisi::sync
