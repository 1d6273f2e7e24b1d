#include "imaging/page_likeness.h"

#include "imaging/adjust.h"
#include "imaging/paper.h"

#include <QRect>

#include <cmath>

namespace diakinisi::imaging {

namespace {

constexpr int workingWidth = 600; ///< pixels: an A4 page at about 70 dots an inch
constexpr double inkShare = 0.75; ///< of the paper's brightness
constexpr int shapeUnit = 100;    ///< of a square
constexpr int otherShape = 6;     ///< more than skew and dust make of the same paper
constexpr int leastInk = 3;       ///< dots of ink in a row or column that is more than dust

Plane inkPlane(const QImage& page)
{
    const QImage gray = toGray(page);
    const int factor = qBound(1, gray.width() / workingWidth, 16);
    const Plane plane = reduced(gray, factor);
    return inkOf(plane, measurePaper(plane), inkShare);
}

/// The first and the last of these counts that are more than dust.
std::pair<int, int> extent(const std::vector<int>& counts)
{
    int first = 0;
    int last = static_cast<int>(counts.size()) - 1;
    while (first <= last && counts[static_cast<std::size_t>(first)] < leastInk)
        ++first;
    while (last >= first && counts[static_cast<std::size_t>(last)] < leastInk)
        --last;
    return {first, last};
}

/// Around all ink, so that a page that lies elsewhere on the glass is found there.
QRect inked(const Plane& ink)
{
    std::vector<int> columns(static_cast<std::size_t>(ink.width));
    std::vector<int> rows(static_cast<std::size_t>(ink.height));
    // The outermost hundredth is the sheet's edge with its shadow.
    const int edge = ink.width / 100 + 1;
    for (int y = edge; y < ink.height - edge; ++y)
        for (int x = edge; x < ink.width - edge; ++x)
            if (ink.row(y)[x] != 0) {
                ++columns[static_cast<std::size_t>(x)];
                ++rows[static_cast<std::size_t>(y)];
            }
    const auto [left, right] = extent(columns);
    const auto [top, bottom] = extent(rows);
    return {QPoint(left, top), QPoint(right, bottom)};
}

/// A blurred neighbour counts a little: half a cell of shift must not matter.
std::vector<double> smoothed(const std::vector<double>& cells)
{
    std::vector<double> result(cells.size());
    for (int y = 0; y < PageMark::rows; ++y)
        for (int x = 0; x < PageMark::columns; ++x) {
            double sum = 0;
            double weight = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) {
                    const int nx = x + dx;
                    const int ny = y + dy;
                    if (nx < 0 || ny < 0 || nx >= PageMark::columns || ny >= PageMark::rows)
                        continue;
                    const double share = (dx == 0 ? 2 : 1) * (dy == 0 ? 2 : 1);
                    sum += share * cells[static_cast<std::size_t>(ny * PageMark::columns + nx)];
                    weight += share;
                }
            result[static_cast<std::size_t>(y * PageMark::columns + x)] = sum / weight;
        }
    return result;
}

} // namespace

PageMark markOf(const QImage& page)
{
    if (page.width() < 300 || page.height() < 300)
        return {};
    const Plane ink = inkPlane(page);
    const QRect part = inked(ink);
    if (part.width() < PageMark::columns || part.height() < PageMark::rows / 2)
        return {};
    std::vector<double> cells(static_cast<std::size_t>(PageMark::columns * PageMark::rows));
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x) {
            const int column = (x - part.left()) * PageMark::columns / part.width();
            const int row = (y - part.top()) * PageMark::rows / part.height();
            cells[static_cast<std::size_t>(row * PageMark::columns + column)] += ink.row(y)[x];
        }
    const double whole = double(part.width()) * part.height() / double(cells.size());
    PageMark mark;
    mark.cells.reserve(static_cast<qsizetype>(cells.size()));
    for (const double cell : smoothed(cells))
        mark.cells.append(static_cast<char>(qBound(0, qRound(std::sqrt(cell / whole) * 255), 255)));
    mark.cells.append(static_cast<char>(qBound(0, part.height() * shapeUnit / part.width(), 255)));
    return mark;
}

double likeness(const PageMark& a, const PageMark& b)
{
    if (a.cells.size() != PageMark::size || b.cells.size() != PageMark::size)
        return 0;
    const auto shape = [](const PageMark& mark) { return int{static_cast<unsigned char>(mark.cells.back())}; };
    if (std::abs(shape(a) - shape(b)) > otherShape)
        return 0;
    const auto count = static_cast<double>(PageMark::size - 1);
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double both = 0;
    for (qsizetype i = 0; i < PageMark::size - 1; ++i) {
        const double x = static_cast<unsigned char>(a.cells[i]);
        const double y = static_cast<unsigned char>(b.cells[i]);
        sumA += x;
        sumB += y;
        squaresA += x * x;
        squaresB += y * y;
        both += x * y;
    }
    const double spread = std::sqrt((squaresA - sumA * sumA / count) * (squaresB - sumB * sumB / count));
    return spread <= 0 ? 0 : std::max(0.0, (both - sumA * sumB / count) / spread);
}

} // namespace diakinisi::imaging
