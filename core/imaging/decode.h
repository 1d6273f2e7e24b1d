#pragma once
#include "base/limits.h"
#include "base/result.h"

#include <QImage>

class QIODevice;

namespace diakinisi::imaging {

/// How much of an image we take; anything above is refused before its pixels are read.
struct DecodeLimits {
    int side = 20'000;                 ///< pixels
    std::int64_t pixels = 150'000'000; ///< of one frame: A0 at 300 dpi fits
    std::int64_t fileBytes = limits::fileBytes;
    int frames = 2'000; ///< of a TIFF file
};

enum class ImageKind { Jpeg, Png, Tiff };

struct ImageFrame {
    QSize pixels;   ///< as shown (a camera's orientation mark applied)
    double dpi = 0; ///< 0 where the file does not say, or says nothing plausible (below 100 or above 2400)
    /// Clockwise, by which the stored pixels were turned for that; -1 where they are mirrored, too.
    int quarterTurns = 0;
};

struct ImageFile {
    ImageKind kind = ImageKind::Png;
    std::vector<ImageFrame> frames; ///< one, but for TIFF
};

/// What kind of image these first bytes (12 are enough) begin, if one that we read.
std::optional<ImageKind> imageKindOf(QByteArrayView firstBytes);

/// Is the end of a JPEG file there? libjpeg fills what is missing of a cut file with gray and calls it a day; we do
/// not. `device` is left at its beginning.
bool endsAsJpegMust(QIODevice& device);

/// Reads the image's measures without its pixels. `device` is open for reading, seekable, at its beginning; only JPEG,
/// PNG and TIFF are read, told by their first bytes, whatever the file's name says. For files from outside use the
/// worker. Errors: FileTooLarge, ImageUnreadable, LimitExceeded.
Result<ImageFile> inspectImage(QIODevice& device, const DecodeLimits& limits = {});

/// Decodes frame `frame`; gray images as Format_Grayscale8, others as Format_RGB32 (transparency over white). Where
/// `within` is not empty and smaller, the result fits into it, which saves time and memory. Errors as above, NotFound
/// for a frame that is not there.
Result<QImage> decodeImage(QIODevice& device, int frame = 0, QSize within = {}, const DecodeLimits& limits = {});

} // namespace diakinisi::imaging
