#pragma once
#include "imaging/planes.h"

namespace diakinisi::imaging {

/// How bright the bare paper is in each part of a page: text and lines are not paper, a shadow at the fold or a
/// yellowed sheet is. One value for each `cell` x `cell` pixels of the plane that it was measured on.
struct Paper {
    static constexpr int cell = 16;

    Plane cells;
    int level = 255; ///< of the whole page, the median of the cells

    /// At a place of the measured plane, between the cells' middles as it falls.
    int at(int x, int y) const;
    /// Along a row of `width` pixels of a page `factor` times as large; the row's buffer is the caller's.
    void along(int y, int factor, std::vector<std::uint8_t>& levels) const;
};

/// From a page at 50 to 100 dpi. A part without any paper (a photograph) takes the level of its neighbours.
Paper measurePaper(const Plane& page);

/// Where there is ink: darker than `share` (0..1) of the paper around it. 1 for ink.
Plane inkOf(const Plane& page, const Paper& paper, double share);

/// The page with its paper white: each pixel is brightened as much as its paper needs, so writing keeps its contrast
/// and colours their hue. `factor`: the reduction at which the paper was measured. Grayscale8 and RGB32, the same
/// again.
QImage whitened(const QImage& image, const Paper& paper, int factor);

} // namespace diakinisi::imaging
