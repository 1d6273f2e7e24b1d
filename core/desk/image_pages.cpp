#include "desk/image_pages.h"

#include "base/limits.h"
#include "imaging/encode.h"

#include <QFile>

namespace diakinisi::desk {

namespace {

using rendering::DocumentInfo;
using rendering::FileKind;
using rendering::PageInfo;
using rendering::PageSource;

constexpr double pointsPerInch = 72;

double dpiOf(const PageInfo& page)
{
    return page.size.width() > 0 ? page.pixels.width() / (page.size.width() / pointsPerInch) : 300;
}

Result<QByteArray> wholeFile(const QString& path, std::int64_t limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > limit)
        return fail(ErrorCode::FileTooLarge, path);
    return file.readAll();
}

/// Does the camera say that the picture lies on its side? Then its bytes must not be taken as they are. Looks for the
/// orientation entry (0x0112) of the first Exif directory only.
bool liesOnItsSide(const QByteArray& jpeg)
{
    const qsizetype exif = jpeg.left(64 * 1024).indexOf("Exif\0\0");
    if (exif < 0 || exif + 14 > jpeg.size())
        return false;
    const QByteArray tiff = jpeg.mid(exif + 6, 64 * 1024);
    const bool little = tiff.startsWith("II");
    const auto number = [&tiff, little](qsizetype at) {
        if (at < 0 || at + 2 > tiff.size())
            return 0;
        const int first = static_cast<unsigned char>(tiff.at(at));
        const int second = static_cast<unsigned char>(tiff.at(at + 1));
        return little ? second * 256 + first : first * 256 + second;
    };
    const qsizetype directory = little ? number(4) : number(6); // its offset's lower half
    const int entries = std::min(number(directory), 200);
    for (int i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + 12 * i;
        if (number(entry) == 0x0112)
            return number(entry + 8) > 1;
    }
    return false;
}

Result<pdf::PageImage> drawn(const PageSource& source, const PageInfo& page, int index,
                             rendering::PageRenderer& renderer, std::stop_token stop)
{
    rendering::RenderRequest request;
    request.page = index;
    request.fit = page.pixels;
    const auto image = renderer.render(source, request, stop);
    if (!image)
        return fail(image.error());
    auto file = imaging::encodePng(image->isGrayscale() ? image->convertToFormat(QImage::Format_Grayscale8) : *image);
    if (!file)
        return fail(file.error());
    return pdf::PageImage{std::move(*file), dpiOf(page), 0};
}

/// Is the picture there to its end? A scan that was cut off while it was copied looks whole from its head alone.
Done checkWhole(const QString& path, const DocumentInfo& info, const QByteArray& bytes,
                rendering::PageRenderer& renderer, std::stop_token stop)
{
    constexpr qsizetype tail = 64 * 1024; // some programs write things of their own behind the picture
    if (info.kind == FileKind::Jpeg && !bytes.last(std::min(tail, bytes.size())).contains("\xff\xd9"))
        return fail(ErrorCode::ImageUnreadable, path, QStringLiteral("the picture is cut off"));
    rendering::RenderRequest small;
    small.fit = QSize(64, 64);
    return renderer.render(PageSource::ofFile(path), small, std::move(stop)).map([](const QImage&) {});
}

Done addPages(const QString& path, const DocumentInfo& info, rendering::PageRenderer& renderer, std::stop_token stop,
              std::int64_t limit, std::vector<pdf::PageImage>& pages)
{
    auto bytes = wholeFile(path, limit);
    if (!bytes)
        return fail(bytes.error());
    if (const Done whole = checkWhole(path, info, *bytes, renderer, stop); !whole)
        return whole;
    const bool asItIs = info.kind == FileKind::Png || (info.kind == FileKind::Jpeg && !liesOnItsSide(*bytes));
    if (asItIs && !info.pages.empty()) {
        pages.push_back({std::move(*bytes), dpiOf(info.pages.front()), 0});
        return {};
    }
    for (std::size_t i = 0; i < info.pages.size(); ++i) {
        auto page = drawn(PageSource::ofFile(path), info.pages[i], static_cast<int>(i), renderer, stop);
        if (!page)
            return fail(page.error());
        pages.push_back(std::move(*page));
    }
    return {};
}

} // namespace

Result<std::vector<pdf::PageImage>> readImagePages(const QStringList& paths, rendering::PageRenderer& renderer,
                                                   std::stop_token stop)
{
    std::vector<pdf::PageImage> pages;
    std::int64_t left = limits::fileBytes;
    for (const QString& path : paths) {
        const auto info = renderer.inspect(PageSource::ofFile(path), stop);
        if (!info)
            return fail(info.error());
        if (info->kind == FileKind::Pdf)
            return fail(ErrorCode::NotSupported, path, QStringLiteral("a PDF among images"));
        const std::size_t before = pages.size();
        if (const Done added = addPages(path, *info, renderer, stop, left, pages); !added)
            return fail(added.error());
        for (std::size_t i = before; i < pages.size(); ++i)
            left -= pages[i].file.size();
        if (left < 0)
            return fail(ErrorCode::FileTooLarge, path);
    }
    return pages;
}

} // namespace diakinisi::desk
