#pragma once
#include "imaging/planes.h"

#include <QRect>

namespace diakinisi::imaging {

/// Where the sheet lies in a picture whose background is clearly darker than the paper (a feeder's black, a table under
/// a photographed page): upright, shadows and frayed edges left out. The whole picture where there is no such border,
/// or where what would be left is less than a third of it. `page` at 50 to 100 dpi.
QRect findSheet(const Plane& page, int paperLevel);

} // namespace diakinisi::imaging
