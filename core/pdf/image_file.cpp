#include "pdf/image_file.h"

#include "pdf/filters.h"
#include "pdf/sfnt.h"

namespace diakinisi::pdf {

namespace {

constexpr std::uint32_t longestSide = 20'000;
constexpr std::int64_t largestPlain = 1 << 30;

tl::unexpected<Error> unreadable(const char* why)
{
    return fail(ErrorCode::ImageUnreadable, {}, QString::fromLatin1(why));
}

int byteAt(const QByteArray& bytes, std::int64_t at)
{
    return at >= 0 && at < bytes.size() ? static_cast<unsigned char>(bytes.at(at)) : -1;
}

/// ITU T.81, B.1: segments up to the frame header.
Result<ImageFile> readJpeg(const QByteArray& file)
{
    bool adobe = false;
    for (std::int64_t at = 2; at + 4 <= file.size();) {
        if (byteAt(file, at) != 0xff)
            return unreadable("JPEG: no marker where one must be");
        const int marker = byteAt(file, at + 1);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        const int length = u16(file, at + 2);
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        adobe = adobe || (marker == 0xee && file.mid(at + 4, 5) == "Adobe");
        if (length < 2 || marker == 0xd9 || marker == 0xda)
            return unreadable("JPEG: no frame header");
        if (!frame) {
            at += 2 + length;
            continue;
        }
        const std::uint32_t height = u16(file, at + 5);
        const std::uint32_t width = u16(file, at + 7);
        const int components = byteAt(file, at + 9);
        if (marker > 0xc2 || byteAt(file, at + 4) != 8 || width < 1 || height < 1 || width > longestSide ||
            height > longestSide || (components != 1 && components != 3 && components != 4))
            return unreadable("JPEG: a kind that PDF does not take");
        return ImageFile{.width = static_cast<int>(width),
                         .height = static_cast<int>(height),
                         .colours = components,
                         .isJpeg = true,
                         .inverted = components == 4 && adobe,
                         .data = file};
    }
    return unreadable("JPEG: ends too early");
}

struct Png {
    int width = 0;
    int height = 0;
    int bits = 0;
    int kind = 0; ///< colour type: 0 gray, 2 RGB, 3 palette, 4 gray + alpha, 6 RGB + alpha
    bool interlaced = false;
    QByteArray palette;
    QByteArray data; ///< the IDAT chunks together: one zlib stream

    int channels() const { return kind == 2 ? 3 : kind == 4 ? 2 : kind == 6 ? 4 : 1; }
    bool hasAlpha() const { return kind == 4 || kind == 6; }
};

bool goodHead(const Png& png)
{
    const bool kinds = png.kind == 0 || png.kind == 2 || png.kind == 3 || png.hasAlpha();
    const bool small = png.bits == 1 || png.bits == 2 || png.bits == 4;
    const bool bits = png.bits == 8 || (png.bits == 16 && png.kind != 3) || (small && (png.kind == 0 || png.kind == 3));
    return kinds && bits && png.width > 0 && png.height > 0 && (png.kind != 3 || png.palette.size() >= 3);
}

/// W3C PNG, 5 and 11.
Result<Png> readChunks(const QByteArray& file)
{
    Png png;
    for (std::int64_t at = 8; at + 12 <= file.size();) {
        const std::int64_t length = u32(file, at);
        const QByteArray kind = file.mid(at + 4, 4);
        if (length > file.size() - at - 12)
            return unreadable("PNG: a chunk is too long");
        const std::int64_t data = at + 8;
        if (kind == "IHDR") {
            if (u32(file, data) > longestSide || u32(file, data + 4) > longestSide)
                return unreadable("PNG: too large");
            png.width = static_cast<int>(u32(file, data));
            png.height = static_cast<int>(u32(file, data + 4));
            png.bits = byteAt(file, data + 8);
            png.kind = byteAt(file, data + 9);
            png.interlaced = byteAt(file, data + 12) != 0;
        } else if (kind == "PLTE" && length <= 768) {
            png.palette = file.mid(data, length / 3 * 3);
        } else if (kind == "IDAT") {
            png.data += file.mid(data, length);
        } else if (kind == "IEND") {
            break;
        }
        at += 12 + length;
    }
    if (!goodHead(png) || png.data.isEmpty())
        return unreadable("PNG: damaged");
    if (png.interlaced)
        return unreadable("PNG: interlaced images are not taken");
    return png;
}

/// Lays the colours on white: what a page of paper would show.
Result<QByteArray> withoutAlpha(const Png& png)
{
    const std::int64_t bytes = png.bits / 8;
    const std::int64_t pixel = png.channels() * bytes;
    const std::int64_t row = png.width * pixel;
    if (row * png.height > largestPlain)
        return unreadable("PNG: too large");
    const Result<QByteArray> packed = inflate(png.data, (row + 1) * png.height);
    const Result<QByteArray> plain = packed ? undoPngRows(*packed, row, pixel) : packed;
    if (!plain || plain->size() != row * png.height)
        return unreadable("PNG: damaged pixels");
    QByteArray result;
    result.reserve(plain->size() / png.channels() * (png.channels() - 1) / bytes);
    for (std::int64_t at = 0; at < plain->size(); at += pixel) {
        const int alpha = byteAt(*plain, at + pixel - bytes); // of 16 bits the upper eight are enough
        for (int c = 0; c + 1 < png.channels(); ++c)
            result += static_cast<char>((byteAt(*plain, at + c * bytes) * alpha + 255 * (255 - alpha)) / 255);
    }
    return result;
}

Result<ImageFile> readPng(const QByteArray& file)
{
    const Result<Png> png = readChunks(file);
    if (!png)
        return fail(png.error());
    ImageFile image{.width = png->width, .height = png->height, .bits = png->bits, .colours = png->channels()};
    if (!png->hasAlpha()) {
        image.pngRows = true;
        image.palette = png->kind == 3 ? png->palette : QByteArray();
        image.data = png->data;
        return image;
    }
    const Result<QByteArray> plain = withoutAlpha(*png);
    if (!plain)
        return fail(plain.error());
    image.bits = 8;
    image.colours = png->channels() - 1;
    image.data = deflate(*plain);
    return image;
}

} // namespace

Result<ImageFile> readImage(const QByteArray& file)
{
    if (file.startsWith("\xff\xd8"))
        return readJpeg(file);
    if (file.startsWith("\x89PNG\r\n\x1a\n"))
        return readPng(file);
    return unreadable("neither JPEG nor PNG");
}

} // namespace diakinisi::pdf
