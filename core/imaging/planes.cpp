#include "imaging/planes.h"

#include <algorithm>

namespace diakinisi::imaging {

namespace {

constexpr int mostReduction = 16;

/// Adds a row's bytes, `factor` of them to one sum.
void addGray(const uchar* line, int factor, std::vector<std::uint32_t>& sums)
{
    for (std::uint32_t& sum : sums) {
        for (int i = 0; i < factor; ++i)
            sum += line[i];
        line += factor;
    }
}

void addColour(const QRgb* line, int factor, std::vector<std::uint32_t>& sums)
{
    for (std::uint32_t& sum : sums) {
        for (int i = 0; i < factor; ++i)
            sum += static_cast<std::uint32_t>(qGray(line[i]));
        line += factor;
    }
}

} // namespace

Plane reduced(const QImage& image, int factor)
{
    factor = std::clamp(factor, 1, mostReduction);
    Plane plane(image.width() / factor, image.height() / factor);
    const bool gray = image.format() == QImage::Format_Grayscale8;
    const auto area = static_cast<std::uint32_t>(factor * factor);
    std::vector<std::uint32_t> sums(static_cast<std::size_t>(plane.width));
    for (int y = 0; y < plane.height; ++y) {
        std::fill(sums.begin(), sums.end(), area / 2);
        for (int i = 0; i < factor; ++i) {
            const uchar* const line = image.constScanLine(y * factor + i);
            if (gray)
                addGray(line, factor, sums);
            else
                addColour(reinterpret_cast<const QRgb*>(line), factor, sums);
        }
        std::transform(sums.begin(), sums.end(), plane.row(y),
                       [area](std::uint32_t sum) { return static_cast<std::uint8_t>(sum / area); });
    }
    return plane;
}

int reduction(double dpi, double wanted)
{
    return std::clamp(static_cast<int>(dpi / wanted), 1, mostReduction);
}

} // namespace diakinisi::imaging
