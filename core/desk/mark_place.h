#pragma once
#include "base/result.h"
#include "desk/signer.h"
#include "pdf/pages.h"

#include <functional>
#include <optional>

class QIODevice;

namespace diakinisi::desk {

/// Where a mark will stand in one file.
struct MarkRoom {
    int page = 1; ///< counted from 1
    pdf::Rect area;
    QString fieldName;     ///< of an empty signature field that waits in the file; a new field when empty
    bool overText = false; ///< no free spot was found
    int pages = 0;
    QSizeF pageSize; ///< as shown, points
};

/// The words' boxes on a page (from 1) that is so high: as shown, origin bottom left. Empty where they are not known.
using WordsOnPage = std::function<std::vector<pdf::Rect>(int page, double height)>;

/// The place drawn by hand, else an empty signature field, else beside the marks that are there, else below the end of
/// the last page's text. `wide`: the mark has an image or a code. NotPdf, PdfBroken, PdfEncrypted, PdfForbids (other
/// marks leave no room), FieldInvalid (the drawn place is not on the page).
Result<MarkRoom> findMarkRoom(QIODevice& file, const std::optional<MarkSpot>& spot, bool wide,
                              const WordsOnPage& wordsOn);

} // namespace diakinisi::desk
