#include "recognition/letter_view.h"

#include "recognition/greek_shape.h"
#include "recognition/letter_pitch.h"

#include <algorithm>
#include <cmath>

namespace diakinisi::recognition {

namespace {

constexpr std::size_t pagesRead = 12; ///< the particulars stand on the first ones; attachments may be hundreds
constexpr std::size_t mostRuns = 4000;

bool mostlyGreek(const std::vector<PageLines>& pages)
{
    qsizetype greek = 0;
    qsizetype latin = 0;
    for (const PageLines& page : pages)
        for (const TextRun& run : page.runs) {
            greek += std::ranges::count_if(run.text, &diakinisi::recognition::isGreek);
            latin += std::ranges::count_if(run.text, &isLatin);
        }
    return greek > latin / 2;
}

bool isEdge(QChar c)
{
    return c.isSpace() || QStringView(u":;,|_=•*~`'\"«»“”„<>{}[]").indexOf(c) >= 0;
}

/// Without what nobody means at its ends; a bracket or a dot that belongs to a word stays.
Span trimmed(const LetterView& view, Span span)
{
    const QString text = view.text(span);
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && (isEdge(text[from]) || QStringView(u".-–—").indexOf(text[from]) >= 0))
        ++from;
    while (to > from && (isEdge(text[to - 1]) || QStringView(u"-–—").indexOf(text[to - 1]) >= 0))
        --to;
    span.from += from;
    span.length = to - from;
    return span;
}

/// "Διεύθυνση" is a label on a form, and the first word of an office's name.
bool mayBeText(const LabelHit& label)
{
    return label.label == Label::HomeAddress && !label.colon;
}

/// With the comma that ends the line, where another follows.
Span withTail(const LetterView& view, Span span)
{
    const QString& text = view.run(span).text;
    const qsizetype end = span.from + span.length;
    if (end < text.size() && QStringView(u",;:").contains(text[end]))
        ++span.length;
    return span;
}

/// Joins a line to what stands before it; a hyphen at the end of a line goes where a word goes on in small letters.
void append(QString& text, const QString& line)
{
    const bool broken = text.size() > 2 && text.endsWith(u'-') && text[text.size() - 2].isLetter() &&
                        text[text.size() - 2].isLower() && !line.isEmpty() && line.front().isLower();
    if (broken)
        text.chop(1);
    else if (!text.isEmpty())
        text += u' ';
    text += line;
}

} // namespace

LetterView::LetterView(const std::vector<TextPage>& pages)
{
    const std::size_t count = std::min(pages.size(), pagesRead);
    for (std::size_t i = 0; i < count; ++i) {
        m_pages.push_back(linesOf(pages[i], static_cast<int>(i)));
        auto& runs = m_pages.back().runs;
        runs.resize(std::min(runs.size(), mostRuns));
        m_labels.push_back(labelsOf(m_pages.back()));
        m_pitch.push_back(pitchOf(m_pages.back()));
    }
    m_greek = mostlyGreek(m_pages);
}

const LabelHit* LetterView::labelOf(int page, std::size_t run) const
{
    const auto& hits = labels(page);
    const auto found = std::ranges::find_if(hits, [run](const LabelHit& hit) { return hit.run == run; });
    const bool begins = found != hits.end() && found->begin < 4;
    return begins ? &*found : nullptr;
}

std::optional<std::pair<int, LabelHit>> LetterView::first(Label label) const
{
    for (const PageLines& page : m_pages)
        for (const LabelHit& hit : labels(page.page))
            if (hit.label == label)
                return std::pair(page.page, hit);
    return std::nullopt;
}

Span LetterView::whole(int page, std::size_t run) const
{
    return {page, run, 0, runOf(page, run).text.size()};
}

std::optional<Span> LetterView::valueOf(int page, const LabelHit& hit) const
{
    if (hit.isTail)
        return std::nullopt;
    const TextRun& run = runOf(page, hit.run);
    qsizetype end = run.text.size();
    for (const LabelHit& other : labels(page))
        if (other.run == hit.run && other.begin > hit.begin)
            end = std::min(end, other.begin);
    const Span rest = trimmed(*this, {page, hit.run, hit.valueBegin, end - hit.valueBegin});
    if (rest.length > 0)
        return rest;
    const auto& runs = m_pages[static_cast<std::size_t>(page)].runs;
    for (std::size_t next = hit.run + 1; next < runs.size() && runs[next].row == run.row; ++next) {
        if (labelOf(page, next) != nullptr)
            break;
        const Span beside = trimmed(*this, whole(page, next));
        if (beside.length > 0)
            return beside;
    }
    return overlapping(page, hit);
}

