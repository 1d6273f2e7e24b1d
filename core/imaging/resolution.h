#pragma once
#include "imaging/decode.h"

namespace diakinisi::imaging {

/// The dots an inch that a JPEG (JFIF) or PNG (pHYs) file names in front of its pixels; 0 for none. `device` is at its
/// beginning and is left anywhere; reads no more than the first 64 KiB.
double namedResolution(QIODevice& device, ImageKind kind);

/// `dpi` if a scanner or a person may have meant it, else 0.
double plausibleResolution(double dpi);

} // namespace diakinisi::imaging
