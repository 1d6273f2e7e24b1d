#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"
#include "recognition/near_words.h"
#include "recognition/received_stamp.h"
#include "recognition/sender_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace diakinisi::recognition {

namespace {

constexpr double headPart = 0.5;      ///< of the page: a heading stands above
constexpr double wrapped = 1.35;      ///< of the usual pitch: a line nearer than that may go on with the one above
constexpr double blockGap = 2.4;      ///< of the pitch
constexpr std::size_t mostLines = 60; ///< that are looked at

/// One line of the heading, with the lines that it is wrapped into.
struct Line {
    std::vector<Span> spans;
    HeadingLine kind = HeadingLine::Nothing;
};

bool isLarge(const QString& text)
{
    const auto letters = std::ranges::count_if(text, [](QChar c) { return c.isLetter(); });
    const auto capitals = std::ranges::count_if(text, [](QChar c) { return c.isUpper(); });
    return letters > 2 && capitals * 10 >= letters * 7;
}

/// Does the run carry on the line: right below it, in its column, in capitals, and naming nothing of its own?
bool carriesOn(const LetterView& view, const Line& line, const TextRun& run, HeadingLine kind)
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

void addLine(const LetterView& view, std::vector<Line>& lines, const Span& span, bool whole)
{
    const QString shape = view.shape(span).trimmed();
    if (!namesAnything(shape) || namesNobody(shape))
        return;
    const HeadingLine kind = headingLineOf(shape);
    Line* above = nullptr;
    for (Line& line : lines)
        if (whole && carriesOn(view, line, view.run(span), kind))
            above = &line;
    if (above)
        above->spans.push_back(span);
    else
        lines.push_back({{span}, kind});
}

std::vector<Line> headingOf(const LetterView& view, const LetterReading& found)
{
    std::vector<Line> lines;
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
    return lines;
}

/// Recipients, copies and what is known otherwise are no sender.
bool isElsewhere(const LetterView& view, const LetterReading& found, const Line& line)
{
    const QRectF box = view.run(line.spans.front()).level;
    const auto covers = [&box](const ReadField& field) {
        return field.page == 0 && field.box.intersects(box.adjusted(1, 2, -1, -2));
    };
    return std::ranges::any_of(found.recipients, covers) || std::ranges::any_of(found.copies, covers) ||
           (found.senderDate && covers(*found.senderDate)) || (found.priority && covers(*found.priority)) ||
           (found.classification && covers(*found.classification)) || isNearReceivedStamp(view, 0, box);
}

double heightOf(const LetterView& view, const Line& line)
{
    double height = 0;
    for (const auto& word : view.run(line.spans.front()).words)
        height = std::max(height, word.word->box.height());
    return height;
}

/// "Ελληνική Δημοκρατία – Εισαγγελία ...": what stands behind the dash.
void dropRepublic(const LetterView& view, Line& line)
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

/// The lines that stand together at the top: below one another, without a gap.
std::vector<Line> firstBlock(const LetterView& view, const std::vector<Line>& lines)
{
    std::vector<Line> block;
    const double pitch = view.pitch(0);
    const double letter = view.pages().front().letterHeight;
    for (const Line& line : lines) {
        if (block.empty()) {
            if (line.kind != HeadingLine::Nothing || heightOf(view, line) > 1.35 * view.pages().front().letterHeight)
                block.push_back(line);
            continue;
        }
        const QRectF& above = view.run(block.back().spans.back()).level;
        const QRectF& here = view.run(line.spans.front()).level;
        const bool column = std::abs(here.left() - above.left()) < 6 * letter ||
                            std::abs(here.center().x() - above.center().x()) < 4 * letter;
        if (column && here.center().y() - above.center().y() < blockGap * pitch)
            block.push_back(line);
    }
    return block;
}

/// A secretariat without a name is that of the unit above it.
bool isBareSecretariat(const LetterView& view, const Line& line)
{
    static const QString word = shapeOf(QStringView(u"ΓΡΑΜΜΑΤΕΙΑ"));
    return line.spans.size() == 1 && isNearWord(view.shape(line.spans.front()).trimmed(), word);
}

/// The line in capitals right above one in small letters, which then only says what it is ("Α.Σ. ΟΛΥΝΘΙΑΚΟΣ" above
/// "Αθλητικός Σύλλογος").
const Line* nameAbove(const LetterView& view, const std::vector<Line>& lines, const Line& line)
{
    const QRectF& here = view.run(line.spans.front()).level;
    const double letter = view.pages().front().letterHeight;
    if (isLarge(view.text(line.spans.front())) || !view.isGreek())
        return nullptr;
    const auto isAbove = [&](const Line& other) {
        const QRectF& above = view.run(other.spans.back()).level;
        const double distance = here.center().y() - above.center().y();
        const bool column = std::abs(here.left() - above.left()) < 2 * letter ||
                            std::abs(here.center().x() - above.center().x()) < 4 * letter;
        return other.kind == HeadingLine::Nothing && isLarge(view.text(other.spans.front())) && column &&
               distance > 0.6 * letter && distance < blockGap * view.pitch(0);
    };
    const auto found = std::ranges::find_if(lines, isAbove);
    return found == lines.end() ? nullptr : &*found;
}

void readFromHeading(const LetterView& view, LetterReading& found, const std::vector<Line>& lines,
                     const std::vector<Line>& all)
{
    const Line* body = nullptr;
    const Line* unit = nullptr;
    for (const Line& line : lines) {
        const bool large = isLarge(view.text(line.spans.front()));
        if (line.kind == HeadingLine::Body && (!body || (large && view.isGreek()))) {
            body = &line;
            unit = nullptr;
        } else if (line.kind == HeadingLine::Unit && (large || !unit) && !(unit && isBareSecretariat(view, line))) {
            unit = &line;
        }
    }
    // A line in small letters under a large name tells of it only.
    if (body && !isLarge(view.text(body->spans.front())) && !lines.empty() && body != &lines.front() &&
        heightOf(view, lines.front()) > 1.25 * heightOf(view, *body))
        body = &lines.front();
    if (const Line* name = body ? nameAbove(view, all, *body) : nullptr)
        body = name;
    if (body)
        found.sender = view.field(body->spans, 0.9);
    if (unit && body)
        found.senderUnit = view.field(unit->spans, 0.85);
}

/// An office that does not say whose it is.
void readUnitAlone(const LetterView& view, LetterReading& found, const std::vector<Line>& lines)
{
    const auto unit = std::ranges::find(lines, HeadingLine::Unit, &Line::kind);
    if (unit != lines.end())
        found.sender = view.field(unit->spans, 0.5);
}

/// A letterhead that names nothing known: its largest line.
void readLargest(const LetterView& view, LetterReading& found, const std::vector<Line>& lines)
{
    const auto largest =
        std::ranges::max_element(lines, {}, [&view](const Line& line) { return heightOf(view, line); });
    const double usual = view.pages().front().letterHeight;
    if (largest != lines.end() && heightOf(view, *largest) > 1.25 * usual)
        found.sender = view.field(largest->spans, 0.5);
    else if (!lines.empty() && isLarge(view.text(lines.front().spans.front())))
        found.sender = view.field(lines.front().spans, 0.45);
}

/// A note inside an office says whom it is from.
void readFromLabel(const LetterView& view, LetterReading& found)
{
    const auto label = view.first(Label::From);
    if (const auto value = label ? view.valueOf(label->first, label->second) : std::nullopt)
        found.sender = view.field({*value}, 0.7);
}

/// The same name, in whatever case: "Του Σωκράτη Πετράκογλου" above, "Σωκράτης Πετράκογλου" below.
bool hasName(const QString& shape, const QString& name)
{
    constexpr qsizetype stem = 5;
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    return words.size() > 1 && std::ranges::all_of(words, [&](const QString& word) {
               return shape.contains(QStringView(word).left(std::min(word.size(), stem)));
           });
}

/// A private person's: the name on top that also stands below.
void readPerson(const LetterView& view, LetterReading& found, const std::vector<Line>& lines)
{
    const QString signer = found.signer ? shapeOf(found.signer->text) : QString();
    const auto line =
        std::ranges::find_if(lines, [&](const Line& each) { return hasName(view.shape(each.spans.front()), signer); });
    if (line == lines.end())
        return;
    found.sender = found.signer; // in the nominative there
    found.sender->confidence = std::min(0.85, found.sender->confidence);
}

} // namespace

void readSender(const LetterView& view, LetterReading& found)
{
    if (view.pages().empty())
        return;
    std::vector<Line> lines = headingOf(view, found);
    std::erase_if(lines, [&](const Line& line) { return isElsewhere(view, found, line); });
    for (Line& line : lines)
        dropRepublic(view, line);
    if (found.applicantName) {
        found.sender = found.applicantName;
        return;
    }
    const std::vector<Line> block = firstBlock(view, lines);
    readFromHeading(view, found, block, lines);
    if (!found.sender)
        readPerson(view, found, lines);
    if (!found.sender)
        readFromLabel(view, found);
    if (!found.sender)
        readUnitAlone(view, found, block);
    if (!found.sender)
        readLargest(view, found, lines);
    if (!found.sender && found.signer) {
        found.sender = found.signer;
        found.sender->confidence *= 0.6;
    }
}

} // namespace diakinisi::recognition
