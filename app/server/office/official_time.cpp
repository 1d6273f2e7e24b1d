#include "server/office/official_time.h"

#include <QDateTime>

#include <algorithm>

namespace diakinisi::server {

Instant OfficialTime::now(Instant head) const
{
    return std::max(m_clock.now(), head);
}

bool OfficialTime::stopped(Instant head) const
{
    return head - m_clock.now() > patienceMilliseconds;
}

std::optional<domain::LegalTime> OfficialTime::legalTime(Instant at, const QString& zone)
{
    if (zone != m_zoneName) {
        m_zone = QTimeZone(zone.toLatin1());
        m_zoneName = zone;
    }
    if (!m_zone.isValid())
        return std::nullopt;
    constexpr int secondsInMinute = 60;
    const QDateTime utc = toUtcDateTime(at);
    const int offset = m_zone.offsetFromUtc(utc);
    const QDate date = utc.addSecs(offset).date();
    return domain::LegalTime{at, offset / secondsInMinute, date.toString(Qt::ISODate), date.year()};
}

bool OfficialTime::knowsZone(const QString& zone)
{
    return QTimeZone(zone.toLatin1()).isValid();
}

} // namespace diakinisi::server
