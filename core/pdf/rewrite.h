#pragma once
#include "pdf/document.h"

#include <stop_token>

namespace diakinisi::pdf {

struct Rewritten {
    int pages = 0;
    int lost = 0; ///< objects that the damaged file names but that could not be read
};

/// Writes a file whose cross-reference is damaged anew, all objects as they are, with one cross-reference table; needs
/// the consent of whoever the file belongs to. Streams: memory grows with the number of objects, not with their data.
/// PdfForbids when the file carries a signature (it would no longer hold), PdfEncrypted, PdfBroken (nothing to go by,
/// or a page is lost), NotPdf, LimitExceeded (offsets of more than ten digits), Cancelled, FileUnreadable,
/// FileUnwritable.
Result<Rewritten> rewritePdf(QIODevice& from, QIODevice& to, std::stop_token stop = {});

} // namespace diakinisi::pdf
