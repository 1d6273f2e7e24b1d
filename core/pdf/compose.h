#pragma once
#include "base/result.h"
#include "base/time.h"

#include <QByteArray>
#include <QString>

#include <vector>

class QIODevice;

namespace diakinisi::pdf {

/// One page of a scan: a whole JPEG or PNG file. The pixels are taken over as they are, never encoded anew, unless a
/// PNG has transparency (laid on white). Interlaced PNG is not taken.
struct PageImage {
    QByteArray file;
    double dpi = 300; ///< gives the page its size
    int rotation = 0; ///< 0, 90, 180, 270 clockwise: how the page is to be shown
};

struct ComposeOptions {
    QString title;
    QString language = QStringLiteral("el");
    Instant created;
};

/// Makes a PDF of the images, one a page. ImageUnreadable (subject: the image's place, from 1), FieldInvalid (dpi),
/// FieldMissing (no image), FileUnwritable.
Done composePages(const std::vector<PageImage>& images, QIODevice& to, const ComposeOptions& options);

} // namespace diakinisi::pdf
