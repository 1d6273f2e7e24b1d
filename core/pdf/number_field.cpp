#include "pdf/number_field.h"

#include "pdf/drawn_text.h"
#include "pdf/form.h"
#include "pdf/security.h"

#include <algorithm>
#include <cmath>

namespace diakinisi::pdf {

namespace {

constexpr double margin = 28;
constexpr int readOnly = 1;
constexpr int printed = 4; // annotation flag

const Field* find(const std::vector<Field>& fields, const char* name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == QLatin1StringView(name); });
    return found != fields.end() && found->type == "Tx" && found->hasRef ? &*found : nullptr;
}

/// Two lines at the top right corner, wide enough for the labels and a number.
Rect placeOf(const Page& page, const Font& font, const NumberFieldOptions& options)
{
    if (options.area)
        return *options.area;
    const double label =
        std::max(font.width(options.numberLabel, options.fontSize), font.width(options.dateLabel, options.fontSize));
    const double width = label + font.width(QStringLiteral(" 00000000/0000"), options.fontSize) + 8;
    const double height = 2 * (options.fontSize * 1.25 + 4);
    return {page.shownWidth() - margin - width, page.shownHeight() - margin - height, width, height};
}

bool fitsOn(const Page& page, const Rect& area)
{
    return area.width >= 10 && area.height >= 10 && area.x >= 0 && area.y >= 0 &&
           area.x + area.width <= page.shownWidth() && area.y + area.height <= page.shownHeight();
}

TextBox boxOf(const Rect& area, const QString& label, const QString& text, double size)
{
    const QString line = label.isEmpty() ? text : label + u' ' + text;
    return {area.width, area.height, line.isEmpty() ? QStringList() : QStringList{line}, size, false};
}

struct OneField {
    const char* name;
    QString label;
    Rect area; ///< as shown
    bool sharedList = false;
};

void addOne(IncrementalUpdate& update, const Page& page, const Font& font, Ref defaultFont, double size,
            const OneField& one)
{
    const Ref ref = update.reserve();
    Dict dict{
        {"Type", Name{"Annot"}}, {"Subtype", Name{"Widget"}}, {"FT", Name{"Tx"}}, {"Ff", readOnly}, {"F", printed}};
    dict.set("T", textString(QLatin1StringView(one.name)));
    if (!one.label.isEmpty())
        dict.set("TU", textString(one.label));
    QByteArray appearance = "/DiakinisiSans " + QByteArray::number(size) + " Tf 0 g";
    dict.set("DA", Text{appearance});
    dict.set("P", page.ref);
    dict.set("Rect", rectValue(page.fromShown(one.area)));
    if (page.rotation != 0)
        dict.set("MK", Dict{{"R", page.rotation}});
    const TextBox box = boxOf(one.area, one.label, {}, size);
    dict.set("AP", Dict{{"N", addAppearance(update, font, box, page.rotation)}});
    update.set(ref, dict);
    addField(update, {ref, page.ref, false, Dict{{"DiakinisiSans", defaultFont}}, one.sharedList});
}

Result<const Page*> pageAt(const std::vector<Page>& pages, int number)
{
    if (number < 1 || static_cast<std::size_t>(number) > pages.size())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("page"));
    return &pages[static_cast<std::size_t>(number) - 1];
}

bool isSigned(const Document& document, const std::vector<Field>& fields)
{
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field& f) { return f.type == "Sig" && !document.resolve(f.value).dict().isEmpty(); });
}

} // namespace

Done addNumberField(QIODevice& from, QIODevice& to, const Font& font, const NumberFieldOptions& options)
{
    const Result<Document> document = Document::open(from);
    if (!document)
        return fail(document.error());
    const Result<std::vector<Page>> pages = readPages(*document);
    if (!pages)
        return fail(pages.error());
    const Result<const Page*> page = pageAt(*pages, options.page);
    if (!page)
        return fail(page.error());
    if (const Security* security = document->security(); security && !security->mayAddFields())
        return fail(ErrorCode::PdfForbids, {}, QStringLiteral("the encryption allows no new form field"));
    const std::vector<Field> fields = readFields(*document);
    if (find(fields, numberFieldName) || find(fields, dateFieldName))
        return fail(ErrorCode::AlreadyExists, QLatin1StringView(numberFieldName));
    if (isSigned(*document, fields))
        return fail(ErrorCode::PdfForbids, {}, QStringLiteral("a field cannot be put in after a signature"));
    const Rect area = placeOf(**page, font, options);
    if (!fitsOn(**page, area))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
    IncrementalUpdate update(*document);
    const Ref defaultFont = EmbeddedFont(font, {QStringLiteral("0123456789/-.: ")}).addTo(update);
    const double half = area.height / 2;
    const bool shared = sharesAnnotations(*pages, **page);
    addOne(update, **page, font, defaultFont, options.fontSize,
           {numberFieldName, options.numberLabel, {area.x, area.y + half, area.width, half}, shared});
    addOne(update, **page, font, defaultFont, options.fontSize,
           {dateFieldName, options.dateLabel, {area.x, area.y, area.width, half}, shared});
    return writeUpdated(*document, update.section(), to);
}

