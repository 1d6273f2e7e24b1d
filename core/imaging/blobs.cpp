#include "imaging/blobs.h"

#include <algorithm>

namespace diakinisi::imaging {

namespace {

/// Takes the blob that `seed` belongs to out of `ink`.
Blob takeOut(Plane& ink, QPoint seed, std::vector<QPoint>& open)
{
    int left = seed.x();
    int right = left;
    int top = seed.y();
    int bottom = top;
    int pixels = 0;
    open.assign(1, seed);
    ink.row(seed.y())[seed.x()] = 0;
    while (!open.empty()) {
        const QPoint at = open.back();
        open.pop_back();
        ++pixels;
        left = std::min(left, at.x());
        right = std::max(right, at.x());
        bottom = std::max(bottom, at.y());
        top = std::min(top, at.y());
        for (int y = std::max(0, at.y() - 1); y <= std::min(ink.height - 1, at.y() + 1); ++y)
            for (int x = std::max(0, at.x() - 1); x <= std::min(ink.width - 1, at.x() + 1); ++x)
                if (std::uint8_t& pixel = ink.row(y)[x]; pixel != 0) {
                    pixel = 0;
                    open.emplace_back(x, y);
                }
    }
    return {QRect(QPoint(left, top), QPoint(right, bottom)), pixels};
}

} // namespace

std::vector<Blob> blobsOf(const Plane& ink)
{
    std::vector<Blob> blobs;
    std::vector<QPoint> open;
    Plane left = ink;
    for (int y = 0; y < left.height; ++y)
        for (int x = 0; x < left.width; ++x)
            if (left.row(y)[x] != 0)
                blobs.push_back(takeOut(left, {x, y}, open));
    return blobs;
}

} // namespace diakinisi::imaging
