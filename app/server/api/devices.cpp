#include "server/api/answers.h"
#include "server/api/api.h"

#include <QJsonArray>

namespace diakinisi::server {
namespace {

Response list(const ApiParts& parts, const Call& call)
{
    const auto devices = parts.accounts.devices();
    if (!devices)
        return problemAnswer(devices.error(), call.request.id);
    QJsonArray array;
    for (const KnownDevice& device : *devices) {
        QJsonObject json{{QStringLiteral("id"), device.id.toString()},
                         {QStringLiteral("name"), device.name},
                         {QStringLiteral("made"), toIso(device.made)}};
        if (device.revoked)
            json.insert(QStringLiteral("revoked"), toIso(*device.revoked));
        array.append(json);
    }
    return jsonAnswer(QJsonObject{{QStringLiteral("devices"), array}});
}

Response revoke(const ApiParts& parts, const Call& call)
{
    const auto device = domain::DeviceId::fromString(call.captures.value(0));
    if (!device)
        return problemAnswer({ErrorCode::NotFound, QStringLiteral("device"), {}}, call.request.id);
    const auto view = parts.office.organisation();
    if (*device != call.session.device && !view->organisation.hasRole(call.session.person, domain::Role::Administrator))
        return problemAnswer({ErrorCode::NotPermitted, QStringLiteral("device"), {}}, call.request.id);
    const Done done = parts.accounts.revoke(*device);
    return done ? emptyAnswer() : problemAnswer(done.error(), call.request.id);
}

} // namespace

std::vector<Route> deviceRoutes(const ApiParts& parts)
{
    return {{Method::Get, QStringLiteral("/api/v1/devices"), Admission::Administrator,
             [parts](const CallPointer& call, const Responder& responder) { responder.answer(list(parts, *call)); }},
            {Method::Delete, QStringLiteral("/api/v1/devices/{id}"), Admission::Session,
             [parts](const CallPointer& call, const Responder& responder) { responder.answer(revoke(parts, *call)); }}};
}

} // namespace diakinisi::server
