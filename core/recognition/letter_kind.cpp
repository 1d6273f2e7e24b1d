#include "recognition/greek_shape.h"
#include "recognition/kind_words.h"
#include "recognition/letter_readers.h"

namespace diakinisi::recognition {

namespace {

constexpr qsizetype longestTitle = 55;
constexpr double leastSubject = 0.5; ///< a surer one is not given up for the title
constexpr double titled = 0.92;
constexpr double bySubject = 0.75;

ReadField asKind(ReadField field, const QString& noun, double sureness)
{
    field.value = noun;
    field.confidence = std::min(field.confidence, sureness);
    return field;
}

/// A line of the first page that stands alone and names the kind.
std::optional<ReadField> byTitle(const LetterView& view)
{
    if (view.pages().empty())
        return std::nullopt;
    const PageLines& page = view.pages().front();
    std::optional<TitledKind> best;
    std::size_t title = 0;
    for (std::size_t i = 0; i < page.runs.size(); ++i) {
        const TextRun& run = page.runs[i];
        const bool large = run.text == run.text.toUpper();
        if (!large || run.text.size() > longestTitle || view.labelOf(0, i) != nullptr)
            continue;
        const auto kind = kindOfTitle(run.shape);
        if (!kind || (best && best->rank <= kind->rank))
            continue;
        best = kind;
        title = i;
    }
    if (!best)
        return std::nullopt;
    return asKind(view.field({view.whole(0, title)}, titled), best->noun, titled);
}

} // namespace

void readKind(const LetterView& view, LetterReading& found)
{
    found.kind = byTitle(view);
    const bool speaks = found.kind && found.kind->value != u"αίτηση" && found.kind->value != u"απόφαση";
    if (speaks && (!found.subject || found.subject->confidence < leastSubject)) {
        found.subject = found.kind; // an invoice, a lawsuit: its title is all that it says
        found.subject->value = found.subject->text;
        found.subject->confidence = std::min(found.subject->confidence, leastSubject);
    }
    const bool general = found.kind && found.kind->value == u"αίτηση"; // a form's title; the subject may say more
    if ((found.kind && !general) || !found.subject)
        return;
    if (const QString noun = kindOfSubject(shapeOf(found.subject->text)); !noun.isEmpty())
        found.kind = asKind(*found.subject, noun, bySubject);
}

} // namespace diakinisi::recognition
