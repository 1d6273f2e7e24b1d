#include "pdf/mark.h"

#include "pdf/form.h"
#include "pdf/image_file.h"
#include "pdf/qr_code.h"

#include <QBuffer>

namespace diakinisi::pdf {

namespace {

constexpr int printed = 4; // annotation flag
constexpr qsizetype largestImage = 2 << 20;
constexpr double narrowest = 10; // points
constexpr double lowest = 8;

/// An empty page of this size.
QByteArray emptyPage(double width, double height)
{
    const QByteArray objects[] = {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                  "<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 " +
                                      QByteArray::number(width, 'f', 2) + ' ' + QByteArray::number(height, 'f', 2) +
                                      "]>>"};
    QByteArray file("%PDF-1.7\n");
    QByteArray table("xref\n0 4\n0000000000 65535 f\r\n");
    int number = 0;
    for (const QByteArray& object : objects) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n\r\n";
        file += QByteArray::number(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const QByteArray at = QByteArray::number(file.size());
    return file + table + "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
}

/// The annotation is no field: nothing in the copy can be taken for a signature.
void addToPage(IncrementalUpdate& update, const std::vector<Page>& pages, const Page& page, const Font& font,
               const Mark& mark)
{
    Dict stamp{{"Type", Name{"Annot"}}, {"Subtype", Name{"Stamp"}}, {"F", printed}};
    stamp.set("Rect", rectValue(page.fromShown(mark.area)));
    stamp.set("P", page.ref);
    stamp.set("AP", Dict{{"N", addMark(update, font, mark, mark.area.width, mark.area.height, page.rotation)}});
    addAnnotation(update, page.ref, update.add(stamp), sharesAnnotations(pages, page));
}

} // namespace

Done checkMark(const Mark& mark)
{
    if (mark.lines.isEmpty() && mark.image.isEmpty() && mark.qr.isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("lines"));
    if (mark.image.size() > largestImage)
        return fail(ErrorCode::FileTooLarge, QStringLiteral("image"));
    if (!mark.image.isEmpty())
        if (const Result<ImageFile> image = readImage(mark.image); !image)
            return fail(image.error());
    if (!mark.qr.isEmpty())
        if (const Result<QrCode> code = makeQrCode(mark.qr); !code)
            return fail(code.error());
    return {};
}

bool fitsOnPage(const Page& page, const Rect& area)
{
    constexpr double rounding = 0.01;
    return area.width >= narrowest && area.height >= lowest && area.x >= 0 && area.y >= 0 &&
           area.x + area.width <= page.shownWidth() + rounding && area.y + area.height <= page.shownHeight() + rounding;
}

Done previewMark(QIODevice& from, QIODevice& to, const Font& font, const Mark& mark)
{
    const Result<Document> document = Document::open(from);
    if (!document)
        return fail(document.error());
    const Result<std::vector<Page>> pages = readPages(*document);
    if (!pages)
        return fail(pages.error());
    if (mark.page < 1 || static_cast<std::size_t>(mark.page) > pages->size())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("page"));
    const Page& page = (*pages)[static_cast<std::size_t>(mark.page) - 1];
    if (!fitsOnPage(page, mark.area))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
    if (const Done good = checkMark(mark); !good)
        return good;
    IncrementalUpdate update(*document);
    addToPage(update, *pages, page, font, mark);
    return writeUpdated(*document, update.section(), to);
}

Result<QByteArray> previewMark(const Font& font, const Mark& mark)
{
    QBuffer from;
    from.setData(emptyPage(mark.area.width, mark.area.height));
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    Mark alone = mark;
    alone.page = 1;
    alone.area.x = alone.area.y = 0;
    if (const Done drawn = previewMark(from, to, font, alone); !drawn)
        return fail(drawn.error());
    return to.data();
}

} // namespace diakinisi::pdf
