#include "imaging/blank.h"

#include "imaging/blobs.h"

#include <algorithm>

namespace diakinisi::imaging {

namespace {

constexpr double millimetresAnInch = 25.4;
constexpr double edge = 7;      ///< millimetres: staples, shadows, the feeder's marks
constexpr double holeZone = 22; ///< from a side of the sheet
constexpr double smallestHole = 3.5;
constexpr double largestHole = 9;
constexpr double speck = 0.9;       ///< the largest side of a grain of dust
constexpr double writtenArea = 1.5; ///< square millimetres of ink: less than a single digit has

bool isHole(const Blob& blob, QSizeF sheet, double toMillimetres)
{
    const double width = blob.box.width() * toMillimetres;
    const double height = blob.box.height() * toMillimetres;
    const double x = (blob.box.center().x() + 0.5) * toMillimetres;
    const double y = (blob.box.center().y() + 0.5) * toMillimetres;
    const double fromSide = std::min({x, y, sheet.width() - x, sheet.height() - y});
    const double filled = static_cast<double>(blob.pixels) / (blob.box.width() * blob.box.height());
    return fromSide < holeZone && std::min(width, height) >= smallestHole && std::max(width, height) <= largestHole &&
           std::max(width, height) < 1.4 * std::min(width, height) && filled > 0.6;
}

} // namespace

bool isBlank(const Plane& ink, double dpi)
{
    const double toMillimetres = millimetresAnInch / dpi;
    const QSizeF sheet(ink.width * toMillimetres, ink.height * toMillimetres);
    double area = 0;
    for (const Blob& blob : blobsOf(ink)) {
        const QPointF middle = QPointF(blob.box.center()) * toMillimetres;
        const double fromEdge =
            std::min({middle.x(), middle.y(), sheet.width() - middle.x(), sheet.height() - middle.y()});
        const double side = std::max(blob.box.width(), blob.box.height()) * toMillimetres;
        const bool alongEdge = side > 30 && (blob.box.left() <= 2 || blob.box.top() <= 2 ||
                                             blob.box.right() + 3 >= ink.width || blob.box.bottom() + 3 >= ink.height);
        if (side <= speck || fromEdge < edge || alongEdge || isHole(blob, sheet, toMillimetres))
            continue;
        area += blob.pixels * toMillimetres * toMillimetres;
        if (area >= writtenArea)
            return false;
    }
    return true;
}

} // namespace diakinisi::imaging
