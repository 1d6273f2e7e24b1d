#include "recognition/address_block.h"
#include "recognition/greek_shape.h"
#include "recognition/label_beside.h"
#include "recognition/letter_readers.h"

#include <QRegularExpression>

namespace diakinisi::recognition {

namespace {

constexpr std::size_t mostLines = 24;
constexpr std::size_t mostRecipients = 20;
constexpr double sameList = 1.32; ///< of the usual pitch
constexpr double closeBelow = 1.3;

const QRegularExpression& enumeration()
{
    static const QRegularExpression mark(
        QStringLiteral("^\\s*(?:\\d{1,2}|[α-ωa-zΑ-ΩA-Z]|[ivxΙ]{1,4})\\s?[.)]\\s*|^\\s*[-–•*]\\s+"));
    return mark;
}

/// How far the lines of a column may reach: nearly to what stands beside the next lines on the right, else as far as
/// any line.
double columnEnd(const LetterView& view, const Span& line)
{
    constexpr double linesAround = 4;
    constexpr double gutter = 1; ///< of the letters' height
    const PageLines& page = view.pages()[static_cast<std::size_t>(line.page)];
    const QRectF& here = view.run(line).level;
    const double reach = linesAround * view.pitch(line.page);
    double right = 0;
    double beside = page.size.width();
    for (const TextRun& run : page.runs) {
        right = std::max(right, run.level.right());
        const double below = run.level.center().y() - here.center().y();
        if (run.level.left() > here.right() && below > -view.pitch(line.page) && below < reach)
            beside = std::min(beside, run.level.left() - gutter * page.letterHeight);
    }
    return std::min(right, beside);
}

/// Would the next line's first word not have stood in this line any more?
bool fillsLine(const LetterView& view, const Span& line, const Span& next)
{
    const PageLines& page = view.pages()[static_cast<std::size_t>(line.page)];
    const TextRun& below = view.run(next);
    const auto first = std::ranges::find_if(
        below.words, [&next](const TextRun::Word& word) { return word.begin + word.size > next.from; });
    const double word = first == below.words.end() ? 0 : first->word->box.width();
    return below.row != view.run(line).row &&
           view.run(line).level.right() + word + page.letterHeight > columnEnd(view, line);
}

/// A sentence, not a name: the letter's text has begun.
bool isText(const QString& line)
{
    const auto words = line.count(u' ') + 1;
    const bool ends = line.endsWith(u'.') && line.size() > 2 && line[line.size() - 2].isLower();
    return words > 8 || (words > 5 && ends);
}

/// May the line below still belong to the list? Related papers are told in sentences, each with its letter or number.
bool goesOn(const LetterView& view, Label label, const Span& above, const Span& next)
{
    if (label != Label::Related)
        return !isText(view.text(next));
    return enumeration().match(view.text(next)).hasMatch() || fillsLine(view, above, next);
}

/// A form's cell: "Επώνυμο:" stands left of it.
bool belongsToPerson(const LetterView& view, const Span& span)
{
    return std::ranges::any_of(view.labels(span.page), [&](const LabelHit& hit) {
        const bool ofPerson = hit.label == Label::Surname || hit.label == Label::GivenName ||
                              hit.label == Label::FullName || hit.label == Label::ParentName ||
                              hit.label == Label::TaxNumber;
        const auto value = ofPerson ? view.valueOf(span.page, hit) : std::nullopt;
        return value && value->run == span.run;
    });
}

/// The lines of a list that begins behind a label and goes on below its first line.
std::vector<Span> listLines(const LetterView& view, const LabelHit& hit, const Span& first, const QRectF& subject)
{
    std::vector<Span> lines{first};
    if (const auto above = lineAbove(view, hit, first); above && above->run != first.run)
        lines.insert(lines.begin(), *above);
    double left = view.run(first).boxOf(first.from, first.length).left();
    const double labelLeft = view.runOf(first.page, hit.run).level.left();
    while (lines.size() < mostLines) {
        auto next = view.below(lines.back(), left, sameList);
        if (!next && lines.back().run == first.run) {
            // The second line may begin below the label itself.
            next = view.below(lines.back(), labelLeft, closeBelow);
            left = labelLeft;
        }
        const bool isSubject = next && subject.intersects(view.run(*next).boxOf(0, next->length));
        if (!next || isSubject || belongsToPerson(view, *next) || !goesOn(view, hit.label, lines.back(), *next))
            break;
        if (const LabelHit* beside = labelBeside(view, *next); beside && beside != &hit)
            break;
        lines.push_back(*next);
    }
    return lines;
}

/// A line that carries on the one above: it begins in small letters, or the list is numbered and it has no number.
bool carriesOn(const LetterView& view, const Span& span, const Span& before, bool isNumbered)
{
    const QString line = view.text(span);
    const QString above = view.text(before);
    if (isNumbered)
        return !enumeration().match(line).hasMatch();
    if (above.endsWith(u'-') || above.endsWith(u',') || above.endsWith(u"και") || above.endsWith(u"&"))
        return true;
    static const QRegularExpression head =
        shapeExpression(u"^(?:ΔΗΜ[ΟΑ]|Κ\\.|ΚΚ|ΟΛΟΥΣ|ΟΛΕΣ|ΤΟΝ |ΤΗΝ |ΤΟ |ΜΕΛΗ|ΠΡΟΕΔΡ|ΑΠΟΚΕΝΤΡΩΜΕΝ|ΔΙΕΥΘΥΝΣ|ΤΜΗΜΑ|ΓΡΑΦΕΙ|"
                        u"ΥΠΟΥΡΓΕΙ|ΠΕΡΙΦΕΡΕΙ|ΥΠΗΡΕΣΙΑ .|ΣΧΟΛΙΚ|ΚΕΝΤΡ)");
    if (head.match(view.shape(span)).hasMatch())
        return false;
    if (fillsLine(view, before, span))
        return true;
    const QChar begin = line.trimmed().isEmpty() ? QChar() : line.trimmed().front();
    return begin.isLower();
}

std::vector<ReadField> entriesOf(const LetterView& view, const std::vector<Span>& lines, double sureness)
{
    std::vector<std::vector<Span>> entries;
    const bool numbered = !lines.empty() && enumeration().match(view.text(lines.front())).hasMatch() &&
                          view.text(lines.front()).trimmed().front().isLetterOrNumber();
    for (const Span& line : lines) {
        const QString text = view.text(line);
        if (!entries.empty() && carriesOn(view, line, entries.back().back(), numbered)) {
            entries.back().push_back(line);
            continue;
        }
        Span entry = line;
        if (const auto mark = enumeration().match(text); mark.hasMatch()) {
            entry.from += mark.capturedLength();
            entry.length -= mark.capturedLength();
        }
        entries.push_back({entry});
    }
    std::vector<ReadField> fields;
    for (const auto& entry : entries) {
        ReadField field = view.field(entry, sureness);
        static const QRegularExpression article(QStringLiteral("^(?:τον|την|τη|το|τους|τις|τα)\\s+"));
        field.text.remove(article);
        field.value = field.text;
        const bool says = std::ranges::count_if(field.text, [](QChar c) { return c.isLetterOrNumber(); }) > 2;
        if (says && fields.size() < mostRecipients)
            fields.push_back(field);
    }
    return fields;
}

/// Several in one line, as "Δήμο Α; Δήμο Β".
std::vector<Span> parted(const LetterView& view, const Span& line)
{
    std::vector<Span> parts;
    qsizetype from = 0;
    const QString text = view.text(line);
    for (qsizetype at = 0; at <= text.size(); ++at)
        if (at == text.size() || text[at] == u';') {
            if (at > from)
                parts.push_back({line.page, line.run, line.from + from, at - from});
            from = at + 1;
        }
    return parts;
}

/// A letter in English names no label: what it is addressed to stands above its salutation, then the address.
std::vector<ReadField> addressed(const LetterView& view)
{
    constexpr double unlabelled = 0.7;
    const std::vector<Span> block = addressBlock(view);
    std::vector<Span> name;
    for (const Span& line : block) {
        if (!name.empty() && !fillsLine(view, name.back(), line))
            break;
        name.push_back(line);
    }
    return name.empty() ? std::vector<ReadField>() : std::vector{view.field(name, unlabelled)};
}

std::vector<ReadField> readList(const LetterView& view, Label label, double sureness, const LetterReading& found)
{
    std::vector<ReadField> fields;
    for (const PageLines& page : view.pages()) {
        const bool here = found.subject && found.subject->page == page.page;
        const QRectF subject = here ? found.subject->box : QRectF();
        for (const LabelHit& hit : view.labels(page.page)) {
            const auto first = hit.label == label ? view.valueOrBelow(page.page, hit) : std::nullopt;
            if (!first)
                continue;
            std::vector<Span> lines;
            for (const Span& line : listLines(view, hit, *first, subject))
                for (const Span& part : parted(view, line))
                    lines.push_back(part);
            for (ReadField& field : entriesOf(view, lines, sureness * hit.sureness * (hit.colon ? 1 : 0.95)))
                fields.push_back(std::move(field));
        }
        if (!fields.empty())
            break; // what a second page says of recipients is a table of them
    }
    return fields;
}

} // namespace

void readRecipients(const LetterView& view, LetterReading& found)
{
    found.recipients = readList(view, Label::To, 0.92, found);
    if (found.recipients.empty())
        found.recipients = addressed(view);
    static const QRegularExpression table = shapeExpression(u"ΠΙΝΑΚΑ\\S? ?ΑΠΟΔΕΚΤΩΝ|Π\\. ?Α\\.$");
    if (found.recipients.size() == 1 && table.match(shapeOf(found.recipients.front().text)).hasMatch())
        if (auto listed = readList(view, Label::RecipientTable, 0.85, found); !listed.empty())
            found.recipients = std::move(listed);
    found.copies = readList(view, Label::Copy, 0.9, found);
}

void readRelated(const LetterView& view, LetterReading& found)
{
    found.related = readList(view, Label::Related, 0.9, found);
}

} // namespace diakinisi::recognition
