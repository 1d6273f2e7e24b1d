#include "recognition/act_number.h"
#include "recognition/letter_readers.h"

namespace diakinisi::recognition {

namespace {

constexpr double labelled = 0.95;
constexpr double alone = 0.7;
constexpr double sureEnough = 0.9; ///< of its form, where no label stands before it

ReadField fieldOf(const LetterView& view, const Span& within, const ActNumber& number, double sureness)
{
    const Span span{within.page, within.run, within.from + number.from, number.length};
    ReadField field = view.field({span}, sureness * number.sureness);
    field.text = number.text;
    field.value = field.text;
    return field;
}

std::optional<ReadField> behindLabel(const LetterView& view)
{
    for (const PageLines& page : view.pages())
        for (const LabelHit& hit : view.labels(page.page)) {
            const auto value = hit.label == Label::Ada ? view.valueOf(page.page, hit) : std::nullopt;
            if (!value)
                continue;
            if (const auto number = actNumberIn(view.shape(*value)))
                return fieldOf(view, *value, *number, labelled * hit.sureness);
        }
    return std::nullopt;
}

/// It has a form of its own: a line that is nothing else needs no label.
std::optional<ReadField> withoutLabel(const LetterView& view)
{
    for (const PageLines& page : view.pages())
        for (std::size_t i = 0; i < page.runs.size(); ++i) {
            const auto number = actNumberIn(page.runs[i].shape);
            if (number && number->sureness >= sureEnough && number->length + 2 >= page.runs[i].text.size())
                return fieldOf(view, view.whole(page.page, i), *number, alone);
        }
    return std::nullopt;
}

} // namespace

void readAda(const LetterView& view, LetterReading& found)
{
    found.ada = behindLabel(view);
    if (!found.ada)
        found.ada = withoutLabel(view);
}

} // namespace diakinisi::recognition
