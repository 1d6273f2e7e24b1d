#pragma once
#include <QtGlobal>

#include <optional>

class QIODevice;

namespace diakinisi::imaging {

/// What a JPEG file's frame header says (ITU-T T.81, B.2.2) that no decoder of ours tells.
struct JpegFrame {
    int components = 0; ///< 1 gray, 3 colour, 4 CMYK
    int bits = 0;
    bool sequentialOrProgressive = false; ///< Huffman-coded DCT: what every reader of PDF takes
};

/// `device` is at the file's beginning and is left anywhere. Nothing where no such header is found.
std::optional<JpegFrame> jpegFrameOf(QIODevice& device);

} // namespace diakinisi::imaging
