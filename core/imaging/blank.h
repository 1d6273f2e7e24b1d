#pragma once
#include "imaging/planes.h"

namespace diakinisi::imaging {

/// Is there nothing on the page that anybody wrote or printed? `ink` comes from a page at `dpi` 50 to 100, taken so
/// dark that what shows through from the other side does not count. Specks of dust, punch holes, and the sheet's edges
/// with their shadows are nothing; a lone page number is something.
bool isBlank(const Plane& ink, double dpi);

} // namespace diakinisi::imaging
