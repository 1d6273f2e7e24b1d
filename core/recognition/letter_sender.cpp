#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"
#include "recognition/letterhead.h"
#include "recognition/near_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace diakinisi::recognition {

namespace {

constexpr double blockGap = 2.4; ///< of the usual pitch: more parts a heading from what stands below

/// The lines that stand together at the top: below one another, without a gap.
std::vector<LetterheadLine> firstBlock(const LetterView& view, const std::vector<LetterheadLine>& lines)
{
    std::vector<LetterheadLine> block;
    const double pitch = view.pitch(0);
    const double letter = view.pages().front().letterHeight;
    for (const LetterheadLine& line : lines) {
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
bool isBareSecretariat(const LetterView& view, const LetterheadLine& line)
{
    static const QString word = shapeOf(QStringView(u"ΓΡΑΜΜΑΤΕΙΑ"));
    return line.spans.size() == 1 && isNearWord(view.shape(line.spans.front()).trimmed(), word);
}

/// The line in capitals right above one in small letters, which then only says what it is ("Α.Σ. ΟΛΥΝΘΙΑΚΟΣ" above
/// "Αθλητικός Σύλλογος").
const LetterheadLine* nameAbove(const LetterView& view, const std::vector<LetterheadLine>& lines,
                                const LetterheadLine& line)
{
    const QRectF& here = view.run(line.spans.front()).level;
    const double letter = view.pages().front().letterHeight;
    if (isLarge(view.text(line.spans.front())) || !view.isGreek())
        return nullptr;
    const auto isAbove = [&](const LetterheadLine& other) {
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

void readFromHeading(const LetterView& view, LetterReading& found, const std::vector<LetterheadLine>& lines,
                     const std::vector<LetterheadLine>& all)
{
    const LetterheadLine* body = nullptr;
    const LetterheadLine* unit = nullptr;
    for (const LetterheadLine& line : lines) {
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
    if (const LetterheadLine* name = body ? nameAbove(view, all, *body) : nullptr)
        body = name;
    if (body)
        found.sender = view.field(body->spans, 0.9);
    if (unit && body)
        found.senderUnit = view.field(unit->spans, 0.85);
}

/// An office that does not say whose it is.
void readUnitAlone(const LetterView& view, LetterReading& found, const std::vector<LetterheadLine>& lines)
{
    const auto unit = std::ranges::find(lines, HeadingLine::Unit, &LetterheadLine::kind);
    if (unit != lines.end())
        found.sender = view.field(unit->spans, 0.5);
}

/// A letterhead that names nothing known: its largest line.
void readLargest(const LetterView& view, LetterReading& found, const std::vector<LetterheadLine>& lines)
{
    const auto largest =
        std::ranges::max_element(lines, {}, [&view](const LetterheadLine& line) { return heightOf(view, line); });
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
void readPerson(const LetterView& view, LetterReading& found, const std::vector<LetterheadLine>& lines)
{
    const QString signer = found.signer ? shapeOf(found.signer->text) : QString();
    const auto line = std::ranges::find_if(
        lines, [&](const LetterheadLine& each) { return hasName(view.shape(each.spans.front()), signer); });
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
    if (found.applicantName) {
        found.sender = found.applicantName;
        return;
    }
    const std::vector<LetterheadLine> lines = letterheadOf(view, found);
    const std::vector<LetterheadLine> block = firstBlock(view, lines);
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