namespace {

/// The rectangle's size as shown: the widget says how the page lies.
Rect shownArea(const Document& document, const Dict& field, int& rotation)
{
    const Array box = document.get(field, "Rect").array();
    double n[4] = {0, 0, 0, 0};
    for (std::size_t i = 0; i < 4 && box.size() == 4; ++i)
        n[i] = document.resolve(box[i]).number();
    const std::int64_t turn = document.get(document.get(field, "MK").dict(), "R").integer();
    rotation = turn == 90 || turn == 180 || turn == 270 ? static_cast<int>(turn) : 0;
    const double width = std::abs(n[2] - n[0]);
    const double height = std::abs(n[3] - n[1]);
    return rotation % 180 ? Rect{0, 0, height, width} : Rect{0, 0, width, height};
}

double fontSizeOf(const Dict& field)
{
    const Text* appearance = field["DA"].text();
    const QList<QByteArray> words = appearance ? appearance->bytes.split(' ') : QList<QByteArray>();
    const double size = words.size() > 1 ? words[1].toDouble() : 0;
    return size >= 4 && size <= 72 ? size : 10;
}

void fillOne(IncrementalUpdate& update, const Font& font, const Field& field, const QString& text)
{
    const Document& document = update.document();
    int rotation = 0;
    const Rect area = shownArea(document, field.dict, rotation);
    const QString label = readTextString(document.get(field.dict, "TU"));
    Dict dict = field.dict;
    dict.set("V", textString(text));
    const TextBox box = boxOf(area, label, text, fontSizeOf(field.dict));
    dict.set("AP", Dict{{"N", addAppearance(update, font, box, rotation)}});
    update.set(field.ref, dict);
}

} // namespace

Done fillNumberField(QIODevice& from, QIODevice& to, const Font& font, const QString& number, const QString& date)
{
    const Result<Document> document = Document::open(from);
    if (!document)
        return fail(document.error());
    if (const Done open = document->readable(); !open)
        return open;
    if (const Security* security = document->security(); security && !security->mayFillFields())
        return fail(ErrorCode::PdfForbids, {}, QStringLiteral("the encryption allows no form filling"));
    const std::vector<Field> fields = readFields(*document);
    const Field* numberField = find(fields, numberFieldName);
    const Field* dateField = find(fields, dateFieldName);
    if (!numberField || !dateField)
        return fail(ErrorCode::FieldMissing, QLatin1StringView(numberFieldName));
    const QString before = readTextString(document->resolve(numberField->value));
    if (!before.isEmpty() && before != number)
        return fail(ErrorCode::AlreadyRegistered, before);
    if (permissionOf(*document) == Permission::NoChanges)
        return fail(ErrorCode::PdfForbids, {}, QStringLiteral("a certification allows no change"));
    IncrementalUpdate update(*document);
    fillOne(update, font, *numberField, number);
    fillOne(update, font, *dateField, date);
    return writeUpdated(*document, update.section(), to);
}

Result<NumberFieldState> readNumberField(QIODevice& file)
{
    const Result<Document> document = Document::open(file);
    if (!document)
        return fail(document.error());
    if (const Done open = document->readable(); !open)
        return fail(open.error());
    const std::vector<Field> fields = readFields(*document);
    const Field* number = find(fields, numberFieldName);
    const Field* date = find(fields, dateFieldName);
    if (!number || !date)
        return NumberFieldState{};
    return NumberFieldState{true, readTextString(document->resolve(number->value)),
                            readTextString(document->resolve(date->value))};
}

} // namespace diakinisi::pdf
