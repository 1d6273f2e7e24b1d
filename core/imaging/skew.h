#pragma once
#include "imaging/planes.h"

namespace diakinisi::imaging {

/// How far a page's lines are from level.
struct Skew {
    static constexpr double most = 10; ///< degrees either way; what lies more than that is not found

    double degrees = 0;    ///< to be turned clockwise by that much to be level
    double confidence = 0; ///< 0..1; below 0.3 the page has no lines that say anything
};

/// From where there is ink (1) on a page at 100 to 150 dpi: the angle at which the letters' lower edges fall best into
/// lines. Good to 0.05 degrees on a page of text.
Skew findSkew(const Plane& ink);

} // namespace diakinisi::imaging
