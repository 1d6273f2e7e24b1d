#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"
#include "recognition/received_stamp.h"
#include "recognition/written_date.h"

#include <QRegularExpression>

#include <algorithm>

namespace diakinisi::recognition {

namespace {

constexpr qsizetype longestBefore = 80; ///< letters before a date that are looked at
constexpr double least = 0.3;           ///< below it a date is one that the text speaks of

struct Candidate {
    WrittenDate date;
    Span span;
    double worth = 0;
    QString place;
};

const QRegularExpression& placeBefore()
{
    static const QRegularExpression pattern(
        QStringLiteral("([\\p{Lu}θ][\\p{L}.]*(?:[ .-]{1,2}[\\p{L}][\\p{L}.]*){0,2})\\s*[,.;]?\\s*(?:[Σσ]την\\s+)?$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

/// Words before a date that make it a date spoken of.
bool isSpokenOf(const QString& before)
{
    static const QRegularExpression words =
        shapeExpression(u"(?:^|[ "
                        u"(])(?:ΑΠΟ|ΑΠ|ΤΗΣ|ΤΗΝ|ΣΤΙΣ|ΣΤΗΝ|ΕΩΣ|ΜΕΧΡΙ|ΤΟ|ΚΑΤΑ|ΚΑΙ|ΤΙΣ|ΓΙΑ|ΜΕΤΑ|"
                        u"ΠΡΙΝ|ON|OF|BY|FROM|UNTIL|BEFORE|ΑΡΙΘ\\.?|ΥΠ.?) *$|\\d/$");
    return words.match(before).hasMatch();
}

double bodyTop(const LetterView& view, const LetterReading& found)
{
    const double height = view.pages().empty() ? 0 : view.pages().front().size.height();
    return found.subject && found.subject->page == 0 ? found.subject->box.top() : height * 0.4;
}

double worthOf(const LetterView& view, const LetterReading& found, Candidate& candidate)
{
    const TextRun& run = view.run(candidate.span);
    const QString before = run.shape.left(candidate.date.from).right(longestBefore);
    const QString after = run.shape.mid(candidate.date.from + candidate.date.length, longestBefore);
    const LabelHit* label = view.labelOf(candidate.span.page, candidate.span.run);
    double worth = 0.35;
    bool announced = false;
    for (const LabelHit& hit : view.labels(candidate.span.page))
        announced = announced || (hit.label == Label::Date && hit.run == candidate.span.run &&
                                  hit.valueBegin <= candidate.date.from && candidate.date.from - hit.valueBegin < 16);
    const auto place = placeBefore().match(run.text.left(candidate.date.from).right(longestBefore));
    const bool hasPlace = candidate.date.from < longestBefore && place.hasMatch() && place.capturedStart() <= 3 &&
                          !isSpokenOf(before) && !label;
    const bool alone = before.trimmed().size() <= 1;
    static const QRegularExpression today = shapeExpression(u"ΣΗΜΕΡΑ,? (?:ΤΗΝ |ΣΤΙΣ |ΗΜΕΡΑ \\S+ )?$");
    if (announced || today.match(before).hasMatch())
        worth += 0.5;
    else if (hasPlace)
        worth += 0.45;
    else if (alone && after.size() < 12)
        worth += 0.25;
    if (hasPlace)
        candidate.place = place.captured(1);
    if (candidate.span.page == 0 && run.level.bottom() < bodyTop(view, found))
        worth += 0.12;
    else if (!announced && !hasPlace)
        worth -= 0.25;
    if (isSpokenOf(before) && !announced)
        worth -= 0.5;
    if (after.size() > 25 && !announced)
        worth -= 0.25;
    if (label && (label->label == Label::Related || label->label == Label::Subject || label->label == Label::Ada ||
                  label->label == Label::TheirNumber))
        worth -= 0.6;
    if (isNearReceivedStamp(view, candidate.span.page, run.level))
        worth -= 0.4;
    return worth * candidate.date.sureness;
}

/// A label beside, in the same row: a ruled table keeps label and date apart.
bool labelledBeside(const LetterView& view, const Span& span)
{
    return std::ranges::any_of(view.labels(span.page), [&](const LabelHit& hit) {
        const auto value = hit.label == Label::Date ? view.valueOrBelow(span.page, hit) : std::nullopt;
        return value && value->run == span.run;
    });
}

std::vector<Candidate> candidatesOf(const LetterView& view, const LetterReading& found)
{
    std::vector<Candidate> candidates;
    for (const PageLines& page : view.pages())
        for (std::size_t i = 0; i < page.runs.size(); ++i)
            for (const WrittenDate& date : datesIn(page.runs[i].shape)) {
                Candidate candidate{date, {page.page, i, date.from, date.length}, 0, {}};
                candidate.worth = worthOf(view, found, candidate);
                if (labelledBeside(view, candidate.span) && candidate.date.from < 4)
                    candidate.worth = std::max(candidate.worth, 0.9);
                candidate.worth -= 0.05 * page.page;
                candidates.push_back(candidate);
            }
    return candidates;
}

} // namespace

void readDate(const LetterView& view, LetterReading& found)
{
    const std::vector<Candidate> candidates = candidatesOf(view, found);
    const auto best = std::ranges::max_element(candidates, {}, &Candidate::worth);
    if (best == candidates.end() || best->worth < least)
        return;
    found.senderDate = view.field({best->span}, std::min(best->worth + 0.05, 0.99));
    found.senderDate->value = best->date.date.toString(Qt::ISODate);
    if (!best->place.isEmpty()) {
        const Span place{best->span.page, best->span.run, 0, best->span.from};
        found.place = view.field({place}, std::min(best->worth, 0.95));
        while (found.place->text.endsWith(u'.') || found.place->text.endsWith(u','))
            found.place->text.chop(1);
        if (found.place->text.startsWith(u'θ')) // a capital misread: places are written with one
            found.place->text[0] = u'Θ';
        found.place->value = found.place->text;
    }
}

QDate LetterReading::date() const
{
    return senderDate ? QDate::fromString(senderDate->value, Qt::ISODate) : QDate();
}

} // namespace diakinisi::recognition
