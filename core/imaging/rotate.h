#pragma once
#include <QImage>

namespace diakinisi::imaging {

/// Turned clockwise by a few degrees about its middle, of the same size: what turns out of it is cut off, what turns in
/// is white. Bilinear. Grayscale8 and RGB32, the same again; null when memory is short.
QImage rotated(const QImage& image, double degrees);

} // namespace diakinisi::imaging
