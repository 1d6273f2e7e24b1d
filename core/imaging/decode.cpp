#include "imaging/decode.h"

#include "imaging/adjust.h"
#include "imaging/resolution.h"
#include "imaging/tiff_file.h"

#include <QImageReader>

namespace diakinisi::imaging {

namespace {

QByteArray pluginFor(ImageKind kind)
{
    return kind == ImageKind::Jpeg ? QByteArrayLiteral("jpeg") : QByteArrayLiteral("png");
}

Result<ImageKind> begin(QIODevice& device, const DecodeLimits& limits)
{
    if (device.size() > limits.fileBytes)
        return fail(ErrorCode::FileTooLarge);
    device.seek(0);
    const auto kind = imageKindOf(device.read(12));
    device.seek(0);
    return kind ? Result<ImageKind>(*kind) : fail(ErrorCode::ImageUnreadable, {}, QStringLiteral("no known image"));
}

Done prepare(QImageReader& reader, const DecodeLimits& limits)
{
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty())
        return fail(ErrorCode::ImageUnreadable, {}, reader.errorString());
    if (size.width() > limits.side || size.height() > limits.side ||
        qint64{size.width()} * size.height() > limits.pixels)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("%1x%2").arg(size.width()).arg(size.height()));
    return {};
}

bool turnsSideways(const QImageReader& reader)
{
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
}

int turnsOf(const QImageReader& reader)
{
    const auto how = static_cast<int>(reader.transformation());
    return how == QImageIOHandler::TransformationNone        ? 0
           : how == QImageIOHandler::TransformationRotate90  ? 1
           : how == QImageIOHandler::TransformationRotate180 ? 2
           : how == QImageIOHandler::TransformationRotate270 ? 3
                                                             : -1;
}

QSize fitted(QSize size, QSize within)
{
    if (within.isEmpty() || (size.width() <= within.width() && size.height() <= within.height()))
        return size;
    return size.scaled(within, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

/// One of the two formats that the house deals in: gray, whatever the file called it, takes a quarter of the room.
QImage normal(QImage image)
{
    if (image.format() == QImage::Format_Grayscale8)
        return image;
    if (image.hasAlphaChannel())
        return onWhite(image);
    image.convertTo(image.allGray() ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    return image;
}

Result<QImage> decodeByQt(QIODevice& device, ImageKind kind, QSize within, const DecodeLimits& limits)
{
    if (kind == ImageKind::Jpeg && !endsAsJpegMust(device))
        return fail(ErrorCode::ImageUnreadable, {}, QStringLiteral("the file ends in the middle of the image"));
    QImageReader reader(&device, pluginFor(kind));
    if (const Done prepared = prepare(reader, limits); !prepared)
        return fail(prepared.error());
    const QSize stored = reader.size();
    const QSize wanted = fitted(stored, turnsSideways(reader) ? within.transposed() : within);
    if (kind == ImageKind::Jpeg && wanted != stored) {
        reader.setQuality(100);
        reader.setScaledSize(wanted); // libjpeg then decodes only as much as the small picture needs
    }
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorCode::ImageUnreadable, {}, reader.errorString());
    return image;
}

} // namespace

bool endsAsJpegMust(QIODevice& device)
{
    // Inside the coded pixels FF D9 cannot occur, and what cameras append behind it ends in one too.
    constexpr qint64 tail = 64 * limits::kiB;
    device.seek(std::max<qint64>(0, device.size() - tail));
    const bool ends = device.read(tail).contains(QByteArrayLiteral("\xFF\xD9"));
    device.seek(0);
    return ends;
}

std::optional<ImageKind> imageKindOf(QByteArrayView firstBytes)
{
    if (firstBytes.startsWith("\xFF\xD8\xFF"))
        return ImageKind::Jpeg;
    if (firstBytes.startsWith("\x89PNG\r\n\x1A\n"))
        return ImageKind::Png;
    const QByteArrayView mark = firstBytes.first(std::min<qsizetype>(4, firstBytes.size()));
    if (mark == QByteArrayView("II*\0", 4) || mark == QByteArrayView("MM\0*", 4) ||
        mark == QByteArrayView("II+\0", 4) || mark == QByteArrayView("MM\0+", 4))
        return ImageKind::Tiff;
    return std::nullopt;
}

Result<ImageFile> inspectImage(QIODevice& device, const DecodeLimits& limits)
{
    const auto kind = begin(device, limits);
    if (!kind)
        return fail(kind.error());
    if (*kind == ImageKind::Tiff) {
        auto tiff = TiffFile::open(device);
        if (!tiff)
            return fail(tiff.error());
        auto frames = (*tiff)->frames(limits);
        if (!frames)
            return fail(frames.error());
        return ImageFile{*kind, std::move(*frames)};
    }
    const double dpi = namedResolution(device, *kind);
    device.seek(0);
    QImageReader reader(&device, pluginFor(*kind));
    if (const Done prepared = prepare(reader, limits); !prepared)
        return fail(prepared.error());
    const QSize size = turnsSideways(reader) ? reader.size().transposed() : reader.size();
    return ImageFile{*kind, {ImageFrame{size, dpi, turnsOf(reader)}}};
}

Result<QImage> decodeImage(QIODevice& device, int frame, QSize within, const DecodeLimits& limits)
{
    const auto kind = begin(device, limits);
    if (!kind)
        return fail(kind.error());
    Result<QImage> image = fail(ErrorCode::NotFound);
    if (*kind == ImageKind::Tiff) {
        auto tiff = TiffFile::open(device);
        if (!tiff)
            return fail(tiff.error());
        image = (*tiff)->decode(frame, limits);
    } else if (frame == 0) {
        image = decodeByQt(device, *kind, within, limits);
    }
    if (!image)
        return image;
    *image = normal(std::move(*image));
    if (!image->isNull() && image->size() != fitted(image->size(), within))
        *image = thumbnail(*image, within);
    return image->isNull() ? fail(ErrorCode::LimitExceeded) : image;
}

} // namespace diakinisi::imaging
