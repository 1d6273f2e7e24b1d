#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/routes.h"

namespace diakinisi::server {
namespace {

constexpr qint64 standardItems = 500;
constexpr qint64 mostItems = 2'000;
constexpr qint64 longestWait = 60;

void read(const ApiParts& parts, const CallPointer& call, const Responder& responder)
{
    const auto limit = numberParameter(call->request, u"limit", standardItems, 1, mostItems);
    const auto wait = numberParameter(call->request, u"wait", 0, 0, longestWait);
    if (!limit || !wait)
        return responder.answer(problemAnswer(limit ? wait.error() : limit.error(), call->request.id));
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(*wait);
    parts.office.feed(
        call->session.person, call->request.parameter(u"after").value_or(QString()), *limit, until,
        [parts, call, responder](Result<FeedBytes> page) {
            if (!page)
                return responder.answer(problemAnswer(page.error(), call->request.id));
            // Signed out, or put out, while waiting: then there is nothing to see any more.
            if (!parts.accounts.session(call->token))
                return responder.answer(problemAnswer({ErrorCode::SessionExpired, {}, {}}, call->request.id));
            responder.answer(jsonAnswer(std::move(page->json)));
        });
}

} // namespace

std::vector<Route> feedRoutes(const ApiParts& parts)
{
    return {{Method::Get, wire::routes::feed, Admission::Session,
             [parts](const CallPointer& call, const Responder& responder) { read(parts, call, responder); }}};
}

} // namespace diakinisi::server
