#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/routes.h"

#include <limits>

namespace diakinisi::server {
namespace {

Response directory(const ApiParts& parts, const Call& call)
{
    const auto after = numberParameter(call.request, u"after", -1, -1, std::numeric_limits<qint64>::max());
    if (!after)
        return problemAnswer(after.error(), call.request.id);
    const auto view = parts.office.organisation();
    if (*after >= view->position)
        return emptyAnswer(); // nothing newer
    return jsonAnswer("{\"position\":" + QByteArray::number(view->position) + ",\"organisation\":" + view->json + '}');
}

} // namespace

std::vector<Route> directoryRoutes(const ApiParts& parts)
{
    return {
        {Method::Get, wire::routes::directory, Admission::Session,
         [parts](const CallPointer& call, const Responder& responder) { responder.answer(directory(parts, *call)); }}};
}

} // namespace diakinisi::server
