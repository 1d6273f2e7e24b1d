#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"
#include "recognition/received_stamp.h"
#include "recognition/written_date.h"

#include <QRegularExpression>

#include <algorithm>

namespace diakinisi::recognition {

namespace {

constexpr double least = 0.3;
constexpr qsizetype longest = 48;

struct Candidate {
    Span span;
    double worth = 0;
};

/// A token that may belong to a number: signs and digits, or letters short enough to be a mark (οικ., Φ., ΔΙΔΑΔ).
bool belongs(const QString& token, bool first)
{
    static const QRegularExpression number(
        QStringLiteral("^[\\p{L}\\d©./\\\\\\-–_()'’΄´:]*\\d[\\p{L}\\d./\\\\\\-–_()'’΄´:]*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression mark(
        QStringLiteral("^(?:οικ|oik|ΟΙΚ|δυ|ΔΥ|Φ|Ε\\.?Π|ΥΣ|ΕΞ|ΕΙΣ|ΕΜΠ|[Α-ΩA-Z./]{1,8})[.:,]?$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression abbreviations(QStringLiteral("^(?:\\p{L}{1,5}[./]){1,4}\\p{L}{0,4}[.]?$"),
                                                  QRegularExpression::UseUnicodePropertiesOption); // Γ.Π.οικ.
    static const QRegularExpression sign(QStringLiteral("^[/\\-–]$"));
    return abbreviations.match(token).hasMatch() || number.match(token).hasMatch() || mark.match(token).hasMatch() ||
           (!first && sign.match(token).hasMatch());
}

/// How much of the value, from its beginning, is the number.
qsizetype lengthOf(const QString& value)
{
    qsizetype end = 0;
    qsizetype at = 0;
    bool digits = false;
    while (at < value.size() && at < longest) {
        qsizetype next = value.indexOf(u' ', at);
        next = next < 0 ? value.size() : next;
        const QString token = value.mid(at, next - at);
        if (!token.isEmpty() && !belongs(token, at == 0))
            break;
        const bool hasDigits = std::ranges::any_of(token, [](QChar c) { return c.isDigit(); });
        digits = digits || hasDigits;
        if (hasDigits || token.endsWith(u'/'))
            end = next;
        at = next + 1;
    }
    return digits ? end : 0;
}

/// The date that is written on after the number ("1234/12-03-2026") is no part of it.
qsizetype withoutDate(const QString& shape, qsizetype length)
{
    for (const WrittenDate& date : datesIn(shape.left(length + 12)))
        if (date.from < length && date.from > 0)
            length = date.from;
    static const QRegularExpression joined(
        QStringLiteral("^(\\S*?\\d)\\s?/\\s?\\d{1,2}[.\\-]\\d{1,2}[.\\-](?:\\d{4}|\\d{2})"));
    if (const auto match = joined.match(shape.left(length + 12)); match.hasMatch())
        length = std::min(length, match.capturedLength(1));
    return length;
}

bool isDate(const QString& shape)
{
    const std::vector<WrittenDate> dates = datesIn(shape);
    return !dates.empty() && dates.front().from == 0;
}

std::optional<Candidate> candidateOf(const LetterView& view, const LetterReading& found, int page, const LabelHit& hit)
{
    auto value = view.valueOf(page, hit);
    const bool isBelow = !value;
    if (isBelow)
        value = view.valueOrBelow(page, hit); // of a table whose labels stand on top
    if (!value || (isBelow && isDate(view.shape(*value))))
        return std::nullopt;
    value->length = withoutDate(view.shape(*value), lengthOf(view.text(*value)));
    if (value->length == 0)
        return std::nullopt;
    const TextRun& run = view.runOf(page, hit.run);
    const bool above =
        found.subject && found.subject->page == page && run.level.bottom() < found.subject->box.top() + 4;
    double worth = (isBelow ? 0.4 : 0.55) * hit.sureness + (hit.colon ? 0.15 : 0.05) + (page == 0 ? 0.05 : -0.1);
    if (above || !found.subject)
        worth += 0.2;
    else
        worth -= 0.15;
    static const QRegularExpression spoken = shapeExpression(u"(?:ΥΠ.?|ΜΕ|ΤΟ|ΤΗΝ|Η|ΤΗΣ) *$");
    if (hit.begin > 3 && spoken.match(run.shape.left(hit.begin)).hasMatch())
        worth -= 0.6;
    return Candidate{*value, worth};
}

} // namespace

void readNumber(const LetterView& view, LetterReading& found)
{
    std::optional<Candidate> best;
    for (const PageLines& page : view.pages())
        for (const LabelHit& hit : view.labels(page.page)) {
            if (hit.label != Label::Number)
                continue;
            auto candidate = candidateOf(view, found, page.page, hit);
            if (candidate && isNearReceivedStamp(view, page.page, view.runOf(page.page, hit.run).level))
                candidate->worth -= 0.4;
            if (candidate && (!best || candidate->worth > best->worth + 0.001))
                best = candidate;
        }
    if (!best || best->worth < least)
        return;
    ReadField field = view.field({best->span}, std::min(best->worth, 0.98));
    // As recognition reads capitals of some fonts.
    static const QRegularExpression betaOfSeries(QStringLiteral("-6[’'΄]$"));
    field.text.replace(u'©', u'Φ').replace(QStringLiteral("Τ'/"), QStringLiteral("Γ/"));
    field.text.replace(betaOfSeries, QStringLiteral("-β΄"));
    while (!field.text.isEmpty() && QStringView(u".,/-–:").indexOf(field.text.back()) >= 0)
        field.text.chop(1);
    field.value = field.text;
    found.senderNumber = field;
}

} // namespace diakinisi::recognition
