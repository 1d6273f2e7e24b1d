#pragma once
#include "base/time.h"
#include "desk/rows.h"
#include "domain/document.h"

#include <QDate>
#include <QString>

/// Dates, numbers and identity lines in the clerk's locale (QLocale's default, which Language sets), times in the
/// office's zone, wherever the desk stands: the same moment reads the same as in the register and on a signature.
namespace diakinisi::ui {

/// The office's zone from now on, as "Europe/Athens"; kept with the application, as the locale is. This computer's own
/// until then, and where the name is unknown here.
void useZone(const QString& zone);

/// "23/11/2026" in Greek and English alike: day first, as on paper.
QString shortDate(QDate date);
/// Of "2026-11-23"; empty for an empty or ill-formed text.
QString shortDate(const QString& isoDate);
/// "10:42"
QString timeOfDay(Instant at);
/// "23/11/2026 10:42"
QString dateAndTime(Instant at);
/// "Σήμερα", "Χθες", "Παρασκευή 20 Νοεμβρίου", with the year where it is another.
QString dayHeading(QDate day, QDate today);
/// "σήμερα", "αύριο", "σε 3 ημέρες", "πριν από 2 ημέρες"; empty for an empty date.
QString dueWords(const QString& isoDate, QDate today);
/// "1,2 MB"
QString fileSize(qint64 bytes);

/// "1234/2026", "χωρίς αριθμό", "σε αναμονή αριθμού".
QString numberText(const desk::DocumentRow& row);
/// The same everywhere: "1234/2026 · 23/11/2026 · Εισερχόμενο · subject".
QString identityLine(const desk::DocumentRow& row);
/// Subject, or 'προστατευμένο θέμα' where it is withheld.
QString subjectText(const desk::DocumentRow& row);

/// The day of a moment at the office.
QDate localDay(Instant now);
/// What a clerk types for a date: "23/11", "23/11/26", "23-11-2026", "+5"; an invalid date when it is none.
QDate readDate(const QString& typed, QDate today);
/// "2026-11-23", empty for an invalid date.
QString isoDate(QDate date);

} // namespace diakinisi::ui
