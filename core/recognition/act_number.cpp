#include "recognition/act_number.h"

#include <QRegularExpression>

#include <array>

namespace diakinisi::recognition {

namespace {

constexpr qsizetype chosen = 4; ///< characters before the mark of the body
constexpr double notTheForm = 0.6;
constexpr double otherLetter = 0.85; ///< of sureness, for each letter that is no Greek capital

/// Latin letters that no Greek capital looks like, as the capitals that recognition makes them of.
QChar greekOf(QChar letter)
{
    constexpr std::array<std::pair<char16_t, char16_t>, 9> taken{{{u'Q', u'Ω'},
                                                                  {u'S', u'Σ'},
                                                                  {u'C', u'Σ'},
                                                                  {u'D', u'Ο'},
                                                                  {u'W', u'Ω'},
                                                                  {u'V', u'Υ'},
                                                                  {u'©', u'Θ'},
                                                                  {u'®', u'Θ'},
                                                                  {u'@', u'Θ'}}};
    for (const auto& [from, to] : taken)
        if (letter == from)
            return to;
    return letter;
}

/// Where the mark of a body begins, Ω is the one round letter that can stand.
void mendBodyMark(QString& number, qsizetype before)
{
    if (before == chosen + 3 && QStringView(u"0ΟΘ").contains(number[chosen]))
        number[chosen] = u'Ω';
}

bool hasBodyMark(QStringView before)
{
    const QStringView mark = before.mid(chosen);
    return (mark.size() == 3 && (mark.front() == u'Ω' || mark.front() == u'7')) ||
           (mark.size() == 6 && mark.startsWith(u"46"));
}

} // namespace

std::optional<ActNumber> actNumberIn(const QString& shape)
{
    static const QRegularExpression form(
        QStringLiteral("(?<![\\p{L}0-9])([Α-ΩQSCDWV©®@0-9]{6,13})\\s?[-–—]\\s?([Α-ΩQSCDWV©®@0-9]{2,4})(?![\\p{L}0-9])"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(shape);
    if (!match.hasMatch())
        return std::nullopt;
    ActNumber number{match.captured(1) + u'-' + match.captured(2), match.capturedStart(), match.capturedLength(), 1};
    for (QChar& letter : number.text)
        if (const QChar greek = greekOf(letter); greek != letter) {
            letter = greek;
            number.sureness *= otherLetter;
        }
    const qsizetype before = match.capturedLength(1);
    mendBodyMark(number.text, before);
    const bool letters = std::any_of(number.text.begin(), number.text.end(), [](QChar c) { return c.isLetter(); });
    static const QRegularExpression mark(QStringLiteral("[0-9Ω]"));
    if (!letters || !number.text.left(before).contains(mark))
        return std::nullopt; // a word with a hyphen, a telephone
    if (!hasBodyMark(QStringView(number.text).left(before)) || match.capturedLength(2) != 3)
        number.sureness *= notTheForm;
    return number;
}

bool announcesActNumber(const QString& shape)
{
    static const QRegularExpression label(QStringLiteral("^\\W{0,2}[ΑΔΛ]\\.?[ΑΔΛ]\\.?[ΑΔΛ]\\.?\\s?[:;.]?$"));
    return label.match(shape).hasMatch();
}

} // namespace diakinisi::recognition
