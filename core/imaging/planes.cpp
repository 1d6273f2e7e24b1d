#include "imaging/planes.h"

#include <algorithm>

namespace diakinisi::imaging {

namespace {

constexpr int mostReduction = 16;

/// Adds a row's bytes, `factor` of them to one sum. The count is known to the compiler where it is one of the usual.
template <int fixed>
void addGrayOf(const uchar* line, int factor, std::vector<std::uint32_t>& sums)
{
    const int count = fixed > 0 ? fixed : factor;
    for (std::uint32_t& sum : sums) {
        std::uint32_t part = 0;
        for (int i = 0; i < count; ++i)
            part += line[i];
        sum += part;
        line += count;
    }
}

void addGray(const uchar* line, int factor, std::vector<std::uint32_t>& sums)
{
    if (factor == 2)
        addGrayOf<2>(line, factor, sums);
    else if (factor == 4)
        addGrayOf<4>(line, factor, sums);
    else
        addGrayOf<0>(line, factor, sums);
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
