#pragma once
#include "pdf/pages.h"

#include <QStringList>

namespace diakinisi::pdf {

/// What a file says and holds, without judging it.
struct PdfInfo {
    QString version;
    bool encrypted = false; ///< then only version and length of the file are known
    std::int64_t length = 0;
    std::vector<Page> pages;
    QString title;
    QString pdfaClaim; ///< "2b" from the XMP metadata; empty when it claims none. A claim, not a finding
    int revisions = 0;
    int signatureFields = 0;
    int signatures = 0;
    QStringList attachments;
    QStringList activeContent; ///< "JavaScript", "Launch", "OpenAction" ...: where found
};

/// NotPdf, PdfBroken, FileUnreadable.
Result<PdfInfo> readInfo(QIODevice& file);

} // namespace diakinisi::pdf
