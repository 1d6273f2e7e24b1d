#pragma once
#include "base/result.h"

#include <QImage>

namespace diakinisi::imaging {

/// JPEG bytes at `quality` 1..100; gray stays gray (one channel), and the image's dots per metre are written down.
Result<QByteArray> encodeJpeg(const QImage& image, int quality);

/// PNG bytes, compressed for speed rather than for the last byte; dots per metre are written down.
Result<QByteArray> encodePng(const QImage& image);

/// Writes `bytes` to `path` so that the file is there whole or not at all: temporary file beside it, flush to disk,
/// rename. DiskFull, FileUnwritable.
Done writeWhole(const QString& path, const QByteArray& bytes);

} // namespace diakinisi::imaging
