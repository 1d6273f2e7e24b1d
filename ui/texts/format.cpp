#include "ui/texts/format.h"

#include "ui/texts/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>
#include <QVariant>

namespace diakinisi::ui {

namespace {

class Format
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr const char* zoneProperty = "diakinisi-office-zone";

QDateTime localTime(Instant at)
{
    const auto zone = qApp->property(zoneProperty).value<QTimeZone>();
    return zone.isValid() ? toUtcDateTime(at).toTimeZone(zone) : toUtcDateTime(at).toLocalTime();
}

} // namespace

void useZone(const QString& zone)
{
    qApp->setProperty(zoneProperty, QVariant::fromValue(QTimeZone(zone.toLatin1())));
}

QString shortDate(QDate date)
{
    return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : QString();
}

QString shortDate(const QString& isoDate)
{
    return shortDate(QDate::fromString(isoDate, Qt::ISODate));
}

QString timeOfDay(Instant at)
{
    return localTime(at).toString(QStringLiteral("HH:mm"));
}

QString dateAndTime(Instant at)
{
    return localTime(at).toString(QStringLiteral("dd/MM/yyyy HH:mm"));
}

QString dayHeading(QDate day, QDate today)
{
    if (!day.isValid())
        return Format::tr("Without date");
    const QLocale locale;
    const QString pattern =
        day.year() == today.year() ? QStringLiteral("dddd d MMMM") : QStringLiteral("dddd d MMMM yyyy");
    const QString whole = locale.toString(day, pattern);
    if (day == today)
        return Format::tr("Today, %1").arg(whole);
    if (day.addDays(1) == today)
        return Format::tr("Yesterday, %1").arg(whole);
    return whole;
}

QString dueWords(const QString& isoDate, QDate today)
{
    const QDate due = QDate::fromString(isoDate, Qt::ISODate);
    if (!due.isValid())
        return {};
    const int days = static_cast<int>(today.daysTo(due));
    if (days == 0)
        return Format::tr("due today");
    if (days == 1)
        return Format::tr("due tomorrow");
    if (days > 30)
        return Format::tr("due %1").arg(shortDate(due));
    return days > 0 ? Format::tr("due in %n day(s)", nullptr, days) : Format::tr("%n day(s) late", nullptr, -days);
}

QString fileSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString numberText(const desk::DocumentRow& row)
{
    if (row.number)
        return display(*row.number);
    return row.numberState == domain::NumberState::Waiting ? Format::tr("waiting for number") : Format::tr("draft");
}

QString identityLine(const desk::DocumentRow& row)
{
    QStringList parts{numberText(row)};
    if (const QString date = shortDate(row.localDate); !date.isEmpty())
        parts << date;
    parts << directionWord(row.direction) << subjectText(row);
    return parts.join(QStringLiteral(" · "));
}

QString subjectText(const desk::DocumentRow& row)
{
    if (!row.subject.isEmpty())
        return row.subject;
    return row.restricted ? Format::tr("protected subject") : Format::tr("(without subject)");
}

QDate localDay(Instant now)
{
    return localTime(now).date();
}

QDate readDate(const QString& typed, QDate today)
{
    static const QRegularExpression plus(QStringLiteral("^\\+(\\d{1,3})$"));
    static const QRegularExpression parts(QStringLiteral("^(\\d{1,2})[/.\\- ](\\d{1,2})(?:[/.\\- ](\\d{2}|\\d{4}))?$"));
    const QString text = typed.trimmed();
    if (const auto days = plus.match(text); days.hasMatch())
        return today.addDays(days.captured(1).toInt());
    if (const QDate iso = QDate::fromString(text, Qt::ISODate); iso.isValid())
        return iso;
    const auto match = parts.match(text);
    if (!match.hasMatch())
        return {};
    const QString year = match.captured(3);
    const int typedYear = year.isEmpty() ? today.year() : year.toInt() + (year.size() == 2 ? 2000 : 0);
    return QDate(typedYear, match.captured(2).toInt(), match.captured(1).toInt());
}

QString isoDate(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace diakinisi::ui
