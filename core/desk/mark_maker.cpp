#include "desk/mark_maker.h"

#include "desk/row_maker.h"

#include <QBuffer>

namespace diakinisi::desk {

using namespace domain;

QStringList MarkMaker::lines(const QString& signerName, const MarkWishes& wishes)
{
    const auto organisation = m_parts.organisation();
    const auto person = m_parts.store->person();
    const Person* signer = person ? organisation->person(*person) : nullptr;
    const DocumentWords& words = m_parts.settings.words;
    QStringList lines{words.signedBy, signerName, wishes.byOrder ? words.byOrder : QString(),
                      signer ? signer->title : QString(),
                      localTime(m_parts.officialNow(), *organisation).toString(QStringLiteral("dd/MM/yyyy HH:mm:ss"))};
    if (!wishes.reason.isEmpty())
        lines += words.reasonLabel + u' ' + wishes.reason;
    if (!wishes.place.isEmpty())
        lines += words.placeLabel + u' ' + wishes.place;
    lines.removeAll(QString());
    return lines;
}

QString markCode(const Document& document, const Organisation& organisation)
{
    const Registration& registration = document.registration;
    QStringList facts{organisation.name};
    if (registration.number)
        facts << display(*registration.number);
    if (registration.legalTime)
        facts << display(*registration.legalTime);
    facts << document.id.toString();
    return facts.join(u'\n');
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
    QBuffer device;
    device.setData(file);
    device.open(QIODevice::ReadOnly);
    const auto words = [&](int page, double height) { return textOn(file, page, height, stop); };
    auto room = findMarkRoom(device, wishes.spot, !wishes.image.isEmpty() || !wishes.qr.isEmpty(), words);
    if (!room)
        return fail(room.error());
    made.mark.page = room->page;
    made.mark.area = room->area;
    made.room = std::move(*room);
    return made;
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
    const MarkRoom& room = made->room;
    const QRectF area(mark.area.x, room.pageSize.height() - mark.area.y - mark.area.height, mark.area.width,
                      mark.area.height);
    return MarkPreview{*picture,     room.pageSize, {mark.page, area}, room.pages, !room.fieldName.isEmpty(),
                       room.overText};
}

} // namespace diakinisi::desk
