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

/// Writes a print copy: the stamp drawn on top of the page. Signatures in the copy no longer cover it: it is for paper
/// only. PdfEncrypted, PdfBroken, NotPdf.
Done stampPrintCopy(QIODevice& from, QIODevice& to, const Font& font, const StampOptions& options);

} // namespace diakinisi::pdf
