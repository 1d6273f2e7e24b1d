#include "imaging/page_edge.h"

#include <algorithm>

namespace diakinisi::imaging {

namespace {

constexpr int darkParts = 60;  ///< percent of the paper's level: darker is background
constexpr int paperParts = 55; ///< percent of a line that must be paper for it to belong to the sheet

bool isPaper(std::uint8_t value, int level)
{
    return value * 100 > level * darkParts;
}

/// How much of a row, or column, between two bounds is paper, in percent.
int paperInRow(const Plane& page, int level, int y, int from, int to)
{
    int count = 0;
    for (int x = from; x < to; ++x)
        count += isPaper(page.row(y)[x], level) ? 1 : 0;
    return count * 100 / std::max(1, to - from);
}

int paperInColumn(const Plane& page, int level, int x, int from, int to)
{
    int count = 0;
    for (int y = from; y < to; ++y)
        count += isPaper(page.row(y)[x], level) ? 1 : 0;
    return count * 100 / std::max(1, to - from);
}

} // namespace

QRect findSheet(const Plane& page, int level)
{
    const QRect whole(0, 0, page.width, page.height);
    int left = 0;
    int right = page.width;
    int top = 0;
    int bottom = page.height;
    // Twice: a sheet that fills half of the picture only stands out once the other borders have gone.
    for (int pass = 0; pass < 2; ++pass) {
        const int least = pass == 0 ? paperParts / 2 : paperParts;
        while (top < bottom && paperInRow(page, level, top, left, right) < least)
            ++top;
        while (bottom > top && paperInRow(page, level, bottom - 1, left, right) < least)
            --bottom;
        while (left < right && paperInColumn(page, level, left, top, bottom) < least)
            ++left;
        while (right > left && paperInColumn(page, level, right - 1, top, bottom) < least)
            --right;
    }
    const QRect sheet(left, top, right - left, bottom - top);
    const bool enough = std::int64_t{3} * sheet.width() * sheet.height() > std::int64_t{1} * page.width * page.height;
    return enough ? sheet : whole;
}

} // namespace diakinisi::imaging
