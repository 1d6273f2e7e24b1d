#pragma once
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

class QDateTime;

namespace diakinisi {

/// A moment, as whole milliseconds since 1970-01-01T00:00Z. Zones exist at the border only (see LegalTime in
/// domain/register_book.h for what the server writes down of the organisation's zone).
struct Instant {
    std::int64_t milliseconds = 0;

    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
    friend constexpr Instant operator+(Instant i, std::int64_t ms) { return {i.milliseconds + ms}; }
    friend constexpr std::int64_t operator-(Instant a, Instant b) { return a.milliseconds - b.milliseconds; }
};

/// "2026-11-23T07:01:05.123Z": always three digits of milliseconds and Z, so equal moments have equal bytes.
QString toIso(Instant instant);

/// Reads exactly what toIso writes (years 1970 to 9999); nothing else.
std::optional<Instant> instantFromIso(QStringView text);

/// At the border: what Qt's widgets and the file system speak.
QDateTime toUtcDateTime(Instant instant);
Instant toInstant(const QDateTime& time);

} // namespace diakinisi
