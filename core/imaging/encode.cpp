#include "imaging/encode.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageWriter>
#include <QSaveFile>
#include <QStorageInfo>

namespace diakinisi::imaging {

namespace {

Result<QByteArray> encode(const QImage& image, QImageWriter& writer, QBuffer& buffer)
{
    if (!writer.write(image))
        return fail(ErrorCode::InternalFault, {}, writer.errorString());
    return buffer.data();
}

} // namespace

Result<QByteArray> encodeJpeg(const QImage& image, int quality)
{
    if (image.isNull() || quality < 1 || quality > 100)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("quality"));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, QByteArrayLiteral("jpeg"));
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return encode(image, writer, buffer);
}

Result<QByteArray> encodePng(const QImage& image)
{
    if (image.isNull())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("image"));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, QByteArrayLiteral("png"));
    writer.setCompression(30); // of 100: Qt maps this to a quick zlib level
    return encode(image, writer, buffer);
}

Done writeWhole(const QString& path, const QByteArray& bytes)
{
    const auto noRoom = [&] {
        const QStorageInfo disk(QFileInfo(path).absolutePath());
        return disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < bytes.size();
    };
    if (noRoom())
        return fail(ErrorCode::DiskFull, path);
    QSaveFile file(path); // writes beside, flushes to disk, renames
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return fail(noRoom() ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path, file.errorString());
}

} // namespace diakinisi::imaging
