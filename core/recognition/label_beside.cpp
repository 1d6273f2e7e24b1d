#include "recognition/label_beside.h"

#include <algorithm>
#include <cmath>

namespace diakinisi::recognition {

namespace {

constexpr double farthest = 12;     ///< of the letters' height: from a label to what stands beside it
constexpr double sharedPart = 0.15; ///< of the label's height
constexpr double sameColumn = 2;    ///< of the letters' height

QRectF boxOf(const PageLines& page, const LabelHit& hit)
{
    const TextRun& run = page.runs[hit.run];
    return page.levelOf(run, hit.begin, std::max<qsizetype>(1, hit.valueBegin - hit.begin));
}

double sharedHeight(const QRectF& a, const QRectF& b)
{
    return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
}

/// Where what the label announces begins: its value in the same run, else whatever stands nearest on the right.
bool leadsTo(const PageLines& page, const LabelHit& hit, const QRectF& label, const QRectF& line)
{
    const TextRun& run = page.runs[hit.run];
    if (hit.valueBegin < run.text.size()) {
        const QRectF value = page.levelOf(run, hit.valueBegin, run.text.size() - hit.valueBegin);
        return std::abs(value.left() - line.left()) < sameColumn * page.letterHeight;
    }
    return std::ranges::none_of(page.runs, [&](const TextRun& other) {
        return other.level.left() >= label.right() &&
               other.level.left() < line.left() - sameColumn * page.letterHeight &&
               sharedHeight(other.level, label) > sharedPart * label.height();
    });
}

} // namespace

const LabelHit* labelBeside(const LetterView& view, const Span& line)
{
    const PageLines& page = view.pages()[static_cast<std::size_t>(line.page)];
    const QRectF here = page.levelOf(view.run(line), line.from, line.length);
    for (const LabelHit& hit : view.labels(line.page)) {
        if (hit.run == line.run || hit.begin >= 4)
            continue;
        const QRectF label = boxOf(page, hit);
        const double gap = here.left() - label.right();
        if (gap > 0 && gap < farthest * page.letterHeight && sharedHeight(label, here) > sharedPart * label.height() &&
            leadsTo(page, hit, label, here))
            return &hit;
    }
    return nullptr;
}

std::optional<Span> lineAbove(const LetterView& view, const LabelHit& label, const Span& first)
{
    const PageLines& page = view.pages()[static_cast<std::size_t>(first.page)];
    const QRectF here = page.levelOf(view.run(first), first.from, first.length);
    for (std::size_t i = 0; i < page.runs.size(); ++i) {
        const Span line = view.whole(first.page, i);
        const QRectF& level = page.runs[i].level;
        const bool above = level.center().y() < here.center().y() - 0.6 * page.letterHeight &&
                           std::abs(level.left() - here.left()) < sameColumn * page.letterHeight;
        if (above && view.labelOf(first.page, i) == nullptr && labelBeside(view, line) == &label)
            return line;
    }
    return std::nullopt;
}

} // namespace diakinisi::recognition
