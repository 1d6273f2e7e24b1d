#include "desk/scan_piles.h"

#include "base/limits.h"
#include "imaging/encode.h"
#include "recognition/mail_file.h"
#include "scanning/manual_duplex.h"

#include <QFile>
#include <QFileInfo>

// How pages get onto a pile: from a scanner, from files, from the clipboard.
namespace diakinisi::desk {

namespace {

constexpr qint64 mostPixels = 150'000'000; ///< of a picture from the clipboard, as imaging::DecodeLimits

QString suffixOf(rendering::FileKind kind)
{
    switch (kind) {
    case rendering::FileKind::Jpeg:
        return QStringLiteral("jpg");
    case rendering::FileKind::Tiff:
        return QStringLiteral("tif");
    case rendering::FileKind::Png:
    case rendering::FileKind::Pdf:
        break;
    }
    return QStringLiteral("png");
}

Result<QByteArray> wholeFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge, path);
    QByteArray bytes = file.readAll();
    if (bytes.size() != file.size())
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    return bytes;
}

/// Not the file's fault: the others would fare no better.
bool endsTaking(ErrorCode code)
{
    return code == ErrorCode::Cancelled || code == ErrorCode::DiskFull || code == ErrorCode::FileUnwritable;
}

} // namespace

ScanPiles::ScanPiles(Parts& parts)
    : m_parts(parts),
      m_folders(parts.profile.folder() + QStringLiteral("/piles")),
      m_kept(parts.pagePreparer)
{
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

Result<scanning::ScannerCapabilities> ScanPiles::capabilities(const QString& scanner, std::stop_token stop)
{
    return m_parts.scanner.capabilities(scanner, std::move(stop));
}

ScanProfiles ScanPiles::profiles()
{
    return readScanProfiles(m_parts.profile.folder());
}

Done ScanPiles::keepProfiles(const std::vector<scanning::ScanProfile>& profiles, const QString& chosen)
{
    return writeScanProfiles(m_parts.profile.folder(), profiles, chosen);
}

void ScanPiles::takeUpReceived()
{
    std::call_once(m_takenUp, [this] {
        for (const QUuid& pile : m_folders.begun())
            m_parts.scanner.takeUp(m_folders.of(pile), {}); // asks the worker only where something was left
    });
}

Result<int> ScanPiles::scan(const scanning::ScanProfile& profile, ScanTurn turn, const QUuid& pile,
                            const PageCame& pageCame, Progress progress, std::stop_token stop)
{
    takeUpReceived();
    if (const Done made = m_folders.make(pile); !made)
        return fail(made.error());
    scanning::ScanOptions options = scanning::scanOptionsOf(profile);
    options.folder = m_folders.of(pile);
    const int next = m_folders.nextNumber(pile);
    options.name = PileFolders::scanName(next);
    const auto came = [&](const scanning::ScannedPage& scanned) {
        const auto page = PileFolders::pageOf(scanned.file);
        if (page && pageCame)
            pageCame(*page);
    };
    if (turn == ScanTurn::Pages)
        return m_parts.scanner.scan(options, came, std::move(progress), std::move(stop));
    const QString begun = m_folders.lastDuplex(pile);
    options.name = begun.isEmpty() ? PileFolders::duplexName(next) : begun;
    scanning::ManualDuplex sides(m_parts.scanner, options);
    sides.takeUp();
    return turn == ScanTurn::Fronts ? sides.scanFronts(came, std::move(progress), std::move(stop))
                                    : sides.scanBacks(came, std::move(progress), std::move(stop));
}

Result<std::vector<ScannedPage>> ScanPiles::takeOne(const QUuid& pile, const QString& path, std::stop_token stop)
{
    std::vector<ScannedPage> pages;
    if (recognition::isMailFile(path))
        return pages;
    const auto info = m_parts.renderer.inspect(rendering::PageSource::ofFile(path), stop);
    if (!info)
        return fail(info.error());
    if (info->kind == rendering::FileKind::Pdf)
        return pages;
    const auto bytes = wholeFile(path);
    if (!bytes)
        return fail(bytes.error());
    const int frames = static_cast<int>(info->pages.size());
    const int number = m_folders.nextNumber(pile);
    const QString file = m_folders.pathFor(pile, number, suffixOf(info->kind), frames);
    if (const Done written = imaging::writeWhole(file, *bytes); !written)
        return fail(written.error());
    for (int frame = 0; frame < frames; ++frame)
        pages.push_back({file, number + frame, frame});
    // Its measures may be right and the rest cut off: the first page is read to its end.
    if (const auto read = m_kept.read({file, 0, deskPreparation(), false, std::nullopt}, std::move(stop)); !read) {
        QFile::remove(file);
        return fail(read.error().code, path, read.error().cause);
    }
    return pages;
}

Result<TakenImages> ScanPiles::take(const QUuid& pile, const QStringList& paths, std::stop_token stop)
{
    if (const Done made = m_folders.make(pile); !made)
        return fail(made.error());
    TakenImages taken;
    for (const QString& path : paths) {
        const auto pages = takeOne(pile, path, stop);
        if (!pages && endsTaking(pages.error().code))
            return fail(pages.error());
        if (!pages)
            taken.refused.emplace_back(path, pages.error());
        else if (pages->empty())
            taken.documents << path;
        else
            taken.pages.insert(taken.pages.end(), pages->begin(), pages->end());
    }
    return taken;
}

Result<ScannedPage> ScanPiles::take(const QUuid& pile, const QImage& image)
{
    if (image.isNull())
        return fail(ErrorCode::ImageUnreadable);
    if (qint64{image.width()} * image.height() > mostPixels)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("pixels"));
    if (const Done made = m_folders.make(pile); !made)
        return fail(made.error());
    const auto bytes = imaging::encodePng(image);
    if (!bytes)
        return fail(bytes.error());
    const int number = m_folders.nextNumber(pile);
    const QString file = m_folders.pathFor(pile, number, QStringLiteral("png"));
    if (const Done written = imaging::writeWhole(file, *bytes); !written)
        return fail(written.error());
    return ScannedPage{file, number};
}

Result<QImage> ScanPiles::picture(const ScannedPage& page, QSize fit, std::stop_token stop)
{
    rendering::RenderRequest request;
    request.page = page.frame;
    request.fit = fit;
    request.quarterTurns = page.quarterTurns;
    return m_parts.renderer.render(rendering::PageSource::ofFile(page.file), request, std::move(stop));
}

} // namespace diakinisi::desk
