#pragma once
#include "signing/keys/tokens.h"

#include <QJsonObject>

/// What goes to the worker that asks a module, and what comes back.
namespace diakinisi::signing::tokensjson {

/// {"verb":"tokens","module":PATH,"at":TIME}
QJsonObject question(const QString& path, Instant now);
struct Asked {
    QString path;
    Instant now;
};
std::optional<Asked> toAsked(const QJsonObject& head);

QJsonObject fromListing(const ModuleListing& listing);
/// Believes as little as may be: certificates are read anew, and the path is the one that was asked for. An answer that
/// is none is told as the listing's problem (WorkerDied).
ModuleListing toListing(const QJsonObject& head, const QString& path);

} // namespace diakinisi::signing::tokensjson
