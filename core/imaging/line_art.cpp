#include "imaging/line_art.h"

#include "imaging/adjust.h"
#include "imaging/blobs.h"

#include <algorithm>

namespace diakinisi::imaging {

namespace {

constexpr int inkParts = 62; ///< percent of the paper's level: darker is ink
constexpr int speckSide = 3;

QImage emptyLineArt(const QImage& like)
{
    QImage result(like.size(), QImage::Format_Mono);
    if (result.isNull())
        return result;
    result.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    result.setDotsPerMeterX(like.dotsPerMeterX());
    result.setDotsPerMeterY(like.dotsPerMeterY());
    return result;
}

/// Packs a row: a set bit is white.
template <class IsWhite>
void pack(uchar* to, int width, IsWhite isWhite)
{
    for (int x = 0; x < width; x += 8) {
        unsigned bits = 0;
        for (int i = 0; i < 8; ++i)
            bits = bits << 1 | (x + i >= width || isWhite(x + i) ? 1U : 0U);
        to[x / 8] = static_cast<uchar>(bits);
    }
}

} // namespace

bool isBlackAndWhite(const QImage& image)
{
    if (image.format() != QImage::Format_Grayscale8)
        return image.depth() == 1;
    for (int y = 0; y < image.height(); ++y) {
        const uchar* const line = image.constScanLine(y);
        const bool all = std::all_of(line, line + image.width(), [](uchar v) { return v == 0 || v == 255; });
        if (!all)
            return false;
    }
    return true;
}

QImage toLineArt(const QImage& image, const Paper& paper, int factor)
{
    const QImage gray = toGray(image);
    QImage result = emptyLineArt(gray);
    std::vector<std::uint8_t> levels(static_cast<std::size_t>(gray.width()));
    for (int y = 0; y < result.height(); ++y) {
        paper.along(y, factor, levels);
        const uchar* const line = gray.constScanLine(y);
        pack(result.scanLine(y), gray.width(),
             [&](int x) { return line[x] * 100 >= levels[static_cast<std::size_t>(x)] * inkParts; });
    }
    return result;
}

QImage toLineArt(const QImage& image)
{
    if (image.format() == QImage::Format_Mono)
        return image;
    const QImage gray = toGray(image);
    QImage result = emptyLineArt(gray);
    for (int y = 0; y < result.height(); ++y) {
        const uchar* const line = gray.constScanLine(y);
        pack(result.scanLine(y), gray.width(), [line](int x) { return line[x] >= 128; });
    }
    return result;
}

QImage despeckled(const QImage& lineArt)
{
    Plane ink(lineArt.width(), lineArt.height());
    for (int y = 0; y < ink.height; ++y) {
        const uchar* const line = lineArt.constScanLine(y);
        for (int x = 0; x < ink.width; ++x)
            ink.row(y)[x] = (line[x / 8] >> (7 - x % 8) & 1) == 0 ? 1 : 0;
    }
    QImage result = lineArt;
    for (const Blob& blob : blobsOf(ink)) {
        if (blob.box.width() > speckSide || blob.box.height() > speckSide)
            continue;
        for (int y = blob.box.top(); y <= blob.box.bottom(); ++y)
            for (int x = blob.box.left(); x <= blob.box.right(); ++x)
                result.scanLine(y)[x / 8] |= static_cast<uchar>(0x80 >> (x % 8));
    }
    return result;
}

} // namespace diakinisi::imaging
