#include "imaging/rotate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace diakinisi::imaging {

namespace {

constexpr int fractionBits = 16;
constexpr std::int64_t one = std::int64_t{1} << fractionBits;
constexpr int weightBits = 8;

/// Where a row's pixels come from: start and step in 1/65536 of a pixel.
struct Walk {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t stepX = 0;
    std::int64_t stepY = 0;
};

/// The pixels of the row whose sources, and the neighbours that they are mixed with, lie within the image.
std::pair<int, int> inside(const Walk& walk, int count, QSize source)
{
    int first = 0;
    int last = count;
    const auto within = [&](int i) {
        const std::int64_t x = (walk.x + walk.stepX * i) >> fractionBits;
        const std::int64_t y = (walk.y + walk.stepY * i) >> fractionBits;
        return x >= 0 && y >= 0 && x + 1 < source.width() && y + 1 < source.height();
    };
    while (first < last && !within(first))
        ++first;
    while (last > first && !within(last - 1))
        --last;
    return {first, last};
}

void grayRow(const QImage& image, Walk walk, uchar* to, int first, int last)
{
    const uchar* const bits = image.constBits();
    const std::int64_t stride = image.bytesPerLine();
    walk.x += walk.stepX * first;
    walk.y += walk.stepY * first;
    for (int i = first; i < last; ++i, walk.x += walk.stepX, walk.y += walk.stepY) {
        const uchar* const at = bits + (walk.y >> fractionBits) * stride + (walk.x >> fractionBits);
        const int wx = static_cast<int>(walk.x >> (fractionBits - weightBits)) & 255;
        const int wy = static_cast<int>(walk.y >> (fractionBits - weightBits)) & 255;
        const int upper = at[0] * (256 - wx) + at[1] * wx;
        const int lower = at[stride] * (256 - wx) + at[stride + 1] * wx;
        to[i] = static_cast<uchar>((upper * (256 - wy) + lower * wy + 32'768) >> 16);
    }
}

/// Two channels at a time, each in the lower half of 32 bits.
std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t weight)
{
    constexpr std::uint32_t pair = 0x00FF00FF;
    const std::uint32_t odd = ((a & pair) * (256 - weight) + (b & pair) * weight) >> 8 & pair;
    const std::uint32_t even = ((a >> 8 & pair) * (256 - weight) + (b >> 8 & pair) * weight) & ~pair;
    return odd | even;
}

void colourRow(const QImage& image, Walk walk, QRgb* to, int first, int last)
{
    const auto* const bits = reinterpret_cast<const QRgb*>(image.constBits());
    const std::int64_t stride = image.bytesPerLine() / 4;
    walk.x += walk.stepX * first;
    walk.y += walk.stepY * first;
    for (int i = first; i < last; ++i, walk.x += walk.stepX, walk.y += walk.stepY) {
        const QRgb* const at = bits + (walk.y >> fractionBits) * stride + (walk.x >> fractionBits);
        const auto wx = static_cast<std::uint32_t>(walk.x >> (fractionBits - weightBits)) & 255;
        const auto wy = static_cast<std::uint32_t>(walk.y >> (fractionBits - weightBits)) & 255;
        to[i] = mixed(mixed(at[0], at[1], wx), mixed(at[stride], at[stride + 1], wx), wy) | 0xFF000000;
    }
}

} // namespace

QImage rotated(const QImage& image, double degrees)
{
    QImage result(image.size(), image.format());
    if (result.isNull())
        return result;
    result.setDotsPerMeterX(image.dotsPerMeterX());
    result.setDotsPerMeterY(image.dotsPerMeterY());
    const bool gray = image.format() == QImage::Format_Grayscale8;
    const double angle = degrees * std::numbers::pi / 180;
    const double sine = std::sin(angle);
    const double cosine = std::cos(angle);
    const double middleX = (image.width() - 1) / 2.0;
    const double middleY = (image.height() - 1) / 2.0;
    for (int y = 0; y < image.height(); ++y) {
        const double dy = y - middleY;
        const auto fixed = [](double value) { return static_cast<std::int64_t>(std::floor(value * double{one})); };
        const Walk walk{fixed(middleX - middleX * cosine + dy * sine), fixed(middleY + middleX * sine + dy * cosine),
                        fixed(cosine), fixed(-sine)};
        const auto [first, last] = inside(walk, image.width(), image.size());
        uchar* const line = result.scanLine(y);
        std::fill_n(line, result.bytesPerLine(), uchar{255});
        if (gray)
            grayRow(image, walk, line, first, last);
        else
            colourRow(image, walk, reinterpret_cast<QRgb*>(line), first, last);
    }
    return result;
}

} // namespace diakinisi::imaging
