#include "base/time.h"

#include <QDateTime>
#include <QTimeZone>

namespace diakinisi {

QDateTime toUtcDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.milliseconds, Qt::UTC);
}

Instant toInstant(const QDateTime& time)
{
    return {time.toMSecsSinceEpoch()};
}

QString toIso(Instant instant)
{
    return toUtcDateTime(instant).toString(Qt::ISODateWithMs);
}

std::optional<Instant> instantFromIso(QStringView text)
{
    constexpr qsizetype length = 24; // 2026-11-23T07:01:05.123Z
    if (text.size() != length || text.back() != u'Z')
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() != Qt::UTC)
        return std::nullopt;
    const Instant instant = toInstant(time);
    if (instant.milliseconds < 0 || toIso(instant) != text) // anything that has a second spelling is refused
        return std::nullopt;
    return instant;
}

} // namespace diakinisi
