#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"
#include "recognition/near_words.h"

#include <QRegularExpression>

#include <span>

namespace diakinisi::recognition {

namespace {

struct Mark {
    const char16_t* words; ///< an expression over shapes
    QLatin1StringView value;
};

// Longer ones before those that they contain.
const Mark priorities[] = {{u"ΕΞΑΙΡΕΤΙΚ\\S{0,3} ?ΕΠΕΙΓΟΝ|ΕΞ\\.? ?ΕΠΕΙΓΟΝ|ΑΜΕΣΟ$|ΑΜΕΣΗΣ ΠΡΟΤΕΡΑΙΟΤΗΤΑΣ|VERY URGENT",
                            QLatin1StringView("very-urgent")},
                           {u"ΚΑΤΕΠΕΙΓΟΝ", QLatin1StringView("very-urgent")},
                           {u"ΕΠΕΙΓΟΝ|ΕΠΕΙΓΟΥΣΑ$|URGENT", QLatin1StringView("urgent")}};
const Mark classifications[] = {{u"ΑΚΡΩΣ ?ΑΠΟΡΡΗΤΟ|TOP SECRET", QLatin1StringView("top-secret")},
                                {u"ΑΔΙΑΒΑΘΜΗΤΟ|ΑΔΙΑΒΑΘΜΙΤΟ|UNCLASSIFIED", QLatin1StringView("unclassified")},
                                {u"ΑΠΟΡΡΗΤΟ|^SECRET$", QLatin1StringView("secret")},
                                {u"ΕΜΠΙΣΤΕΥΤΙΚΟ|CONFIDENTIAL", QLatin1StringView("confidential")},
                                {u"ΠΕΡΙΟΡΙΣΜΕΝΗΣ ?ΧΡΗΣΗΣ|RESTRICTED", QLatin1StringView("restricted")},
                                {u"ΠΡΟΣΩΠΙΚΑ ?ΔΕΔΟΜΕΝΑ", QLatin1StringView("personal-data")},
                                {u"^ΚΟΙΝΟ$", QLatin1StringView("unclassified")}};

struct NearMark {
    const char16_t* letters;
    QLatin1StringView value;
};

constexpr NearMark nearPriorities[] = {{u"ΕΞΑΙΡΕΤΙΚΑΕΠΕΙΓΟΝ", QLatin1StringView("very-urgent")},
                                       {u"ΕΞΑΙΡΕΤΙΚΩΣΕΠΕΙΓΟΝ", QLatin1StringView("very-urgent")},
                                       {u"ΕΠΕΙΓΟΝ", QLatin1StringView("urgent")}};
constexpr NearMark nearClassifications[] = {{u"ΑΔΙΑΒΑΘΜΗΤΟ", QLatin1StringView("unclassified")},
                                            {u"ΕΜΠΙΣΤΕΥΤΙΚΟ", QLatin1StringView("confidential")},
                                            {u"ΑΠΟΡΡΗΤΟ", QLatin1StringView("secret")},
                                            {u"ΠΡΟΣΩΠΙΚΑΔΕΔΟΜΕΝΑ", QLatin1StringView("personal-data")}};

constexpr qsizetype longestNearMark = 24;
constexpr qsizetype longestMark = 60; ///< a run with more letters is text
constexpr double headPart = 0.45;     ///< of the page: marks stand above

/// Capitals mean a mark; the same word in a sentence does not.
bool isWrittenLarge(const QString& text)
{
    const auto letters = std::ranges::count_if(text, [](QChar c) { return c.isLetter(); });
    const auto capitals = std::ranges::count_if(text, [](QChar c) { return c.isUpper(); });
    return letters > 0 && capitals * 10 >= letters * 8;
}

template <std::size_t Count>
std::optional<ReadField> readMark(const LetterView& view, const Mark (&marks)[Count])
{
    if (view.pages().empty())
        return std::nullopt;
    const PageLines& page = view.pages().front();
    for (const Mark& mark : marks) {
        const QRegularExpression words = shapeExpression(QStringView(mark.words));
        for (std::size_t i = 0; i < page.runs.size(); ++i) {
            const TextRun& run = page.runs[i];
            const bool above = run.text.size() <= longestMark && run.level.top() < headPart * page.size.height();
            const auto match = above ? words.match(run.shape) : QRegularExpressionMatch();
            if (!match.hasMatch() || !isWrittenLarge(run.text.mid(match.capturedStart(), match.capturedLength())))
                continue;
            const LabelHit* label = view.labelOf(0, i);
            if (label && label->label != Label::Characterisation)
                continue;
            ReadField field = view.field({{0, i, match.capturedStart(), match.capturedLength()}}, 0.95);
            field.value = mark.value;
            return field;
        }
    }
    return std::nullopt;
}

/// What stands behind a label, over two lines of a cell: "ΧΑΡΑΚΤΗΡΙΣΜΟΣ: ΠΡΟΣΩΠΙΚΑ / ΔΕΔΟΜΕΝΑ".
template <std::size_t Count>
std::optional<ReadField> readLabelledMark(const LetterView& view, const Mark (&marks)[Count])
{
    const PageLines& page = view.pages().front();
    for (const LabelHit& hit : view.labels(0)) {
        const auto value = hit.label == Label::Characterisation ? view.valueOf(0, hit) : std::nullopt;
        if (!value)
            continue;
        const double left = page.levelOf(view.run(*value), value->from, value->length).left();
        const auto next = view.below(*value, left, 1.5);
        const QString said = view.shape(*value) + (next ? u' ' + view.shape(*next) : QString());
        for (const Mark& mark : marks)
            if (next && shapeExpression(QStringView(mark.words)).match(said).hasMatch()) {
                ReadField field = view.field({*value, *next}, 0.85);
                field.value = mark.value;
                return field;
            }
    }
    return std::nullopt;
}

/// A run that is one of the words but for a letter or two.
std::optional<ReadField> readNearMark(const LetterView& view, std::span<const NearMark> marks)
{
    const PageLines& page = view.pages().front();
    for (std::size_t i = 0; i < page.runs.size(); ++i) {
        const TextRun& run = page.runs[i];
        QString letters;
        std::ranges::copy_if(run.shape, std::back_inserter(letters), [](QChar c) { return c.isLetter(); });
        if (letters.size() > longestNearMark || run.level.top() > headPart * page.size.height() ||
            !isWrittenLarge(run.text))
            continue;
        for (const NearMark& mark : marks) {
            const QString word = shapeOf(QStringView(mark.letters));
            const int wrong = lettersWrong(letters, word);
            if (wrong > 0 && wrong * 5 <= word.size()) {
                ReadField field = view.field({view.whole(0, i)}, 0.9 - 0.1 * wrong);
                field.value = mark.value;
                return field;
            }
        }
    }
    return std::nullopt;
}

} // namespace

void readMarks(const LetterView& view, LetterReading& found)
{
    found.priority = readMark(view, priorities);
    found.classification = readMark(view, classifications);
    if (!found.priority && !view.pages().empty())
        found.priority = readNearMark(view, nearPriorities);
    if (!found.classification && !view.pages().empty())
        found.classification = readLabelledMark(view, classifications);
    if (!found.classification && !view.pages().empty())
        found.classification = readNearMark(view, nearClassifications);
}

} // namespace diakinisi::recognition
