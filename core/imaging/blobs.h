#pragma once
#include "imaging/planes.h"

#include <QRect>

namespace diakinisi::imaging {

/// Ink that hangs together (eight neighbours).
struct Blob {
    QRect box;
    int pixels = 0;
};

/// All of them, in the order in which their uppermost pixels stand.
std::vector<Blob> blobsOf(const Plane& ink);

} // namespace diakinisi::imaging
