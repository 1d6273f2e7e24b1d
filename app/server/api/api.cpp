#include "server/api/api.h"

#include "server/api/answers.h"

namespace diakinisi::server {
namespace {

/// What stands for the {...} of a pattern, or nothing when the path does not fit; both in their segments.
std::optional<QStringList> fits(const QStringList& want, const QStringList& got)
{
    if (want.size() != got.size())
        return std::nullopt;
    QStringList captures;
    for (qsizetype i = 0; i < want.size(); ++i) {
        if (want[i].startsWith(u'{') && !got[i].isEmpty())
            captures << got[i];
        else if (want[i] != got[i])
            return std::nullopt;
    }
    return captures;
}

QByteArray bearer(const Request& request)
{
    const QByteArray value = request.header("authorization");
    return value.startsWith("Bearer ") ? value.mid(7).trimmed() : QByteArray();
}

bool needsSession(Admission admission)
{
    return admission != Admission::Open && admission != Admission::AllowedAddress;
}

/// The role without which one is not let in.
std::optional<domain::Role> roleFor(Admission admission)
{
    switch (admission) {
    case Admission::Auditor:
        return domain::Role::Auditor;
    case Admission::Administrator:
        return domain::Role::Administrator;
    default:
        return std::nullopt;
    }
}

ErrorCode codeOf(int status)
{
    switch (status) {
    case 429:
        return ErrorCode::RateLimited;
    case 413:
    case 431:
        return ErrorCode::LimitExceeded;
    case 408:
        return ErrorCode::TimedOut;
    case 500:
        return ErrorCode::InternalFault;
    default:
        return ErrorCode::MalformedInput;
    }
}

} // namespace

Api::Api(const ApiParts& parts)
    : m_parts(parts),
      m_personRates(parts.clock, parts.settings.requestsPerPerson, parts.settings.personBurst)
{
    for (auto* resource :
         {&healthRoutes, &serverRoutes, &sessionRoutes, &personRoutes, &deviceRoutes, &directoryRoutes, &commandRoutes,
          &feedRoutes, &documentRoutes, &registerRoutes, &accessLogRoutes, &uploadRoutes, &fileRoutes})
        for (Route& route : (*resource)(m_parts)) {
            m_segments.push_back(route.pattern.split(u'/'));
            m_routes.push_back(std::move(route));
        }
}

Api::Match Api::match(const Request& request) const
{
    Match result;
    const Method method = request.method == Method::Head ? Method::Get : request.method;
    const QStringList path = request.path.split(u'/');
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const Route& route = m_routes[i];
        auto captures = fits(m_segments[i], path);
        if (!captures)
            continue;
        result.pathKnown = true;
        if (route.method == request.method || route.method == method) {
            result.route = &route;
            result.captures = std::move(*captures);
            if (route.method == request.method)
                return result; // a HEAD of its own goes before that of a GET
        }
    }
    return result;
}

BodyRule Api::bodyRule(const Request& head) const
{
    const Match found = match(head);
    if (!found.route)
        return {limits::miB, false};
    return {found.route->bodyLimit, static_cast<bool>(found.route->open)};
}

Result<Session> Api::signedIn(const QByteArray& token)
{
    if (token.isEmpty())
        return fail(ErrorCode::SessionExpired);
    const auto session = m_parts.accounts.session(token);
    if (!session)
        return session;
    const domain::Person* person = m_parts.office.organisation()->organisation.person(session->person);
    if (!person || !person->active)
        return fail(ErrorCode::SessionExpired);
    return session;
}

Result<CallPointer> Api::admit(const Match& match, Request request)
{
    auto call = std::make_shared<Call>();
    call->captures = match.captures;
    call->route = match.route->pattern.toLatin1();
    call->began = m_parts.clock.steady();
    if (match.route->admission == Admission::AllowedAddress &&
        !m_parts.settings.metricsFrom.contains(QString::fromLatin1(request.address)))
        return fail(ErrorCode::NotPermitted);
    if (needsSession(match.route->admission)) {
        call->token = bearer(request);
        const auto session = signedIn(call->token);
        if (!session)
            return fail(session.error());
        call->session = *session;
        if (!m_personRates.admit(session->person.uuid().toRfc4122())) {
            ++m_parts.metrics.rateLimited;
            return fail(ErrorCode::RateLimited);
        }
        const auto role = roleFor(match.route->admission);
        if (role && !m_parts.office.organisation()->organisation.hasRole(session->person, *role))
            return fail(ErrorCode::NotPermitted);
    }
    call->request = std::move(request);
    return CallPointer(std::move(call));
}

Responder Api::observed(const Responder& responder, const Request& request, QByteArray route) const
{
    return Responder([parts = m_parts, responder, id = request.id, method = request.method, route = std::move(route),
                      began = m_parts.clock.steady()](Response response) {
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(parts.clock.steady() - began);
        parts.metrics.answered(route, response.status, took);
        if (response.status >= 400)
            parts.log.info("request", {{"id", id},
                                       {"method", QString::fromLatin1(methodWord(method))},
                                       {"route", QString::fromLatin1(route)},
                                       {"status", QString::number(response.status)},
                                       {"ms", QString::number(took.count() / 1000)}});
        response.headers.emplace_back("X-Request-Id", id.toLatin1());
        responder.answer(std::move(response));
    });
}

void Api::handle(Request request, Responder outer)
{
    const Match found = match(request);
    const QString id = request.id;
    const QByteArray route = found.route ? found.route->pattern.toLatin1() : QByteArray("-");
    const Responder responder = observed(outer, request, route);
    if (!found.route)
        return responder.answer(
            problemAnswer({ErrorCode::NotFound, QStringLiteral("path"), {}}, found.pathKnown ? 405 : 404, id));
    auto call = admit(found, std::move(request));
    if (!call)
        return responder.answer(problemAnswer(call.error(), id));
    found.route->handle(*call, responder);
}

std::unique_ptr<BodySink> Api::open(const Request& head, std::optional<Response>& refusal)
{
    const Match found = match(head);
    if (!found.route || !found.route->open) {
        refusal = problemAnswer({ErrorCode::NotFound, {}, {}}, head.id);
        return nullptr;
    }
    auto call = admit(found, head);
    if (!call) {
        refusal = problemAnswer(call.error(), head.id);
        return nullptr;
    }
    return found.route->open(*call, refusal);
}

Response Api::refusal(int status, const QString& requestId) const
{
    m_parts.metrics.answered("-", status, std::chrono::microseconds(0));
    m_parts.log.info("refused", {{"id", requestId}, {"status", QString::number(status)}});
    Response response = problemAnswer({codeOf(status), {}, {}}, status, requestId);
    response.headers.emplace_back("X-Request-Id", requestId.toLatin1());
    return response;
}

} // namespace diakinisi::server
