#include "scanning/sane_scanner.h"

#include "base/limits.h"
#include "scanning/page_files.h"
#include "scanning/sane_options.h"

#include <QImage>

namespace diakinisi::scanning {

namespace {

constexpr std::int64_t mostPixelBytes = 512 * limits::miB;
constexpr int largestSide = 20'000;
constexpr SANE_Int readAtOnce = 256 * 1024;

Done checkFrame(const SANE_Parameters& frame)
{
    const bool gray = frame.format == SANE_FRAME_GRAY;
    const bool known = frame.last_frame != SANE_FALSE && (frame.depth == 8 || (frame.depth == 1 && gray)) &&
                       (gray || frame.format == SANE_FRAME_RGB);
    const SANE_Int leastBytes = frame.depth == 1 ? (frame.pixels_per_line + 7) / 8
                                : gray           ? frame.pixels_per_line
                                                 : 3 * frame.pixels_per_line;
    if (!known)
        return fail(ErrorCode::NotSupported, QStringLiteral("scanner"),
                    QStringLiteral("format %1, depth %2").arg(int{frame.format}).arg(frame.depth));
    if (frame.pixels_per_line < 1 || frame.pixels_per_line > largestSide || frame.lines > largestSide ||
        frame.bytes_per_line < std::max(1, leastBytes))
        return fail(ErrorCode::LimitExceeded, QStringLiteral("scanner"),
                    QStringLiteral("%1x%2").arg(frame.pixels_per_line).arg(frame.lines));
    return {};
}

/// The page's bytes, all of them; a driver may not say beforehand how many lines there are.
Result<QByteArray> readPage(SaneDevice& device, const SANE_Parameters& frame, Progress& progress,
                            const std::stop_token& stop)
{
    QByteArray pixels;
    const std::int64_t expected = frame.lines > 0 ? std::int64_t{frame.bytes_per_line} * frame.lines : 0;
    if (expected > mostPixelBytes)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("scanner"));
    pixels.reserve(expected);
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        auto more = device.read(readAtOnce);
        if (!more)
            return more;
        if (more->isEmpty())
            return pixels;
        if (pixels.size() + more->size() > mostPixelBytes)
            return fail(ErrorCode::LimitExceeded, QStringLiteral("scanner"));
        pixels += *more;
        progress.report(pixels.size() / frame.bytes_per_line, std::max(frame.lines, 0));
    }
}

/// A view on `pixels`, which must outlive it.
Result<QImage> pictureOf(const QByteArray& pixels, const SANE_Parameters& frame)
{
    const auto lines = pixels.size() / frame.bytes_per_line;
    if (lines < 1 || lines > largestSide || lines < frame.lines)
        return fail(ErrorCode::ScannerFailed, {}, QStringLiteral("%1 of %2 lines").arg(lines).arg(frame.lines));
    const QImage::Format format = frame.depth == 1                 ? QImage::Format_Mono
                                  : frame.format == SANE_FRAME_RGB ? QImage::Format_RGB888
                                                                   : QImage::Format_Grayscale8;
    QImage picture(reinterpret_cast<const uchar*>(pixels.constData()), frame.pixels_per_line, static_cast<int>(lines),
                   frame.bytes_per_line, format);
    if (frame.depth == 1)
        picture.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)}); // SANE's 1 is black
    return picture;
}

} // namespace

SaneScanner::~SaneScanner()
{
    settle();
    if (m_begun)
        sane_exit();
}

void SaneScanner::settle()
{
    if (m_inUse)
        m_inUse->cancel();
    m_inUse.reset();
}

Done SaneScanner::begin()
{
    settle();
    if (m_begun)
        return {};
    if (const SANE_Status status = sane_init(nullptr, nullptr); status != SANE_STATUS_GOOD)
        return fail(saneError(status, QStringLiteral("SANE")));
    m_begun = true;
    return {};
}

Result<std::vector<ScannerInfo>> SaneScanner::list(std::stop_token stop)
{
    if (const Done begun = begin(); !begun)
        return fail(begun.error());
    const SANE_Device** devices = nullptr;
    constexpr SANE_Bool networkToo = SANE_FALSE; // "local only" is false
    if (const SANE_Status status = sane_get_devices(&devices, networkToo); status != SANE_STATUS_GOOD)
        return fail(saneError(status, QStringLiteral("SANE")));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    std::vector<ScannerInfo> scanners;
    for (; *devices != nullptr; ++devices)
        scanners.push_back({QString::fromUtf8((*devices)->name), QString::fromUtf8((*devices)->vendor),
                            QString::fromUtf8((*devices)->model)});
    return scanners;
}

Result<ScannerCapabilities> SaneScanner::capabilities(const QString& scanner, std::stop_token)
{
    if (const Done begun = begin(); !begun)
        return fail(begun.error());
    const auto device = SaneDevice::open(scanner);
    if (!device)
        return fail(device.error());
    return capabilitiesOf(*device);
}

Result<int> SaneScanner::scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                              std::stop_token stop)
{
    auto files = PageFiles::in(options.folder, options.name, options.numbers);
    if (!files)
        return fail(files.error());
    if (options.area.width() < 1 || options.area.height() < 1)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
    if (const Done begun = begin(); !begun)
        return fail(begun.error());
    auto device = SaneDevice::open(options.scanner);
    if (!device)
        return fail(device.error());
    if (const Done chosen = chooseOptions(*device, options); !chosen)
        return fail(chosen.error());
    m_inUse.emplace(std::move(*device));
    const int most = options.source == ScanSource::Flatbed ? 1 : options.mostPages;
    int count = 0;
    while (most <= 0 || count < most) {
        const auto page = scanPage(*files, options.dpi, progress, stop);
        if (!page && count > 0 && page.error().code == ErrorCode::ScannerNoPaper)
            break; // the feeder has given all that it had
        if (!page)
            return fail(page.error());
        ++count;
        if (pageReady)
            pageReady(*page);
    }
    return count;
}

Result<ScannedPage> SaneScanner::scanPage(PageFiles& files, int dpi, Progress& progress, const std::stop_token& stop)
{
    const auto frame = m_inUse->start();
    if (!frame)
        return fail(frame.error());
    if (const Done checked = checkFrame(*frame); !checked)
        return fail(checked.error());
    const auto pixels = readPage(*m_inUse, *frame, progress, stop);
    if (!pixels)
        return fail(pixels.error());
    const auto picture = pictureOf(*pixels, *frame);
    if (!picture)
        return fail(picture.error());
    return files.write(*picture, dpi);
}

} // namespace diakinisi::scanning
