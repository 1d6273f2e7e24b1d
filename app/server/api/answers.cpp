#include "server/api/answers.h"

#include "wire/problem.h"
#include "wire/routes.h"

#include <QJsonDocument>

namespace diakinisi::server {
namespace {

QByteArray ascii(QLatin1StringView text)
{
    return QByteArray(text.data(), text.size());
}

} // namespace

Response jsonAnswer(QByteArray json, int status)
{
    return {.status = status,
            .contentType = ascii(wire::routes::json),
            .headers = {{"Cache-Control", "no-store"}},
            .body = std::move(json)};
}

Response jsonAnswer(const QJsonObject& json, int status)
{
    return jsonAnswer(QJsonDocument(json).toJson(QJsonDocument::Compact), status);
}

Response emptyAnswer(int status)
{
    return {.status = status};
}

Response problemAnswer(const Error& error, const QString& requestId)
{
    return problemAnswer(error, wire::httpStatusOf(error.code), requestId);
}

Response problemAnswer(const Error& error, int status, const QString& requestId)
{
    Response response = jsonAnswer(wire::problemOf(error, status, requestId), status);
    response.contentType = ascii(wire::routes::problemJson);
    if (status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    if (status == 429 || status == 503)
        response.headers.emplace_back("Retry-After", "1");
    return response;
}

Result<qint64> numberParameter(const Request& request, QStringView name, qint64 standard, qint64 least, qint64 most)
{
    const auto text = request.parameter(name);
    if (!text)
        return standard;
    bool read = false;
    const qint64 value = text->toLongLong(&read);
    if (!read || value < least || value > most)
        return fail(ErrorCode::MalformedInput, name.toString());
    return value;
}

} // namespace diakinisi::server
