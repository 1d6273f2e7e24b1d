#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/routes.h"

namespace diakinisi::server {
namespace {

void ready(const ApiParts& parts, const CallPointer& call, const Responder& responder)
{
    // Able to write: an empty batch goes the whole way to the disk and back.
    parts.office.submit(
        {domain::systemActor(), std::nullopt}, {},
        [responder](std::vector<Outcome>) { responder.answer(jsonAnswer(QByteArray("{\"ready\":true}"))); },
        [responder, id = call->request.id](const Error& error) { responder.answer(problemAnswer(error, 503, id)); });
}

} // namespace

std::vector<Route> healthRoutes(const ApiParts& parts)
{
    const auto alive = [](const CallPointer&, const Responder& responder) {
        responder.answer(jsonAnswer(QByteArray("{\"alive\":true}")));
    };
    const auto metrics = [&metrics = parts.metrics](const CallPointer&, const Responder& responder) {
        responder.answer({.contentType = "text/plain; version=0.0.4; charset=utf-8", .body = metrics.text()});
    };
    const auto isReady = [parts](const CallPointer& call, const Responder& responder) {
        ready(parts, call, responder);
    };
    return {{Method::Get, wire::routes::health, Admission::Open, alive},
            {Method::Get, wire::routes::ready, Admission::Open, isReady},
            {Method::Get, wire::routes::metrics, Admission::AllowedAddress, metrics}};
}

} // namespace diakinisi::server
