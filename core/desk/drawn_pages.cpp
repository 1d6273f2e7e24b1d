#include "desk/drawn_pages.h"

#include "pdf/info.h"

#include <QFile>
#include <QImageWriter>

namespace diakinisi::desk {

namespace {

constexpr double dpi = 300;
constexpr double dotsPerMetre = dpi / 0.0254;

Result<bool> isSigned(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const auto info = pdf::readInfo(file);
    return info ? Result<bool>(info->signatures > 0) : fail(info.error().code, path, info.error().cause);
}

Done write(QImage picture, const QString& path)
{
    picture.setDotsPerMeterX(qRound(dotsPerMetre));
    picture.setDotsPerMeterY(qRound(dotsPerMetre));
    if (picture.allGray())
        picture.convertTo(QImage::Format_Grayscale8);
    QImageWriter writer(path, "png");
    writer.setCompression(1); // read again at once
    if (!writer.write(picture))
        return fail(ErrorCode::FileUnwritable, path, writer.errorString());
    return {};
}

} // namespace

Done DrawnPages::drawOne(const QString& pdf, QStringList& files)
{
    const auto hasSignatures = isSigned(pdf);
    if (!hasSignatures)
        return fail(hasSignatures.error());
    if (*hasSignatures)
        return fail(ErrorCode::NotSupported, pdf, QStringLiteral("it is signed, and drawing its pages loses that"));
    const auto source = rendering::PageSource::ofFile(pdf);
    const auto info = m_renderer.inspect(source, {});
    if (!info)
        return fail(info.error().code, pdf, info.error().cause);
    for (int page = 0; page < static_cast<int>(info->pages.size()); ++page) {
        rendering::RenderRequest request;
        request.page = page;
        request.dpi = dpi;
        const auto picture = m_renderer.render(source, request, {});
        if (!picture)
            return fail(picture.error().code, pdf, picture.error().cause);
        const QString path = m_folder.filePath(QStringLiteral("%1-%2.png").arg(m_pdfs.size()).arg(page));
        if (const Done written = write(*picture, path); !written)
            return written;
        m_from[path] = {pdf, page, 0};
        files += path;
    }
    m_pdfs += pdf;
    return {};
}

Result<QStringList> DrawnPages::draw(const QStringList& files)
{
    if (!m_folder.isValid())
        return fail(ErrorCode::FileUnwritable, m_folder.path(), m_folder.errorString());
    QStringList drawn;
    for (const QString& path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, path, file.errorString());
        if (!file.read(1024).contains("%PDF-"))
            drawn += path;
        else if (const Done done = drawOne(path, drawn); !done)
            return fail(done.error());
    }
    return drawn;
}

PageSourceFile DrawnPages::drawnFrom(const PageSourceFile& page) const
{
    const auto found = m_from.find(page.path);
    return found == m_from.end() ? page : found->second;
}

std::optional<TextPage> DrawnPages::words(const PageSourceFile& page) const
{
    const auto found = m_from.find(page.path);
    if (found == m_from.end())
        return std::nullopt;
    auto text = m_renderer.text(rendering::PageSource::ofFile(found->second.path), found->second.frame, {});
    return text ? std::optional(std::move(*text)) : std::nullopt;
}

} // namespace diakinisi::desk
