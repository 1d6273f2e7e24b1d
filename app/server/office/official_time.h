#pragma once
#include "base/clock.h"
#include "domain/register_book.h"

#include <QTimeZone>

namespace diakinisi::server {

/// The server's authority over time: never back behind the ledger's head, and in the organisation's zone. The only
/// place in the house that computes zones. Used by the appender's thread.
class OfficialTime
{
public:
    /// How far the clock may have gone back before numbering stops.
    static constexpr qint64 patienceMilliseconds = 2'000;

    explicit OfficialTime(const Clock& clock) : m_clock(clock) {}

    /// The clock's time, or the head's when that is later.
    Instant now(Instant head) const;
    /// Has the clock gone back so far that no number may be given?
    bool stopped(Instant head) const;
    /// What the event says of the moment; nothing for a zone that this machine does not know.
    std::optional<domain::LegalTime> legalTime(Instant at, const QString& zone);

    static bool knowsZone(const QString& zone);

private:
    const Clock& m_clock;
    QString m_zoneName;
    QTimeZone m_zone;
};

} // namespace diakinisi::server
