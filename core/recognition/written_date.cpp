#include "recognition/written_date.h"

#include "recognition/greek_shape.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace diakinisi::recognition {

namespace {

constexpr int centuryTurns = 60; ///< years of two digits below it are of this century

struct Month {
    const char16_t* beginning; ///< of the word in any case ending
    int month;
};

constexpr std::array months{
    Month{u"ΙΑΝ", 1},  Month{u"ΦΕΒ", 2},  Month{u"ΦΛΕΒ", 2}, Month{u"ΜΑΡ", 3}, Month{u"ΑΠΡ", 4}, Month{u"ΜΑΙ", 5},
    Month{u"ΜΑΗ", 5},  Month{u"ΙΟΥΝ", 6}, Month{u"ΙΟΥΛ", 7}, Month{u"ΑΥΓ", 8}, Month{u"ΣΕΠ", 9}, Month{u"ΟΚΤ", 10},
    Month{u"ΝΟΕ", 11}, Month{u"ΝΟΒ", 11}, Month{u"ΔΕΚ", 12}, Month{u"JAN", 1}, Month{u"FEB", 2}, Month{u"MAR", 3},
    Month{u"APR", 4},  Month{u"MAY", 5},  Month{u"JUN", 6},  Month{u"JUL", 7}, Month{u"AUG", 8}, Month{u"SEP", 9},
    Month{u"OCT", 10}, Month{u"NOV", 11}, Month{u"DEC", 12}};

/// Letters that recognition takes for one another in capitals, and its usual errors in month names.
QString loosened(QString word)
{
    for (QChar& letter : word) {
        if (letter == u'Λ' || letter == u'Δ')
            letter = u'Α';
        if (letter == u'Σ')
            letter = u'Ε';
    }
    return word;
}

int monthOf(const QString& word)
{
    static const auto known = [] {
        std::vector<std::pair<QString, int>> made;
        for (const Month& month : months)
            made.emplace_back(loosened(shapeOf(QStringView(month.beginning))), month.month);
        return made;
    }();
    const QString given = loosened(word);
    for (const auto& [beginning, month] : known)
        if (given.startsWith(beginning))
            return month;
    return 0;
}

int digit(QChar c)
{
    if (c.isDigit())
        return c.digitValue();
    return c == u'Ο' ? 0 : c == u'Ι' || c == u'L' || c == u'|' ? 1 : -1;
}

/// A number in which a nought may have been read as a letter; -1 for anything else.
int numberOf(const QString& text)
{
    int number = 0;
    for (const QChar c : text) {
        if (digit(c) < 0)
            return -1;
        number = number * 10 + digit(c);
    }
    return text.isEmpty() ? -1 : number;
}

double surenessOf(const QString& text)
{
    const auto forgiven = std::ranges::count_if(text, [](QChar c) { return c.isLetter() || c == u'|'; });
    return 1 - 0.15 * static_cast<double>(forgiven);
}

int yearOf(const QString& text)
{
    const int year = numberOf(text);
    if (text.size() == 2 && year >= 0)
        return year < centuryTurns ? 2000 + year : 1900 + year;
    return year;
}

bool isPlausible(const QDate& date)
{
    return date.isValid() && date.year() >= 1900 && date.year() < 2100;
}

/// Groups of the expressions below.
struct Pattern {
    QRegularExpression expression;
    int day = 1;
    int month = 2;
    int year = 3;
    bool inWords = false;
};

const std::vector<Pattern>& patterns()
{
    static const std::vector<Pattern> made = [] {
        const QString d = QStringLiteral("(?<![\\dΑ-Ω/.,-])([\\dΟΙL|]{1,2})");
        const QString end = QStringLiteral("(?![\\d/]|[.-]\\d)");
        const QString sign = QStringLiteral("\\s?([/.\\-–])\\s?");
        const QString of =
            QStringLiteral("(?:\\s?(?:ΗΣ|ΗC|Η|ΑΣ|Α|ΟΥ|SΤ|ΝD|RD|ΤΗ|ΟF))?[\\s.,-]+(?:ΤΟΥ\\s+)?(?:ΜΗΝΟΣ\\s+)?(?:ΟF\\s+)?");
        const QString word = QStringLiteral("([Α-ΩA-Z]{3,12})\\.?");
        const QString ofYear = QStringLiteral("[\\s,.-]+(?:ΤΟΥ\\s+)?(?:ΕΤΟΥΣ\\s+)?((?:19|2[\\dΟ])[\\dΟΙ]{2})(?!\\d)");
        std::vector<Pattern> list;
        list.push_back(
            {QRegularExpression(QStringLiteral("(?<![\\d/.-])((?:19|20)\\d{2})-(\\d{2})-(\\d{2})(?![\\d/-])")), 3, 2, 1,
             false});
        list.push_back({QRegularExpression(
                            d + sign + QStringLiteral("([\\dΟΙL|]{1,2})\\s?[/.\\-–]\\s?([\\dΟΙL|]{4}|\\d{2})") + end),
                        1, 3, 4, false});
        list.push_back({QRegularExpression(d + of + word + ofYear), 1, 2, 3, true});
        list.push_back({QRegularExpression(QStringLiteral(
                            "([Α-ΩA-Z]{3,12})\\.?\\s+(\\d{1,2})(?:SΤ|ΝD|RD|ΤΗ)?\\s?,\\s?((?:19|20)\\d{2})(?!\\d)")),
                        2, 1, 3, true});
        return list;
    }();
    return made;
}

} // namespace

std::vector<WrittenDate> datesIn(const QString& shape)
{
    std::vector<WrittenDate> dates;
    for (const Pattern& pattern : patterns()) {
        for (auto each = pattern.expression.globalMatch(shape); each.hasNext();) {
            const auto match = each.next();
            const int month =
                pattern.inWords ? monthOf(match.captured(pattern.month)) : numberOf(match.captured(pattern.month));
            const QString year = match.captured(pattern.year);
            const QDate date(yearOf(year), month, numberOf(match.captured(pattern.day)));
            if (!isPlausible(date))
                continue;
            const QString digits =
                match.captured(pattern.day) + (pattern.inWords ? QString() : match.captured(pattern.month)) + year;
            const double sureness = surenessOf(digits) * (year.size() == 2 ? 0.93 : 1);
            dates.push_back({date, match.capturedStart(), match.capturedLength(), pattern.inWords, sureness});
        }
    }
    std::ranges::sort(dates, {}, &WrittenDate::from);
    return dates;
}

} // namespace diakinisi::recognition
