#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"
#include "recognition/tax_number.h"

#include <QRegularExpression>

namespace diakinisi::recognition {

namespace {

constexpr std::size_t mostParts = 5; ///< of a name

/// Letters only, written as names are: dots that stand for a line to be filled in are none.
std::optional<ReadField> nameBehind(const LetterView& view, Label label)
{
    for (const PageLines& page : view.pages())
        for (const LabelHit& hit : view.labels(page.page)) {
            const auto value = hit.label == label ? view.valueOf(page.page, hit) : std::nullopt;
            if (!value)
                continue;
            static const QRegularExpression name(
                QStringLiteral("^[\\p{Lu}][\\p{L}'’.-]*(?: [\\p{Lu}][\\p{L}'’.-]*){0,4}"),
                QRegularExpression::UseUnicodePropertiesOption);
            const auto match = name.match(view.text(*value));
            if (!match.hasMatch() || match.capturedLength() < 2)
                continue;
            return view.field({{value->page, value->run, value->from, match.capturedLength()}}, 0.92 * hit.sureness);
        }
    return std::nullopt;
}

std::optional<ReadField> joined(const std::optional<ReadField>& given, const std::optional<ReadField>& surname)
{
    if (!given || !surname || given->page != surname->page)
        return surname ? surname : given;
    ReadField name = *given;
    name.text += u' ' + surname->text;
    name.value = name.text;
    name.box = name.box.united(surname->box);
    name.confidence = std::min(given->confidence, surname->confidence);
    return name;
}

bool isForm(const LetterReading& found)
{
    static const QStringList kinds{QStringLiteral("αίτηση"), QStringLiteral("υπεύθυνη δήλωση"),
                                   QStringLiteral("ένσταση"), QStringLiteral("προσφυγή"), QStringLiteral("καταγγελία")};
    return found.kind && kinds.contains(found.kind->value);
}

std::optional<ReadField> taxNumber(const LetterView& view)
{
    for (const PageLines& page : view.pages())
        for (const LabelHit& hit : view.labels(page.page)) {
            const auto value = hit.label == Label::TaxNumber ? view.valueOf(page.page, hit) : std::nullopt;
            if (!value)
                continue;
            static const QRegularExpression nine(QStringLiteral("^[^\\dΟ]{0,6}((?:[\\dΟ] ?){9})(?!\\d)"));
            const auto match = nine.match(view.shape(*value));
            QString digits = match.captured(1);
            digits.remove(u' ').replace(u'Ο', u'0');
            if (!isTaxNumber(digits))
                continue;
            ReadField field =
                view.field({{value->page, value->run, value->from + match.capturedStart(1), match.capturedLength(1)}},
                           0.99 * hit.sureness);
            field.text = digits;
            field.value = digits;
            // The check digit catches nine errors of ten.
            field.confidence = std::max(field.confidence, 0.93 * hit.sureness);
            return field;
        }
    return std::nullopt;
}

std::optional<ReadField> matching(const LetterView& view, Label label, const QRegularExpression& form)
{
    for (const PageLines& page : view.pages())
        for (const LabelHit& hit : view.labels(page.page)) {
            const auto value = hit.label == label ? view.valueOf(page.page, hit) : std::nullopt;
            if (!value)
                continue;
            Span span = *value;
            const auto match = form.match(view.text(span));
            if (!match.hasMatch())
                continue;
            span.from += match.capturedStart();
            span.length = match.capturedLength();
            return view.field({span}, 0.9 * hit.sureness);
        }
    return std::nullopt;
}

} // namespace

void readApplicant(const LetterView& view, LetterReading& found)
{
    const auto surname = nameBehind(view, Label::Surname);
    const auto given = nameBehind(view, Label::GivenName);
    found.applicantTaxNumber = taxNumber(view);
    if (surname)
        found.applicantName = joined(given, surname);
    else if (isForm(found))
        found.applicantName = nameBehind(view, Label::FullName);
    if (!found.applicantName)
        return;
    static const QRegularExpression phone(QStringLiteral("(?:\\+30[ -]?)?[26]\\d[\\d \\-./]{7,13}\\d"));
    static const QRegularExpression email(QStringLiteral("[\\w.+-]+@[\\w-]+\\.[\\w.-]+"));
    static const QRegularExpression address(QStringLiteral("^\\p{L}[^:]{5,}"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    found.applicantPhone = matching(view, Label::Phone, phone);
    found.applicantEmail = matching(view, Label::Email, email);
    found.applicantAddress = matching(view, Label::HomeAddress, address);
}

} // namespace diakinisi::recognition
