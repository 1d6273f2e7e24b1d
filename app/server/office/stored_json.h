#pragma once
#include "base/result.h"

#include <QJsonObject>

namespace diakinisi::server {

/// Reads what this server once wrote into its own store. StoreBroken for what it cannot have written.
Result<QJsonObject> storedObject(const QByteArray& bytes);

} // namespace diakinisi::server
