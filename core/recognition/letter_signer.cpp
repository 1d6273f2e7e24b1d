#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"

#include <QRegularExpression>

namespace diakinisi::recognition {

namespace {

/// What stands above a signature: the office that signs, or a closing phrase.
const QRegularExpression& titleWords()
{
    static const QRegularExpression words = shapeExpression(
        u"^(?:Ο|Η|0|Ο/Η|Ο ?[-–] "
        u"?Η|ΟΙ|Ο\\(Η\\))\\s*(?:ΑΝ\\.|ΑΝΑΠΛ\\S*|ΓΕΝΙΚ\\S*|ΕΙΔΙΚ\\S*|ΤΜΗΜΑΤΑΡΧ\\S*)?\\s*(?:ΠΡΟΙΣΤΑΜΕΝ|ΔΙΕΥΘΥΝΤ|"
        u"ΔΗΜΑΡΧ|ΑΝΤΙΔΗΜΑΡΧ|ΥΠΟΥΡΓ|ΓΡΑΜΜΑΤ|ΠΡΟΕΔΡ|ΔΙΟΙΚΗΤ|ΠΕΡΙΦΕΡΕΙΑΡΧ|"
        u"ΑΝΤΙΠΕΡΙΦΕΡΕΙΑΡΧ|ΑΙΤΩΝ|ΑΙΤΟΥΣ|ΑΙΤ\\.|ΔΗΛΩΝ|ΔΗΛ\\.|ΥΠΟΓΡΑΦ|ΥΠΑΛΛΗΛ|ΛΗΞΙΑΡΧ|ΔΑΣΑΡΧ|ΛΙΜΕΝΑΡΧ|ΕΠΙΤΡΟΠ|"
        u"ΕΙΣΑΓΓΕΛ|ΕΚΠΡΟΣΩΠ|ΤΜΗΜΑΤΑΡΧ|"
        u"ΣΥΝΤΑΞ|ΕΙΣΗΓΗΤ|ΔΙΚΗΓΟΡ|ΠΛΗΡΕΞΟΥΣ|ΕΦΗΜΕΡΙ|ΒΟΗΘΟΣ|ΣΥΝΤΟΝΙΣΤ|ΑΝΤΙΠΡΟΕΔΡ|ΤΑΜΙΑΣ|ΝΟΜΙΜ)|^ΜΕ ΕΝΤΟΛΗ|^ΜΕ "
        u"ΕΚΤΙΜΗΣΗ|^ΜΕ ΤΙΜΗ|^ΓΙΑ ΤΗΝ|^ΓΙΑ ΤΟ "
        u"ΔΙΟΙΚΗΤΙΚΟ|YOURS|SINCERELY|KIND REGARDS|FAITHFULLY");
    return words;
}

/// A title that is not among them: "Ο" or "Η" and a few words without a stop, away from the left edge.
bool isLikeTitle(const PageLines& page, const TextRun& run)
{
    constexpr qsizetype mostWords = 6;
    static const QRegularExpression form = shapeExpression(u"^[ΟΗ0] [^.,:;\\d]{5,}$");
    return run.text.count(u' ') < mostWords && run.level.left() > page.leftEdge() + 0.2 * page.size.width() &&
           form.match(run.shape).hasMatch();
}

const QRegularExpression& nameForm()
{
    static const QRegularExpression form(
        QStringLiteral(
            "^(?:(?:π|Δρ|Dr|κ|κα)\\.\\s*)?[\\p{Lu}θ][\\p{L}.'’-]*(?:\\s+[\\p{Lu}θ][\\p{L}.'’-]*){1,4}(?:\\s*,.*)?$"),
        QRegularExpression::UseUnicodePropertiesOption);
    return form;
}

bool isName(const TextRun& run)
{
    const QString text = run.text.trimmed();
    return text.size() > 5 && text.size() < 60 && nameForm().match(text).hasMatch() &&
           !titleWords().match(run.shape).hasMatch();
}

/// The name below a title, in its column, over the gap that the signature's hand needs.
std::optional<Span> nameBelow(const LetterView& view, int page, std::size_t title)
{
    const PageLines& lines = view.pages()[static_cast<std::size_t>(page)];
    const QRectF& above = lines.runs[title].level;
    const double reach = 9 * view.pitch(page);
    for (std::size_t i = title + 1; i < lines.runs.size(); ++i) {
        const TextRun& run = lines.runs[i];
        if (run.level.top() > above.bottom() + reach)
            break;
        const bool below = run.row > lines.runs[title].row && run.level.left() < above.right() + 60 &&
                           run.level.right() > above.left() - 60;
        if (below && isName(run) && view.labelOf(page, i) == nullptr)
            return view.whole(page, i);
    }
    return std::nullopt;
}

template <typename IsTitle>
std::optional<ReadField> signerBelow(const LetterView& view, double from, double sureness, IsTitle isTitle)
{
    constexpr qsizetype longestTitle = 70;
    for (const PageLines& page : view.pages())
        for (std::size_t i = 0; i < page.runs.size(); ++i) {
            const TextRun& run = page.runs[i];
            if ((page.page == 0 && run.level.top() < from) || run.text.size() > longestTitle || !isTitle(page, run))
                continue;
            if (const auto name = nameBelow(view, page.page, i)) {
                Span only = *name;
                if (const auto comma = view.text(only).indexOf(u','); comma > 0)
                    only.length = comma;
                return view.field({only}, sureness);
            }
        }
    return std::nullopt;
}

} // namespace

void readSigner(const LetterView& view, LetterReading& found)
{
    const double from = found.subject && found.subject->page == 0 ? found.subject->box.bottom() : 0;
    found.signer = signerBelow(view, from, 0.85, [](const PageLines&, const TextRun& run) {
        return titleWords().match(run.shape).hasMatch();
    });
    if (!found.signer)
        found.signer = signerBelow(view, from, 0.7, &isLikeTitle);
}

} // namespace diakinisi::recognition
