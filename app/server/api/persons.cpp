#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/json_reader.h"

namespace diakinisi::server {
namespace {

constexpr qint64 largestPassword = 16 * limits::kiB;

/// On the password lane.
Response setPassword(const ApiParts& parts, const Call& call)
{
    const auto person = domain::PersonId::fromString(call.captures.value(0));
    const auto view = parts.office.organisation();
    if (!person || !view->organisation.person(*person))
        return problemAnswer({ErrorCode::NotFound, QStringLiteral("person"), {}}, call.request.id);
    const auto json = wire::readJsonObject(call.request.body);
    if (!json)
        return problemAnswer(json.error(), call.request.id);
    if (!json->value(u"password").isString())
        return problemAnswer({ErrorCode::MalformedInput, QStringLiteral("password"), {}}, call.request.id);
    const Done done = parts.accounts.setPassword(*person, Secret(json->value(u"password").toString().toUtf8()));
    return done ? emptyAnswer() : problemAnswer(done.error(), call.request.id);
}

} // namespace

std::vector<Route> personRoutes(const ApiParts& parts)
{
    const auto set = [parts](const CallPointer& call, const Responder& responder) {
        parts.passwordLane.post(
            [parts, call, responder](std::stop_token) { responder.answer(setPassword(parts, *call)); });
    };
    return {{Method::Post,
             QStringLiteral("/api/v1/persons/{id}/password"),
             Admission::Administrator,
             set,
             {},
             largestPassword}};
}

} // namespace diakinisi::server
