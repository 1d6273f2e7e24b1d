#include "worker/image_pages.h"

#include "imaging/adjust.h"
#include "imaging/decode.h"

#include <QBuffer>
#include <QFile>

namespace diakinisi::worker {

using namespace rendering;

namespace {

constexpr double pointsAnInch = 72;
constexpr double a4LongSide = 842; // points

FileKind kindOf(imaging::ImageKind kind)
{
    switch (kind) {
    case imaging::ImageKind::Jpeg:
        return FileKind::Jpeg;
    case imaging::ImageKind::Png:
        return FileKind::Png;
    case imaging::ImageKind::Tiff:
        break;
    }
    return FileKind::Tiff;
}

QSizeF pointsOf(const imaging::ImageFrame& frame)
{
    const QSizeF pixels(frame.pixels);
    const double longSide = std::max(pixels.width(), pixels.height());
    return pixels * (frame.dpi > 0 ? pointsAnInch / frame.dpi : a4LongSide / longSide);
}

/// The source as a device, told to be an image.
Result<std::unique_ptr<QIODevice>> open(const PageSource& source)
{
    std::unique_ptr<QIODevice> device;
    if (source.path.isEmpty()) {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(source.bytes);
        device = std::move(buffer);
    } else {
        device = std::make_unique<QFile>(source.path);
    }
    if (!device->open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, source.path, device->errorString());
    if (!imaging::imageKindOf(device->peek(12)))
        return fail(ErrorCode::NotPdf, source.path);
    return device;
}

tl::unexpected<Error> named(Error error, const PageSource& source)
{
    if (error.subject.isEmpty())
        error.subject = source.path;
    return fail(std::move(error));
}

Result<imaging::ImageFile> measure(QIODevice& device, const PageSource& source)
{
    auto file = imaging::inspectImage(device);
    if (!file)
        return named(file.error(), source);
    return file;
}

} // namespace

Result<DocumentInfo> ImagePages::inspect(const PageSource& source, std::stop_token)
{
    const auto device = open(source);
    if (!device)
        return fail(device.error());
    const auto file = measure(**device, source);
    if (!file)
        return fail(file.error());
    DocumentInfo info{kindOf(file->kind), {}};
    for (const imaging::ImageFrame& frame : file->frames)
        info.pages.push_back({pointsOf(frame), frame.pixels});
    return info;
}

Result<QImage> ImagePages::render(const PageSource& source, const RenderRequest& request, std::stop_token stop)
{
    const auto device = open(source);
    if (!device)
        return fail(device.error());
    const auto file = measure(**device, source);
    if (!file)
        return fail(file.error());
    if (request.page < 0 || static_cast<std::size_t>(request.page) >= file->frames.size())
        return fail(ErrorCode::NotFound, QString::number(request.page));
    const auto size = pictureSize(request, pointsOf(file->frames[static_cast<std::size_t>(request.page)]));
    if (!size)
        return fail(size.error());
    const QSize upright = request.quarterTurns % 2 == 0 ? *size : size->transposed();
    auto image = imaging::decodeImage(**device, request.page, upright);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!image)
        return named(image.error(), source);
    if (image->size() != upright)
        *image = image->scaled(upright, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage turned = imaging::turned(*image, request.quarterTurns);
    return request.gray ? imaging::toGray(turned) : turned;
}

Result<TextPage> ImagePages::text(const PageSource& source, int page, std::stop_token stop)
{
    const auto info = inspect(source, stop);
    if (!info)
        return fail(info.error());
    if (page < 0 || static_cast<std::size_t>(page) >= info->pages.size())
        return fail(ErrorCode::NotFound, QString::number(page));
    return TextPage{info->pages[static_cast<std::size_t>(page)].size, {}};
}

} // namespace diakinisi::worker
