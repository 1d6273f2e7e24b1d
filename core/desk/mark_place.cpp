#include "desk/mark_place.h"

#include "pdf/mark.h"
#include "pdf/place_mark.h"

namespace diakinisi::desk {

namespace {

constexpr double markWidth = 190; // points
constexpr double markHeight = 62;
constexpr double withPicture = 40; ///< wider by this with an image or a code

Result<MarkRoom> asDrawn(const std::vector<pdf::Page>& pages, const MarkSpot& spot, MarkRoom room)
{
    if (spot.page < 1 || spot.page > room.pages)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("page"));
    const pdf::Page& page = pages[static_cast<std::size_t>(spot.page) - 1];
    room.page = spot.page;
    room.pageSize = {page.shownWidth(), page.shownHeight()};
    room.area = {spot.area.x(), page.shownHeight() - spot.area.bottom(), spot.area.width(), spot.area.height()};
    if (!pdf::fitsOnPage(page, room.area))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
    return room;
}

} // namespace

Result<MarkRoom> findMarkRoom(QIODevice& file, const std::optional<MarkSpot>& spot, bool wide,
                              const WordsOnPage& wordsOn)
{
    const auto document = pdf::Document::open(file);
    const auto pages = document ? pdf::readPages(*document) : fail(document.error());
    if (!pages)
        return fail(pages.error());
    MarkRoom room;
    room.pages = static_cast<int>(pages->size());
    if (spot)
        return asDrawn(*pages, *spot, room);
    if (const auto waiting = pdf::findEmptySignatureField(*document, *pages)) {
        const pdf::Page& page = (*pages)[static_cast<std::size_t>(waiting->page) - 1];
        room.fieldName = waiting->name;
        room.page = waiting->page;
        room.area = waiting->area;
        room.pageSize = {page.shownWidth(), page.shownHeight()};
        return room;
    }
    const pdf::Page& page = pages->back();
    const pdf::Occupied occupied{pdf::annotationsOn(*document, page), wordsOn(room.pages, page.shownHeight())};
    const auto found = pdf::placeMark(page.shownWidth(), page.shownHeight(), occupied,
                                      markWidth + (wide ? withPicture : 0), markHeight);
    if (!found)
        return fail(ErrorCode::PdfForbids, {}, QStringLiteral("the marks on the last page leave no room"));
    room.page = room.pages;
    room.pageSize = {page.shownWidth(), page.shownHeight()};
    room.area = found->area;
    room.overText = found->overText;
    return room;
}

} // namespace diakinisi::desk
