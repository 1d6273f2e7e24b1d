#include "sync/transport.h"

#include "wire/routes.h"

#include <QUrl>

namespace diakinisi::sync {

QByteArray Response::header(const QByteArray& lowerName) const
{
    const auto found = headers.find(lowerName);
    return found == headers.end() ? QByteArray() : found->second;
}

Request postJson(QLatin1StringView path, const QByteArray& json)
{
    Request request;
    request.method = "POST";
    request.path = path;
    request.headers["Content-Type"] = wire::routes::json.latin1();
    request.body = json;
    return request;
}

QString withQuery(QLatin1StringView path, const std::vector<std::pair<QString, QString>>& query)
{
    QString text = path;
    QChar joint = u'?';
    for (const auto& [name, value] : query) {
        text += joint + name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
        joint = u'&';
    }
    return text;
}

} // namespace diakinisi::sync
