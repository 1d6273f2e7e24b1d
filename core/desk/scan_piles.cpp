#include "desk/scan_piles.h"

#include "base/limits.h"
#include "imaging/decode.h"
#include "imaging/encode.h"
#include "pdf/compose.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace diakinisi::desk {

namespace {

constexpr int resolution = 300;
constexpr int jpegQuality = 80; ///< of a gray page: letters stay sharp at a tenth of the PNG's size

/// A page as JPEG: the scanner's PNG is exact, and ten times as large as anybody needs.
Result<pdf::PageImage> compact(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const auto info = imaging::inspectImage(file);
    if (!info)
        return fail(info.error());
    file.seek(0);
    const auto image = imaging::decodeImage(file);
    if (!image)
        return fail(image.error());
    auto jpeg = imaging::encodeJpeg(*image, jpegQuality);
    if (!jpeg)
        return fail(jpeg.error());
    const double named = info->frames.empty() ? 0 : info->frames.front().dpi;
    return pdf::PageImage{std::move(*jpeg), named > 0 ? named : resolution, 0};
}

} // namespace

QString ScanPiles::folderOf(const QUuid& pile) const
{
    return m_parts.profile.folder() + QStringLiteral("/piles/") + pile.toString(QUuid::WithoutBraces);
}

Result<std::vector<ScannerChoice>> ScanPiles::scanners(std::stop_token stop)
{
    return m_parts.scanner.list(std::move(stop)).map([](const std::vector<scanning::ScannerInfo>& found) {
        std::vector<ScannerChoice> choices;
        for (const scanning::ScannerInfo& each : found)
            choices.push_back({each.id, (each.vendor + u' ' + each.model).trimmed()});
        return choices;
    });
}

std::vector<ScannedPage> ScanPiles::pagesIn(const QString& folder) const
{
    static const QRegularExpression numbered(QStringLiteral("^page(\\d+)-\\d+\\.png$"));
    std::vector<ScannedPage> pages;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("page*.png")}, QDir::Files, QDir::Name))
        if (const auto match = numbered.match(name); match.hasMatch())
            pages.push_back({folder + u'/' + name, match.captured(1).toInt()});
    std::ranges::stable_sort(pages, {}, &ScannedPage::number);
    return pages;
}

Result<ScannedPage> ScanPiles::scan(const QString& scanner, const QUuid& pile, std::stop_token stop)
{
    const QString folder = folderOf(pile);
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnwritable, folder);
    const std::vector<ScannedPage> before = pagesIn(folder);
    ScannedPage page{{}, before.empty() ? 1 : before.back().number + 1};
    scanning::ScanOptions options;
    options.scanner = scanner;
    options.colour = scanning::ScanColour::Gray;
    options.dpi = resolution;
    options.folder = folder;
    options.name = QStringLiteral("page%1").arg(page.number, 4, 10, QChar(u'0'));
    const auto ready = [&page](const scanning::ScannedPage& scanned) { page.file = scanned.file; };
    const auto count = m_parts.scanner.scan(options, ready, Progress(), std::move(stop));
    if (!count)
        return fail(count.error());
    if (page.file.isEmpty())
        return fail(ErrorCode::ScannerNoPaper, scanner);
    return page;
}

Result<std::vector<ScanPile>> ScanPiles::unfinished()
{
    std::vector<ScanPile> piles;
    const QDir all(m_parts.profile.folder() + QStringLiteral("/piles"));
    for (const QString& name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QUuid pile = QUuid::fromString(name);
        std::vector<ScannedPage> pages = pagesIn(all.filePath(name));
        if (pile.isNull() || pages.empty())
            continue;
        const QDateTime written = QFileInfo(pages.back().file).lastModified();
        piles.push_back({pile, Instant{written.toMSecsSinceEpoch()}, std::move(pages)});
    }
    std::ranges::stable_sort(piles, {}, &ScanPile::scannedAt);
    return piles;
}

Result<domain::FileRef> ScanPiles::assemble(const QUuid& pile, const std::vector<ScannedPage>& pages,
                                            std::stop_token stop)
{
    const QString folder = folderOf(pile) + u'/';
    std::vector<pdf::PageImage> images;
    std::int64_t bytes = 0;
    for (const ScannedPage& page : pages) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (!page.file.startsWith(folder))
            return fail(ErrorCode::NotFound, page.file);
        auto image = compact(page.file);
        if (!image)
            return fail(image.error());
        bytes += image->file.size();
        if (bytes > limits::fileBytes)
            return fail(ErrorCode::FileTooLarge);
        images.push_back(std::move(*image));
    }
    QBuffer composed;
    composed.open(QIODevice::ReadWrite);
    pdf::ComposeOptions options;
    options.created = m_parts.clock.now();
    if (const Done made = pdf::composePages(images, composed, options); !made)
        return fail(made.error());
    composed.seek(0);
    return m_parts.store->files().put(composed, QStringLiteral("application/pdf"), QStringLiteral("scan.pdf"),
                                      std::move(stop));
}

Done ScanPiles::finish(const QUuid& pile)
{
    const QString folder = folderOf(pile);
    if (QDir(folder).exists() && !QDir(folder).removeRecursively())
        return fail(ErrorCode::FileUnwritable, folder);
    return {};
}

} // namespace diakinisi::desk
