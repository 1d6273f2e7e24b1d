#pragma once
#include "base/result.h"
#include "pdf/value.h"

namespace diakinisi::pdf {

/// An image as a PDF image XObject: its dictionary without /Length, and the stream's bytes.
struct ImageObject {
    int width = 0;
    int height = 0;
    Dict dict;
    QByteArray data;
};

/// From a whole JPEG or PNG file, pixels taken over as they are. ImageUnreadable for anything else, for damaged heads
/// and for more than 20000 pixels a side.
Result<ImageObject> readImage(const QByteArray& file);

} // namespace diakinisi::pdf
