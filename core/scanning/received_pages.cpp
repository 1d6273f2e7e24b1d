#include "scanning/received_pages.h"

#include "imaging/adjust.h"
#include "imaging/clean_up.h"
#include "imaging/decode.h"
#include "scanning/page_files.h"
#include "scanning/scan_words.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace diakinisi::scanning::received {

namespace {

constexpr int largestSide = 20'000;

const QRegularExpression& pattern()
{
    static const QRegularExpression named(
        QStringLiteral("^\\.([A-Za-z0-9_-]+)-(\\d{3,4})\\.(\\d{2,4})\\.([a-z]+)\\.received$"));
    return named;
}

} // namespace

QString keep(const QString& page, int dpi, ScanColour colour, const QByteArray& bytes)
{
    const QFileInfo info(page);
    QFile file(QStringLiteral("%1/.%2.%3.%4.received")
                   .arg(info.absolutePath(), info.completeBaseName(), QString::number(dpi), scanWord(colour)));
    // Not flushed to the disk: what is written survives our end, and the page's own file is flushed in a moment.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
        return file.fileName();
    file.remove();
    return {};
}

QStringList left(const QString& folder, const QString& name)
{
    QStringList files;
    const QDir all(folder);
    for (const QString& file : all.entryList({QStringLiteral(".*.received")}, QDir::Files | QDir::Hidden, QDir::Name))
        if (const auto match = pattern().match(file); match.hasMatch() && (name.isEmpty() || match.captured(1) == name))
            files.append(all.absoluteFilePath(file));
    return files;
}

Result<QImage> pictureOf(const QByteArray& bytes, int dpi, ScanColour colour)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    auto image = imaging::decodeImage(buffer, 0, {}, {.side = largestSide});
    if (!image)
        return fail(image.error().code == ErrorCode::LimitExceeded ? ErrorCode::LimitExceeded
                                                                   : ErrorCode::ScannerFailed,
                    QStringLiteral("scanner"), QStringLiteral("the page is no whole JPEG: ") + image.error().cause);
    if (colour == ScanColour::Colour)
        return image;
    *image = imaging::toGray(*image);
    if (image->isNull())
        return fail(ErrorCode::LimitExceeded, QStringLiteral("memory"));
    if (colour == ScanColour::Gray)
        return image;
    imaging::PageFindings findings = imaging::examine(*image, dpi);
    return imaging::cleaned(*image, dpi, {.colours = imaging::PageColours::LineArt}, findings);
}

Result<ScannedPage> finish(const QString& path)
{
    const QFileInfo info(path);
    const auto match = pattern().match(info.fileName());
    const auto colour = scanColour(match.captured(4));
    if (!match.hasMatch() || !colour)
        return fail(ErrorCode::FieldInvalid, path);
    const int dpi = match.captured(3).toInt();
    const int number = match.captured(2).toInt();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    auto files = PageFiles::in(info.absolutePath(), match.captured(1), {.first = number});
    const auto picture = files ? pictureOf(file.readAll(), dpi, *colour) : fail(files.error());
    auto page = picture ? files->write(*picture, dpi) : fail(picture.error());
    if (page)
        file.remove();
    return page;
}

} // namespace diakinisi::scanning::received
