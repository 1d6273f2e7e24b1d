#include "recognition/act_number.h"

#include "recognition/greek_shape.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

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

/// Characters that the one reader takes for the other's.
bool lookAlike(QChar greek, QChar english)
{
    constexpr std::u16string_view alike[] = {u"ΑΛΔ4", u"ΕΞΣ", u"ΟΘΩΦ0Q", u"ΧΣΞ", u"ΣS5", u"Ο5",
                                             u"Ι1",   u"ΤΓ7", u"ΥΨV",    u"Ζ27", u"Β8",  u"ΝΠ"};
    return greek == english || std::ranges::any_of(alike, [=](std::u16string_view group) {
               return group.find(greek.unicode()) != group.npos && group.find(english.unicode()) != group.npos;
           });
}

/// The English reader's digit where the Greek one has a letter that looks like it; Θ, Ω and Φ are none that it knows.
QChar betterOf(QChar greek, QChar english)
{
    const bool digit = english.isDigit() && greek.isLetter() && english != u'0';
    return digit && lookAlike(greek, english) ? english : greek;
}

std::optional<ActNumber> together(const QString& greek, const QString& english)
{
    constexpr int mostDifferent = 2;
    constexpr double different = 0.9; ///< of sureness, for each that cannot be both
    int count = 0;
    QString both = greek;
    for (qsizetype i = 0; i < greek.size(); ++i) {
        count += lookAlike(greek[i], english[i]) ? 0 : 1;
        both[i] = betterOf(greek[i], english[i]);
    }
    auto number = count > mostDifferent ? std::nullopt : actNumberIn(both);
    if (number && number->length == both.size())
        number->sureness *= std::pow(different, count);
    else
        number.reset();
    return number;
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

std::optional<ActNumber> agreedActNumber(const QString& greek, const QString& english)
{
    QString first = shapeOf(greek).remove(u' ');
    QString second = shapeOf(english).remove(u' ');
    if (std::abs(first.size() - second.size()) > 1)
        return std::nullopt;
    const bool isFirstLonger = first.size() > second.size();
    QString& longer = isFirstLonger ? first : second;
    const QString whole = longer;
    const qsizetype tries = first.size() == second.size() ? 1 : whole.size();
    std::optional<ActNumber> best;
    for (qsizetype i = 0; i < tries; ++i) {
        longer = tries == 1 ? whole : QString(whole).remove(i, 1);
        auto number = together(first, second);
        if (number && (!best || number->sureness > best->sureness))
            best = number;
    }
    return best;
}

bool announcesActNumber(const QString& shape)
{
    static const QRegularExpression label(QStringLiteral("^\\W{0,2}[ΑΔΛ]\\.?[ΑΔΛ]\\.?[ΑΔΛ]\\.?\\s?[:;.]?$"));
    return label.match(shape).hasMatch();
}

} // namespace diakinisi::recognition
