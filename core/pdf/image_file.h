#pragma once
#include "base/result.h"

#include <QByteArray>

namespace diakinisi::pdf {

/// An image as PDF takes it over: what its dictionary must say, and the bytes as they stood in the file.
struct ImageFile {
    int width = 0;
    int height = 0;
    int bits = 8;
    int colours = 1; ///< 1 gray, 3 RGB, 4 CMYK
    bool isJpeg = false;
    bool inverted = false; ///< CMYK of Adobe's kind
    bool pngRows = false;  ///< the data's rows are filtered as PNG does it
    bool isGroup4 = false; ///< CCITT group 4, 0 black
    QByteArray palette{};  ///< RGB, then the data has indexes
    QByteArray data{};     ///< a JPEG file, group 4 data, else a zlib stream
};

/// Our own reading of the heads: PoDoFo 0.9.8 decodes a progressive JPEG whole to learn its size, and its PNG loader
/// makes bits to bytes and loses the memory of every damaged image.
/// From a whole JPEG or PNG file, pixels taken over as they are. ImageUnreadable for anything else, for damaged heads
/// and for more than 20000 pixels a side.
Result<ImageFile> readImage(const QByteArray& file);

} // namespace diakinisi::pdf
