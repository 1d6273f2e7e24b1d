#include "desk/mark_maker.h"

#include "desk/row_maker.h"
#include "pdf/place_mark.h"

#include <QBuffer>

namespace diakinisi::desk {

using namespace domain;

namespace {

constexpr double markWidth = 190; // points
constexpr double markHeight = 62;
constexpr double withCode = 40; ///< wider by this with an image or a code

} // namespace

QStringList MarkMaker::lines(const QString& signerName, const MarkWishes& wishes)
{
    const auto organisation = m_parts.organisation();
    const auto person = m_parts.store->person();
    const Person* signer = person ? organisation->person(*person) : nullptr;
    const DocumentWords& words = m_parts.settings.words;
    QStringList lines{words.signedBy, signerName, signer ? signer->title : QString(),
                      localTime(m_parts.officialNow(), *organisation).toString(QStringLiteral("dd/MM/yyyy HH:mm:ss"))};
    if (!wishes.reason.isEmpty())
        lines += words.reasonLabel + u' ' + wishes.reason;
    if (!wishes.place.isEmpty())
        lines += words.placeLabel + u' ' + wishes.place;
    lines.removeAll(QString());
    return lines;
}

Result<MadeMark> MarkMaker::make(const QByteArray& file, const QString& signerName, const MarkWishes& wishes,
                                 std::stop_token stop)
{
    MadeMark made;
    made.mark.lines = lines(signerName, wishes);
    made.mark.image = wishes.image;
    made.mark.qr = wishes.qr;
    if (const Done good = pdf::checkMark(made.mark); !good)
        return fail(good.error());
    if (const Done placed = place(file, wishes, made, std::move(stop)); !placed)
        return fail(placed.error());
    return made;
}

Done MarkMaker::place(const QByteArray& file, const MarkWishes& wishes, MadeMark& made, std::stop_token stop)
{
    QBuffer device;
    device.setData(file);
    device.open(QIODevice::ReadOnly);
    const auto document = pdf::Document::open(device);
    const auto pages = document ? pdf::readPages(*document) : fail(document.error());
    if (!pages)
        return fail(pages.error());
    made.pages = static_cast<int>(pages->size());
    const auto sizeOf = [&](int number) {
        const pdf::Page& page = (*pages)[static_cast<std::size_t>(number) - 1];
        return QSizeF(page.shownWidth(), page.shownHeight());
    };
    if (wishes.spot) {
        const QRectF& area = wishes.spot->area;
        made.mark.page = wishes.spot->page;
        if (made.mark.page < 1 || made.mark.page > made.pages)
            return fail(ErrorCode::FieldInvalid, QStringLiteral("page"));
        made.pageSize = sizeOf(made.mark.page);
        made.mark.area = {area.x(), made.pageSize.height() - area.bottom(), area.width(), area.height()};
        const pdf::Page& page = (*pages)[static_cast<std::size_t>(made.mark.page) - 1];
        return pdf::fitsOnPage(page, made.mark.area) ? Done() : fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
    }
    if (const auto waiting = pdf::findEmptySignatureField(*document, *pages)) {
        made.fieldName = waiting->name;
        made.mark.page = waiting->page;
        made.mark.area = waiting->area;
        made.pageSize = sizeOf(waiting->page);
        return {};
    }
    const pdf::Page& page = pages->back();
    const int number = made.pages;
    made.pageSize = sizeOf(number);
    const pdf::Occupied occupied{pdf::annotationsOn(*document, page),
                                 textOn(file, number, page.shownHeight(), std::move(stop))};
    const bool wide = !wishes.image.isEmpty() || !wishes.qr.isEmpty();
    const auto found =
        pdf::placeMark(page.shownWidth(), page.shownHeight(), occupied, markWidth + (wide ? withCode : 0), markHeight);
    if (!found)
        return fail(ErrorCode::PdfForbids, {}, QStringLiteral("the marks on the last page leave no room"));
    made.mark.page = number;
    made.mark.area = found->area;
    made.overText = found->overText;
    return {};
}

/// None when the worker cannot read them: then the mark stands at the foot of the page.
std::vector<pdf::Rect> MarkMaker::textOn(const QByteArray& file, int page, double height, std::stop_token stop)
{
    const auto text = m_parts.renderer.text(rendering::PageSource::ofBytes(file, Sha256::of(file)), page - 1, stop);
    std::vector<pdf::Rect> boxes;
    if (text)
        for (const rendering::TextWord& word : text->words)
            boxes.push_back(
                {word.box.x(), height - word.box.y() - word.box.height(), word.box.width(), word.box.height()});
    return boxes;
}

Result<MarkPreview> MarkMaker::preview(const QByteArray& file, const QString& signerName, const MarkWishes& wishes,
                                       QSize fit, std::stop_token stop)
{
    const auto made = make(file, signerName, wishes, stop);
    const auto font = m_parts.font();
    if (!made || !font)
        return fail(made ? font.error() : made.error());
    QBuffer from;
    from.setData(file);
    from.open(QIODevice::ReadOnly);
    QBuffer to;
    to.open(QIODevice::WriteOnly);
    const pdf::Mark& mark = made->mark;
    if (const Done drawn = pdf::previewMark(from, to, *font, mark); !drawn)
        return fail(drawn.error());
    const auto picture = m_parts.renderer.render(rendering::PageSource::ofBytes(to.data(), Sha256::of(to.data())),
                                                 {.page = mark.page - 1, .fit = fit}, std::move(stop));
    if (!picture)
        return fail(picture.error());
    const QRectF area(mark.area.x, made->pageSize.height() - mark.area.y - mark.area.height, mark.area.width,
                      mark.area.height);
    return MarkPreview{*picture,      made->pageSize, {mark.page, area}, made->pages, !made->fieldName.isEmpty(),
                       made->overText};
}

} // namespace diakinisi::desk
