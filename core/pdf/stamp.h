#pragma once
#include "pdf/font.h"
#include "pdf/pages.h"

#include <QStringList>

namespace diakinisi::pdf {

enum class StampPlace { TopRight, TopLeft, BottomRight, BottomLeft };

struct StampOptions {
    QStringList lines{}; ///< number, date, ... one line each
    StampPlace place = StampPlace::TopRight;
    double fontSize = 10;
    bool allPages = false; ///< else the first
};

/// Writes a print copy: the file written anew with the stamp drawn on top of the page. Signatures no longer hold in the
/// copy: it is for paper only. The whole file is held in memory. FieldMissing (no line), PdfEncrypted, PdfBroken,
/// NotPdf, LimitExceeded (more packed in the file than is unpacked for anybody), FileTooLarge, FileUnwritable.
Done stampPrintCopy(QIODevice& from, QIODevice& to, const Font& font, const StampOptions& options);

} // namespace diakinisi::pdf
