#include "recognition/letterhead.h"

#include "recognition/received_stamp.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace diakinisi::recognition {

namespace {

constexpr double headPart = 0.5;      ///< of the page: a heading stands above
constexpr double wrapped = 1.35;      ///< of the usual pitch: a line nearer than that may go on with the one above
constexpr std::size_t mostLines = 60; ///< that are looked at

/// Does the run carry on the line: right below it, in its column, in capitals, and naming nothing of its own?
bool carriesOn(const LetterView& view, const LetterheadLine& line, const TextRun& run, HeadingLine kind)
{
    const TextRun& above = view.run(line.spans.back());
    const double distance = run.level.center().y() - above.level.center().y();
    const double letter = view.pages().front().letterHeight;
    const bool beneath = run.row > above.row && distance < wrapped * view.pitch(0) + letter * 0.3 &&
                         std::abs(run.level.left() - above.level.left()) < 8 * letter;
    const bool centred = std::abs(run.level.center().x() - above.level.center().x()) < 2 * letter;
    return kind == HeadingLine::Nothing && isLarge(run.text) && line.kind != HeadingLine::Republic && beneath &&
           (centred || std::abs(run.level.left() - above.level.left()) < 2 * letter);
}

bool namesAnything(const QString& text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLetter(); }) > 3;
}

/// "ΥΠΟΥΡΓΕΙΟ | ΔΙΕΥΘΥΝΣΗ | ΤΜΗΜΑ": the lines of a heading written in one.
std::vector<Span> partsOf(const LetterView& view, std::size_t run)
{
    const QString& text = view.runOf(0, run).text;
    std::vector<Span> parts;
    qsizetype from = 0;
    while (from <= text.size()) {
        const qsizetype bar = text.indexOf(u" | ", from);
        const qsizetype end = bar < 0 ? text.size() : bar;
        parts.push_back({0, run, from, end - from});
        from = bar < 0 ? text.size() + 1 : bar + 3;
    }
    return parts;
}

void addLine(const LetterView& view, std::vector<LetterheadLine>& lines, const Span& span, bool whole)
{
    const QString shape = view.shape(span).trimmed();
    if (!namesAnything(shape) || namesNobody(shape))
        return;
    const HeadingLine kind = headingLineOf(shape);
    LetterheadLine* above = nullptr;
    for (LetterheadLine& line : lines)
        if (whole && carriesOn(view, line, view.run(span), kind))
            above = &line;
    if (above)
        above->spans.push_back(span);
    else
        lines.push_back({{span}, kind});
}

/// Recipients, copies and what is known otherwise are no sender.
bool isElsewhere(const LetterView& view, const LetterReading& found, const LetterheadLine& line)
{
    const QRectF box = view.run(line.spans.front()).level;
    const auto covers = [&box](const ReadField& field) {
        return field.page == 0 && field.box.intersects(box.adjusted(1, 2, -1, -2));
    };
    return std::ranges::any_of(found.recipients, covers) || std::ranges::any_of(found.copies, covers) ||
           (found.senderDate && covers(*found.senderDate)) || (found.priority && covers(*found.priority)) ||
           (found.classification && covers(*found.classification)) || isNearReceivedStamp(view, 0, box);
}

/// "Ελληνική Δημοκρατία – Εισαγγελία ...": what stands behind the dash.
void dropRepublic(const LetterView& view, LetterheadLine& line)
{
    Span& span = line.spans.front();
    const QString shape = view.shape(span);
    static const QRegularExpression dash(QStringLiteral("\\s[-–—]\\s"));
    const auto match = dash.match(shape);
    if (line.kind != HeadingLine::Republic || !match.hasMatch())
        return;
    span.from += match.capturedEnd();
    span.length -= match.capturedEnd();
    line.kind = headingLineOf(view.shape(span));
}

} // namespace

bool isLarge(const QString& text)
{
    const auto letters = std::ranges::count_if(text, [](QChar c) { return c.isLetter(); });
    const auto capitals = std::ranges::count_if(text, [](QChar c) { return c.isUpper(); });
    return letters > 2 && capitals * 10 >= letters * 7;
}

double heightOf(const LetterView& view, const LetterheadLine& line)
{
    double height = 0;
    for (const auto& word : view.run(line.spans.front()).words)
        height = std::max(height, word.word->box.height());
    return height;
}

std::vector<LetterheadLine> letterheadOf(const LetterView& view, const LetterReading& found)
{
    std::vector<LetterheadLine> lines;
    const PageLines& page = view.pages().front();
    const double end =
        found.subject && found.subject->page == 0 ? found.subject->box.top() : headPart * page.size.height();
    std::size_t seen = 0;
    for (std::size_t i = 0; i < page.runs.size() && seen < mostLines; ++i) {
        const TextRun& run = page.runs[i];
        if (run.level.top() > std::max(end, 0.0) || view.labelOf(0, i) != nullptr || !namesAnything(run.text))
            continue;
        ++seen;
        const std::vector<Span> parts = partsOf(view, i);
        for (const Span& part : parts)
            addLine(view, lines, part, parts.size() == 1);
    }
    std::erase_if(lines, [&](const LetterheadLine& line) { return isElsewhere(view, found, line); });
    for (LetterheadLine& line : lines)
        dropRepublic(view, line);
    return lines;
}

} // namespace diakinisi::recognition
