#include "imaging/paper.h"

#include <algorithm>
#include <array>

namespace diakinisi::imaging {

namespace {

constexpr int darkestPaper = 90; ///< below that, a cell's brightest is no paper
constexpr double lift = 1.04;    ///< so that the paper's grain goes to white as well
constexpr int gainOne = 256;     ///< gains are in 1/256
constexpr int mostGain = 3 * gainOne;

/// The level that an eighth of the cell's pixels are brighter than.
int brightLevel(const Plane& page, int left, int top)
{
    std::array<int, 256> histogram{};
    const int right = std::min(left + Paper::cell, page.width);
    const int bottom = std::min(top + Paper::cell, page.height);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            ++histogram[page.row(y)[x]];
    int left8 = (right - left) * (bottom - top) / 8;
    int level = 255;
    while (level > 0 && (left8 -= histogram[static_cast<std::size_t>(level)]) >= 0)
        --level;
    return level;
}

int medianOf(std::vector<std::uint8_t> values)
{
    if (values.empty())
        return 255;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The median of the 3 x 3 around, so that a cell within a heading's thick letters follows its neighbours.
Plane smoothed(const Plane& cells)
{
    Plane result(cells.width, cells.height);
    for (int y = 0; y < cells.height; ++y)
        for (int x = 0; x < cells.width; ++x) {
            std::vector<std::uint8_t> around;
            for (int v = std::max(0, y - 1); v <= std::min(cells.height - 1, y + 1); ++v)
                for (int u = std::max(0, x - 1); u <= std::min(cells.width - 1, x + 1); ++u)
                    around.push_back(cells.row(v)[u]);
            result.row(y)[x] = static_cast<std::uint8_t>(medianOf(std::move(around)));
        }
    return result;
}

std::uint8_t brightened(int value, int gain)
{
    return static_cast<std::uint8_t>(std::min(255, (value * gain) >> 8));
}

/// What each paper level is to be multiplied by, in 1/256.
std::array<std::uint16_t, 256> gainTable()
{
    std::array<std::uint16_t, 256> gains{};
    for (std::size_t level = 0; level < gains.size(); ++level)
        gains[level] = static_cast<std::uint16_t>(
            std::clamp(static_cast<int>(255 * gainOne * lift / static_cast<double>(std::max<std::size_t>(1, level))),
                       gainOne, mostGain));
    return gains;
}

} // namespace

int Paper::at(int x, int y) const
{
    const int half = cell / 2;
    const int left = std::clamp((x - half) / cell, 0, cells.width - 1);
    const int top = std::clamp((y - half) / cell, 0, cells.height - 1);
    const int right = std::min(left + 1, cells.width - 1);
    const int bottom = std::min(top + 1, cells.height - 1);
    const int dx = std::clamp(x - half - left * cell, 0, cell);
    const int dy = std::clamp(y - half - top * cell, 0, cell);
    const int upper = cells.row(top)[left] * (cell - dx) + cells.row(top)[right] * dx;
    const int lower = cells.row(bottom)[left] * (cell - dx) + cells.row(bottom)[right] * dx;
    return (upper * (cell - dy) + lower * dy) / (cell * cell);
}

void Paper::along(int y, int factor, std::vector<std::uint8_t>& levels) const
{
    constexpr int step = 8; // the paper changes slowly: every eighth pixel is asked for
    const int width = static_cast<int>(levels.size());
    int before = at(0, y / factor);
    for (int x = 0; x < width; x += step) {
        const int next = at((x + step) / factor, y / factor);
        const int end = std::min(step, width - x);
        for (int i = 0; i < end; ++i)
            levels[static_cast<std::size_t>(x + i)] = static_cast<std::uint8_t>(before + (next - before) * i / step);
        before = next;
    }
}

Paper measurePaper(const Plane& page)
{
    Paper paper;
    paper.cells = Plane((page.width + Paper::cell - 1) / Paper::cell, (page.height + Paper::cell - 1) / Paper::cell);
    std::vector<std::uint8_t> bright;
    for (int y = 0; y < paper.cells.height; ++y)
        for (int x = 0; x < paper.cells.width; ++x) {
            const int level = brightLevel(page, x * Paper::cell, y * Paper::cell);
            paper.cells.row(y)[x] = static_cast<std::uint8_t>(level);
            if (level >= darkestPaper)
                bright.push_back(static_cast<std::uint8_t>(level));
        }
    paper.level = medianOf(std::move(bright));
    const int least = std::max(darkestPaper, paper.level * 6 / 10);
    for (std::uint8_t& level : paper.cells.bytes)
        level = level < least ? static_cast<std::uint8_t>(paper.level) : level;
    paper.cells = smoothed(paper.cells);
    return paper;
}

Plane inkOf(const Plane& page, const Paper& paper, double share)
{
    Plane ink(page.width, page.height);
    const int parts = static_cast<int>(share * 256);
    std::vector<std::uint8_t> levels(static_cast<std::size_t>(page.width));
    for (int y = 0; y < page.height; ++y) {
        paper.along(y, 1, levels);
        const std::uint8_t* const from = page.row(y);
        std::uint8_t* const to = ink.row(y);
        for (std::size_t x = 0; x < levels.size(); ++x)
            to[x] = from[x] * 256 < levels[x] * parts ? 1 : 0;
    }
    return ink;
}

QImage whitened(const QImage& image, const Paper& paper, int factor)
{
    QImage result(image.size(), image.format());
    if (result.isNull() || paper.cells.isEmpty())
        return image;
    result.setDotsPerMeterX(image.dotsPerMeterX());
    result.setDotsPerMeterY(image.dotsPerMeterY());
    const bool gray = image.format() == QImage::Format_Grayscale8;
    const auto gains = gainTable();
    std::vector<std::uint8_t> levels(static_cast<std::size_t>(image.width()));
    for (int y = 0; y < image.height(); ++y) {
        paper.along(y, factor, levels);
        const uchar* const from = image.constScanLine(y);
        uchar* const to = result.scanLine(y);
        for (std::size_t x = 0; gray && x < levels.size(); ++x)
            to[x] = brightened(from[x], gains[levels[x]]);
        for (std::size_t i = 0; !gray && i < levels.size() * 4; ++i)
            to[i] = brightened(from[i], gains[levels[i / 4]]);
    }
    return result;
}

} // namespace diakinisi::imaging
