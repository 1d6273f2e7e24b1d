#pragma once
#include <QImage>

namespace diakinisi::imaging {

/// Format_RGB32 with what was transparent over white; null when memory is short.
QImage onWhite(const QImage& image);

/// Format_Grayscale8, transparency over white; a gray image comes back as it is.
QImage toGray(const QImage& image);

/// Turned clockwise by `quarterTurns` times 90 degrees (negative: the other way); no pixel is lost.
QImage turned(const QImage& image, int quarterTurns);

/// As large as fits into `within`, proportions kept, never enlarged.
QImage thumbnail(const QImage& image, QSize within);

} // namespace diakinisi::imaging
