#include "server/api/answers.h"
#include "server/api/api.h"
#include "wire/routes.h"

#include <QJsonArray>

#include <limits>

namespace diakinisi::server {
namespace {

constexpr qint64 standardRows = 500;
constexpr qint64 mostRows = 5'000;

QJsonObject toJson(const Access& access)
{
    QJsonObject json{{QStringLiteral("number"), access.number},
                     {QStringLiteral("at"), toIso(access.at)},
                     {QStringLiteral("person"), access.person.toString()},
                     {QStringLiteral("device"), access.device.toString()},
                     {QStringLiteral("document"), access.document.toString()},
                     {QStringLiteral("what"), access.what}};
    if (access.file)
        json.insert(QStringLiteral("file"), access.file->hex());
    return json;
}

Response list(const ApiParts& parts, const Call& call)
{
    const auto after = numberParameter(call.request, u"after", 0, 0, std::numeric_limits<qint64>::max());
    const auto limit = numberParameter(call.request, u"limit", standardRows, 1, mostRows);
    if (!after || !limit)
        return problemAnswer(after ? limit.error() : after.error(), call.request.id);
    const auto asked = call.request.parameter(u"document");
    const auto document = asked ? domain::DocumentId::fromString(*asked) : std::nullopt;
    if (asked && !document)
        return problemAnswer({ErrorCode::FieldInvalid, QStringLiteral("document"), {}}, call.request.id);
    const auto rows = parts.accessLog.list(*after, *limit, document);
    if (!rows)
        return problemAnswer(rows.error(), call.request.id);
    QJsonArray array;
    for (const Access& access : *rows)
        array.append(toJson(access));
    return jsonAnswer(QJsonObject{{QStringLiteral("accesses"), array}});
}

} // namespace

std::vector<Route> accessLogRoutes(const ApiParts& parts)
{
    return {{Method::Get, wire::routes::accessLog, Admission::Auditor,
             [parts](const CallPointer& call, const Responder& responder) { responder.answer(list(parts, *call)); }}};
}

} // namespace diakinisi::server
