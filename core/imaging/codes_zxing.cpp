#include "imaging/adjust.h"
#include "imaging/codes.h"

#include <QPolygonF>

#include <ZXing/ReadBarcode.h>

namespace diakinisi::imaging {

namespace {

QRectF boxOf(const ZXing::Position& position, QSize of)
{
    QPolygonF corners;
    for (const ZXing::PointI corner : position)
        corners << QPointF(static_cast<double>(corner.x) / of.width(), static_cast<double>(corner.y) / of.height());
    return corners.boundingRect();
}

} // namespace

std::vector<PageCode> readCodes(const QImage& image)
{
    const QImage gray = toGray(image);
    if (gray.isNull())
        return {};
    std::vector<PageCode> codes;
    try {
        const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum,
                                    static_cast<int>(gray.bytesPerLine()));
        for (const ZXing::Result& found : ZXing::ReadBarcodes(view)) {
            if (!found.isValid())
                continue;
            const bool qr = (ZXing::BarcodeFormats(ZXing::BarcodeFormat::QRCode) | ZXing::BarcodeFormat::MicroQRCode)
                                .testFlag(found.format());
            codes.push_back({qr ? CodeKind::Qr : CodeKind::Barcode, QString::fromStdWString(found.text()),
                             boxOf(found.position(), gray.size())});
        }
    } catch (const std::exception&) { // a picture that the library stumbles over has no code that it can read
        return codes;
    }
    return codes;
}

} // namespace diakinisi::imaging
