#pragma once
#include "base/result.h"
#include "domain/words.h"

#include <QJsonObject>

namespace diakinisi::wire {

/// Whether it helps to send the same again.
enum class Retry { Never, Later, AfterChange };

/// Which HTTP status a server answers with when a whole request fails so.
int httpStatusOf(ErrorCode code);
Retry retryOf(ErrorCode code);

/// RFC 9457: {"type": "urn:diakinisi:problem:<word>", "title", "status", "detail"?, "subject"?, "instance"?, "retry"}.
/// Title and detail are technical English; windows map the code to words. What went wrong inside the machine (files,
/// store, faults of ours) keeps subject and cause to itself: they are in the server's log under `instance`.
QJsonObject problemOf(const Error& error, int status, const QString& instance);
QJsonObject problemOf(const Error& error, const QString& instance = {});

/// Total: a type that this program does not know, or none, gives ServerRefused with the title as cause.
Error errorOf(const QJsonObject& problem);
/// The server's request id, for the details button; may be empty.
QString instanceOf(const QJsonObject& problem);

} // namespace diakinisi::wire

DIAKINISI_ENUM_WORDS(diakinisi::wire::Retry, QLatin1StringView("never"), QLatin1StringView("later"),
                     QLatin1StringView("after-change"));
