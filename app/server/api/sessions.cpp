#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/json_reader.h"
#include "wire/messages.h"
#include "wire/routes.h"

namespace diakinisi::server {
namespace {

constexpr qint64 largestSignIn = 16 * limits::kiB;
constexpr std::size_t mostWaitingSignIns = 200;

Result<wire::SignInRequest> readRequest(const QByteArray& body)
{
    const auto json = wire::readJsonObject(body);
    if (!json)
        return fail(json.error());
    auto request = wire::fromJson<wire::SignInRequest>(*json, {}, wire::ReadRules::strict());
    if (!request)
        return request;
    constexpr qsizetype longestName = 200;
    const wire::SignInDevice& device = request->device;
    const bool known = device.id && device.secret;
    const bool isNew = !device.id && device.name && !device.name->isEmpty() && device.name->size() <= longestName;
    if (!known && !isNew)
        return fail(ErrorCode::MalformedInput, QStringLiteral("device"));
    return request;
}

wire::SignInAnswer answerOf(const SignedIn& signedIn, const domain::Person& person)
{
    wire::SignInAnswer answer;
    answer.token = signedIn.token;
    answer.expires = signedIn.expires;
    answer.person = person;
    answer.roles = person.roles;
    answer.device.id = signedIn.device;
    if (!signedIn.deviceSecret.isEmpty())
        answer.device.secret = signedIn.deviceSecret;
    return answer;
}

/// On the password lane: the same work for those who exist and those who do not.
Response signIn(const ApiParts& parts, SignInGuard& guard, const Call& call, const wire::SignInRequest& request)
{
    const QByteArray user = request.user.toCaseFolded().toUtf8().left(200);
    const auto view = parts.office.organisation();
    const domain::Person* person = view->organisation.personByLogin(request.user);
    const bool active = person && person->active;
    DeviceClaim claim{request.device.id, Secret(request.device.secret.value_or(QString()).toUtf8()),
                      request.device.name.value_or(QString())};
    const auto signedIn = parts.accounts.signIn(active ? std::optional(person->id) : std::nullopt,
                                                Secret(request.password.toUtf8()), claim);
    if (signedIn) {
        guard.succeeded(user, call.request.address);
        return jsonAnswer(wire::toJson(answerOf(*signedIn, *person)), 201);
    }
    if (signedIn.error().code == ErrorCode::SignInFailed) {
        guard.failed(user, call.request.address);
        ++parts.metrics.signInsFailed;
    }
    return problemAnswer(signedIn.error(), call.request.id);
}

void begin(const ApiParts& parts, const std::shared_ptr<SignInGuard>& guard, const CallPointer& call,
           const Responder& responder)
{
    const auto request = readRequest(call->request.body);
    if (!request)
        return responder.answer(problemAnswer(request.error(), call->request.id));
    const QByteArray user = request->user.toCaseFolded().toUtf8().left(200);
    const auto delay = guard->delay(user, call->request.address);
    if (delay.count() > 0) {
        Response response = problemAnswer({ErrorCode::RateLimited, {}, {}}, call->request.id);
        std::erase_if(response.headers, [](const auto& header) { return header.first == "Retry-After"; });
        response.headers.emplace_back("Retry-After", QByteArray::number(static_cast<qint64>(delay.count())));
        return responder.answer(std::move(response));
    }
    if (parts.passwordLane.waiting() > mostWaitingSignIns)
        return responder.answer(problemAnswer({ErrorCode::ServerBusy, {}, {}}, call->request.id));
    parts.passwordLane.post([parts, guard, call, responder, asked = *request](std::stop_token) {
        responder.answer(signIn(parts, *guard, *call, asked));
    });
}

} // namespace

std::vector<Route> sessionRoutes(const ApiParts& parts)
{
    const auto guard = std::make_shared<SignInGuard>(parts.clock);
    const auto signOut = [parts](const CallPointer& call, const Responder& responder) {
        const Done done = parts.accounts.signOut(call->token);
        responder.answer(done ? emptyAnswer() : problemAnswer(done.error(), call->request.id));
    };
    const auto signInRoute = [parts, guard](const CallPointer& call, const Responder& responder) {
        begin(parts, guard, call, responder);
    };
    return {{Method::Post, wire::routes::sessions, Admission::Open, signInRoute, {}, largestSignIn},
            {Method::Delete, wire::routes::currentSession, Admission::Session, signOut}};
}

} // namespace diakinisi::server
