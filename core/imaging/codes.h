#pragma once
#include "base/result.h"

#include <QImage>
#include <QRectF>

#include <vector>

namespace diakinisi::imaging {

enum class CodeKind { Qr, Barcode };

/// A code printed on a page.
struct PageCode {
    CodeKind kind = CodeKind::Qr;
    QString text;
    QRectF box; ///< in parts (0..1) of the picture

    friend bool operator==(const PageCode&, const PageCode&) = default;
};

/// All QR codes and barcodes (Code 128, Code 39, EAN, ITF, Data Matrix, PDF417 ...) on a page, at any angle. The
/// library behind it is known to codes_<library>.cpp only.
std::vector<PageCode> readCodes(const QImage& image);

/// A code as a picture (Grayscale8, black on white, with the quiet zone that the standard asks for), `module` pixels
/// the smallest bar or square: QR (ISO/IEC 18004, error correction M) or Code 128 (ISO/IEC 15417). FieldInvalid for a
/// text that the code cannot hold.
Result<QImage> makeCode(CodeKind kind, const QString& text, int module);

} // namespace diakinisi::imaging
