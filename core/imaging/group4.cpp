#include "imaging/line_art.h"

#include <cstdio>
#include <cstring>
#include <tiffio.h>

namespace diakinisi::imaging {

namespace {

/// A TIFF file that is written to memory and of which only its one strip is wanted.
struct Target {
    QByteArray bytes;
    qint64 at = 0;
};

tmsize_t readBack(thandle_t handle, void* to, tmsize_t count)
{
    auto& target = *static_cast<Target*>(handle);
    const qint64 given = std::clamp<qint64>(target.bytes.size() - target.at, 0, count);
    std::memcpy(to, target.bytes.constData() + target.at, static_cast<std::size_t>(given));
    target.at += given;
    return given;
}

tmsize_t writeTo(thandle_t handle, void* from, tmsize_t count)
{
    auto& target = *static_cast<Target*>(handle);
    if (target.at + count > target.bytes.size())
        target.bytes.resize(target.at + count);
    std::memcpy(target.bytes.data() + target.at, from, static_cast<std::size_t>(count));
    target.at += count;
    return count;
}

toff_t seekIn(thandle_t handle, toff_t offset, int whence)
{
    auto& target = *static_cast<Target*>(handle);
    const auto by = static_cast<qint64>(offset);
    target.at = whence == SEEK_SET ? by : whence == SEEK_CUR ? target.at + by : target.bytes.size() + by;
    return static_cast<toff_t>(target.at);
}

int leaveOpen(thandle_t)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return static_cast<toff_t>(static_cast<Target*>(handle)->bytes.size());
}

struct CloseTiff {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};

void describe(TIFF* tiff, const QImage& image)
{
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, static_cast<std::uint32_t>(image.width()));
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, static_cast<std::uint32_t>(image.height()));
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_CCITTFAX4);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
    TIFFSetField(tiff, TIFFTAG_FILLORDER, FILLORDER_MSB2LSB);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, static_cast<std::uint32_t>(image.height()));
}

} // namespace

Result<QByteArray> encodeGroup4(const QImage& lineArt)
{
    if (lineArt.format() != QImage::Format_Mono || lineArt.isNull())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("image"));
    Target target;
    const std::unique_ptr<TIFF, CloseTiff> tiff(
        TIFFClientOpen("group4", "w", &target, readBack, writeTo, seekIn, leaveOpen, sizeOf, nullptr, nullptr));
    if (!tiff)
        return fail(ErrorCode::InternalFault, {}, QStringLiteral("libtiff"));
    describe(tiff.get(), lineArt);
    const qint64 rowBytes = (lineArt.width() + 7) / 8;
    QByteArray rows(rowBytes * lineArt.height(), Qt::Uninitialized);
    for (int y = 0; y < lineArt.height(); ++y) {
        const uchar* const line = lineArt.constScanLine(y);
        char* const row = rows.data() + rowBytes * y;
        for (qint64 i = 0; i < rowBytes; ++i)
            row[i] = static_cast<char>(~line[i]); // libtiff wants 1 black here
    }
    const qint64 before = target.bytes.size();
    if (TIFFWriteEncodedStrip(tiff.get(), 0, rows.data(), rows.size()) != rows.size() || TIFFFlushData(tiff.get()) != 1)
        return fail(ErrorCode::InternalFault, {}, QStringLiteral("libtiff"));
    return target.bytes.mid(before);
}

} // namespace diakinisi::imaging
