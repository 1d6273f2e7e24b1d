#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"

#include <QRegularExpression>

#include <array>

namespace diakinisi::recognition {

namespace {

constexpr std::size_t mostNames = 60;

constexpr std::array<std::u16string_view, 13> numerals{
    u"ΜΗΔΕΝ",      u"ΕΝΑ|ΜΙΑ|ΕΝ|ONE", u"ΔΥΟ|TWO",         u"ΤΡΙΑ|ΤΡΕΙΣ|THREE", u"ΤΕΣΣΕΡΑ|ΤΕΣΣΕΡΙΣ|FOUR",
    u"ΠΕΝΤΕ|FIVE", u"ΕΞΙ|SIX",        u"ΕΠΤΑ|ΕΦΤΑ|SEVEN", u"ΟΚΤΩ|ΟΧΤΩ|EIGHT",  u"ΕΝΝΕΑ|ΕΝΝΙΑ|NINE",
    u"ΔΕΚΑ|TEN",   u"ΕΝΤΕΚΑ|ELEVEN",  u"ΔΩΔΕΚΑ|TWELVE"};

/// A number in digits or in words; -1 for none.
int countIn(const QString& word)
{
    bool isNumber = false;
    const int digits = word.toInt(&isNumber);
    if (isNumber)
        return digits;
    for (std::size_t i = 0; i < numerals.size(); ++i)
        for (const QStringView name :
             QStringView(numerals[i].data(), static_cast<qsizetype>(numerals[i].size())).split(u'|'))
            if (shapeOf(name) == word)
                return static_cast<int>(i);
    return -1;
}

const QRegularExpression& enumeration()
{
    static const QRegularExpression mark(QStringLiteral("(?:^|\\s)(?:\\d{1,2}|[α-ω]΄?)\\s?[.)]\\s"));
    return mark;
}

/// Sheets are counted apart: "(φύλλα 12)", "τρία φύλλα", "σελίδες: 4".
struct Sheets {
    int count = 0;
    bool only = false; ///< the whole value is a count of sheets
};

Sheets sheetsIn(const QString& shape)
{
    static const QString word = shapePattern(u"(?:ΦΥΛΛΑ|ΦΥΛΛΟ|ΦΥΛΛ\\.|ΣΕΛΙΔΕΣ|ΣΕΛΙΔΑ|ΣΕΛ\\.)");
    static const QRegularExpression after(QStringLiteral("\\(?(\\d{1,4}|[Α-Ω]{3,9})\\)?\\s+") + word);
    static const QRegularExpression before(word + QStringLiteral("\\s*:?\\s*\\(?(\\d{1,4})"));
    Sheets sheets;
    for (const auto* pattern : {&before, &after})
        for (auto each = pattern->globalMatch(shape); each.hasNext();) {
            const auto match = each.next();
            if (const int count = countIn(match.captured(1)); count > 0) {
                sheets.count += count;
                sheets.only = match.capturedStart() == 0 && match.capturedLength() > shape.size() - 3;
            }
            if (!each.hasNext())
                return sheets;
        }
    return sheets;
}

std::vector<Span> linesBehind(const LetterView& view, int page, const LabelHit& hit)
{
    std::vector<Span> lines;
    auto next = view.valueOrBelow(page, hit);
    const double left = next ? view.run(*next).boxOf(next->from, next->length).left() : 0;
    while (next && lines.size() < mostNames) {
        lines.push_back(*next);
        const Span above = *next;
        next = view.below(above, left, 1.5);
        if (!next)
            next = view.below(above, view.runOf(page, hit.run).level.left(), 1.5);
        if (next && !enumeration().match(view.text(*next)).hasMatch() && !view.text(*next).trimmed().startsWith(u'-') &&
            lines.size() == 1)
            break; // one line only: what follows is another matter
    }
    return lines;
}

/// Names out of lines that may hold several: "1. Έκθεση (φύλλα 2) 2. Πράξη".
std::vector<Span> namesIn(const LetterView& view, const std::vector<Span>& lines)
{
    std::vector<Span> names;
    for (const Span& line : lines) {
        const QString text = view.text(line);
        qsizetype from = 0;
        qsizetype begin = 0;
        for (auto each = enumeration().globalMatch(text); each.hasNext();) {
            const auto mark = each.next();
            if (mark.capturedStart() > from + 1)
                names.push_back({line.page, line.run, line.from + begin, mark.capturedStart() - begin});
            from = mark.capturedStart();
            begin = mark.capturedEnd();
        }
        if (begin < text.size())
            names.push_back({line.page, line.run, line.from + begin, text.size() - begin});
    }
    return names;
}

/// Names in one line with commas between, each beginning in a capital: "Certificates, Packing list".
std::vector<Span> partedByCommas(const LetterView& view, const Span& line)
{
    const QString text = view.text(line);
    std::vector<Span> names;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype comma = text.indexOf(u", ", from);
        const qsizetype end = comma < 0 ? text.size() : comma;
        if (!text[from].isUpper())
            return {line};
        names.push_back({line.page, line.run, line.from + from, end - from});
        from = comma < 0 ? text.size() : comma + 2;
    }
    return names;
}

/// A count that is said outright: "3", "3 (φύλλα 12)", "τρία", "(2)".
int countSaid(const QString& shape)
{
    static const QRegularExpression said =
        shapeExpression(u"^\\s*\\(?(\\d{1,3}|[Α-Ω]{2,9})\\)?(?:\\s+(?:ΕΓΓΡΑΦ|ΣΥΝΗΜΜΕΝ|ΑΡΧΕΙ|"
                        u"ΠΙΝΑΚ|ΤΕΥΧ|ΑΝΤΙΓΡΑΦ)\\S*)?\\s*(?:\\(.*\\))?\\s*$");
    const auto match = said.match(shape);
    return match.hasMatch() ? countIn(match.captured(1)) : -1;
}

} // namespace

void readAttachments(const LetterView& view, LetterReading& found)
{
    for (const PageLines& page : view.pages())
        for (const LabelHit& hit : view.labels(page.page)) {
            if (hit.label != Label::Attachments || found.attachmentCount)
                continue;
            const std::vector<Span> lines = linesBehind(view, page.page, hit);
            if (lines.empty())
                continue;
            const Sheets sheets = sheetsIn(view.shape(lines.front()));
            const int said = countSaid(view.shape(lines.front()));
            std::vector<Span> names = namesIn(view, lines);
            if (names.size() == 1 && lines.size() == 1 && said < 0)
                names = partedByCommas(view, names.front());
            const bool listed = names.size() > 1 || enumeration().match(view.text(lines.front())).hasMatch();
            if (sheets.count > 0) {
                found.sheetCount = view.field({lines.front()}, 0.85 * hit.sureness);
                found.sheetCount->value = QString::number(sheets.count);
            }
            if (sheets.only && said < 0)
                continue;
            found.attachmentCount = view.field(lines, (listed || said > 0 ? 0.9 : 0.7) * hit.sureness);
            found.attachmentCount->value = QString::number(said > 0 && !listed ? said : static_cast<int>(names.size()));
            if (said < 0 || listed)
                for (const Span& name : names)
                    found.attachments.push_back(view.field({name}, 0.85 * hit.sureness));
        }
}

} // namespace diakinisi::recognition
