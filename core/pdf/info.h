#pragma once
#include "pdf/pages.h"

#include <QStringList>

namespace diakinisi::pdf {

/// What a file says and holds, without judging it.
struct PdfInfo {
    QString version;
    bool encrypted = false;
    QString locked{};      ///< why it cannot be read (then only version and length are known); empty when it can
    bool repaired = false; ///< its cross-reference is damaged: readable, but nothing can be appended to it
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
