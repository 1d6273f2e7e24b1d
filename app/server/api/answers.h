#pragma once
#include "base/result.h"
#include "server/http/message.h"

#include <QJsonObject>

namespace diakinisi::server {

Response jsonAnswer(QByteArray json, int status = 200);
Response jsonAnswer(const QJsonObject& json, int status = 200);
Response emptyAnswer(int status = 204);
/// RFC 9457. The request's id is the instance, which the log carries too.
Response problemAnswer(const Error& error, const QString& requestId);
Response problemAnswer(const Error& error, int status, const QString& requestId);

/// A whole number out of the query: `standard` when it is not there; MalformedInput unless within the bounds.
Result<qint64> numberParameter(const Request& request, QStringView name, qint64 standard, qint64 least, qint64 most);

} // namespace diakinisi::server
