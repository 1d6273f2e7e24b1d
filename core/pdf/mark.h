#pragma once
#include "pdf/font.h"
#include "pdf/incremental_update.h"
#include "pdf/pages.h"

#include <QStringList>

namespace diakinisi::pdf {

/// What is seen of a signature on the page. The lines come from the caller in his language: a heading, the name (set
/// stronger), then capacity, date and time, reason, place.
struct Mark {
    int page = 1; ///< counted from 1
    Rect area{};  ///< as shown, origin bottom left, points
    QStringList lines{};
    QByteArray image{}; ///< a JPEG or PNG file: emblem or written signature; may be empty
    QString qr{};       ///< text of a QR code; none when empty
};

/// Checks what does not depend on the file: ImageUnreadable, FieldInvalid (qr), FieldMissing (nothing to show).
Done checkMark(const Mark& mark);

/// A form XObject (for an appearance) that shows the mark upright in a box of this size on a page so turned. The text
/// shrinks until it fits; what cannot be drawn (see checkMark) is left out.
Ref addMark(IncrementalUpdate& update, const Font& font, const Mark& mark, double width, double height,
            int pageRotation);

/// A copy of the file with the mark drawn where it would stand, as an annotation without a signature: for showing
/// before the PIN is asked. FieldInvalid (page, area) and the errors of checkMark and Document::open.
Done previewMark(QIODevice& from, QIODevice& to, const Font& font, const Mark& mark);
/// The mark alone: a PDF file of one page of the mark's size.
Result<QByteArray> previewMark(const Font& font, const Mark& mark);

/// Is it large enough to read and does it lie on the page as shown?
bool fitsOnPage(const Page& page, const Rect& area);

} // namespace diakinisi::pdf