/// A label that is broken into lines stands a little above or below what it announces.
std::optional<Span> LetterView::overlapping(int page, const LabelHit& label) const
{
    const PageLines& lines = m_pages[static_cast<std::size_t>(page)];
    const auto& runs = lines.runs;
    const QRectF of = label.tail ? runs[label.run].level.united(runs[*label.tail].level) : runs[label.run].level;
    std::optional<Span> nearest;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const QRectF& level = runs[i].level;
        const double shared = std::min(of.bottom(), level.bottom()) - std::max(of.top(), level.top());
        const bool beside = level.left() > of.right() && shared > 0.15 * std::min(of.height(), level.height());
        // Of lines that begin below one another the first: runs come from above.
        const bool nearer = !nearest || level.left() < run(*nearest).level.left() - lines.letterHeight;
        if (beside && nearer && labelOf(page, i) == nullptr)
            nearest = trimmed(*this, whole(page, i));
    }
    return nearest && nearest->length > 0 ? nearest : std::nullopt;
}

std::optional<Span> LetterView::valueOrBelow(int page, const LabelHit& hit) const
{
    if (auto value = valueOf(page, hit); value || hit.isTail)
        return value;
    return below({page, hit.run, hit.begin, 1}, runOf(page, hit.run).level.left(), 2.2);
}

std::optional<Span> LetterView::below(const Span& above, double left, double pitches) const
{
    const PageLines& page = m_pages[static_cast<std::size_t>(above.page)];
    const TextRun& from = run(above);
    const double most = pitches * pitch(above.page);
    const double letter = page.letterHeight;
    for (std::size_t i = above.run + 1; i < page.runs.size(); ++i) {
        const TextRun& next = page.runs[i];
        const double distance = next.level.center().y() - from.level.center().y();
        if (distance > most + letter)
            break;
        if (distance > most || next.row <= from.row || distance < letter * 0.6)
            continue; // what stands beside in its row may lie a little lower
        const bool begins = next.level.left() > left - 3 * letter && next.level.left() < left + 6 * letter;
        const bool ends = std::abs(next.level.right() - from.level.right()) < 1.5 * letter &&
                          next.level.left() > page.size.width() / 2; // a column that is flush right
        const bool centred = std::abs(next.level.center().x() - from.level.center().x()) < 1.5 * letter;
        if (!begins && !ends && !centred) {
            if (next.level.left() < left && next.level.right() > left + letter)
                return std::nullopt; // a line that runs through below
            continue;
        }
        if (const LabelHit* label = labelOf(above.page, i); label && !mayBeText(*label))
            return std::nullopt;
        const Span span = trimmed(*this, whole(above.page, i));
        if (span.length > 0)
            return span;
    }
    return std::nullopt;
}

QRectF LetterView::level(const Span& span) const
{
    return run(span).level;
}

ReadField LetterView::field(const std::vector<Span>& spans, double sureness) const
{
    ReadField field{{}, {}, 0, {}, 0};
    double weight = 0;
    bool first = true;
    for (const Span& each : spans) {
        const Span span = trimmed(*this, each);
        if (span.length == 0)
            continue;
        if (first)
            field.page = span.page;
        first = false;
        append(field.text, text(&each == &spans.back() ? each : withTail(*this, each)).trimmed());
        if (span.page == field.page)
            field.box = field.box.united(run(span).boxOf(span.from, span.length));
        const auto size = static_cast<double>(span.length);
        field.confidence += run(span).confidenceOf(span.from, span.length) * size;
        weight += size;
    }
    while (!field.text.isEmpty() && isEdge(field.text.back()))
        field.text.chop(1);
    qsizetype from = 0;
    while (from < field.text.size() && isEdge(field.text[from]))
        ++from;
    field.text = field.text.mid(from);
    field.value = field.text;
    field.confidence = weight > 0 ? std::clamp(field.confidence / weight * sureness, 0.0, 1.0) : 0;
    return field;
}

} // namespace diakinisi::recognition
