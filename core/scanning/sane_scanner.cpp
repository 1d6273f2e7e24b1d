#include "scanning/sane_scanner.h"

#include "base/limits.h"
#include "scanning/page_files.h"

#include <QImage>

#include <sane/saneopts.h>

namespace diakinisi::scanning {

namespace {

constexpr std::array resolutionsAsked{75, 100, 150, 200, 240, 300, 400, 600, 1200};
constexpr std::int64_t mostPixelBytes = 512 * limits::miB;
constexpr int largestSide = 20'000;
constexpr SANE_Int readAtOnce = 256 * 1024;

/// Drivers name the glass differently, and those of a plain flatbed often have no such option at all.
std::optional<QString> flatbedWord(const QStringList& words)
{
    for (const QString& word : words)
        if (word.contains(u"flatbed", Qt::CaseInsensitive) || word == u"FB" || word == u"Normal")
            return word;
    return std::nullopt;
}

std::optional<QString> colourWord(const QStringList& words, ScanColour colour)
{
    const QStringList starts =
        colour == ScanColour::Gray
            ? QStringList{QStringLiteral("Gray"), QStringLiteral("Grey"), QStringLiteral("True Gray")}
            : QStringList{QStringLiteral("Color"), QStringLiteral("Colour"), QStringLiteral("24bit")};
    for (const QString& start : starts)
        for (const QString& word : words)
            if (word.startsWith(start, Qt::CaseInsensitive))
                return word;
    return std::nullopt;
}

QSizeF areaOf(const SaneDevice& device)
{
    const auto right = device.numbers(SANE_NAME_SCAN_BR_X);
    const auto bottom = device.numbers(SANE_NAME_SCAN_BR_Y);
    if (!right || !bottom || right->unit != SANE_UNIT_MM || bottom->unit != SANE_UNIT_MM)
        return {};
    return {right->to, bottom->to};
}

Done choosePaper(SaneDevice& device, const ScanOptions& options)
{
    if (const auto sources = device.words(SANE_NAME_SCAN_SOURCE)) {
        const auto flatbed = flatbedWord(*sources);
        if (!flatbed)
            return fail(ErrorCode::NotSupported, QStringLiteral("source"));
        if (const Done set = device.setWord(SANE_NAME_SCAN_SOURCE, *flatbed); !set)
            return set;
    }
    const auto mode = colourWord(device.words(SANE_NAME_SCAN_MODE).value_or(QStringList()), options.colour);
    if (!mode)
        return fail(ErrorCode::NotSupported, QStringLiteral("colour"));
    if (const Done set = device.setWord(SANE_NAME_SCAN_MODE, *mode); !set)
        return set;
    if (const auto depth = device.numbers(SANE_NAME_BIT_DEPTH); depth && depth->takes(8))
        return device.setNumber(SANE_NAME_BIT_DEPTH, 8);
    return {};
}

Done chooseMeasures(SaneDevice& device, const ScanOptions& options)
{
    const auto resolution = device.numbers(SANE_NAME_SCAN_RESOLUTION);
    if (!resolution || !resolution->takes(options.dpi))
        return fail(ErrorCode::NotSupported, QStringLiteral("dpi"));
    if (const Done set = device.setNumber(SANE_NAME_SCAN_RESOLUTION, options.dpi); !set)
        return set;
    const QSizeF glass = areaOf(device);
    if (glass.isEmpty())
        return {}; // then the driver scans what it has
    const std::array<std::pair<const char*, double>, 4> edges{
        {{SANE_NAME_SCAN_TL_X, 0.0},
         {SANE_NAME_SCAN_TL_Y, 0.0},
         {SANE_NAME_SCAN_BR_X, std::min(glass.width(), options.area.width())},
         {SANE_NAME_SCAN_BR_Y, std::min(glass.height(), options.area.height())}}};
    for (const auto& [name, millimetres] : edges)
        if (const Done set = device.setNumber(name, millimetres); !set)
            return set;
    return {};
}

Done checkFrame(const SANE_Parameters& frame)
{
    const bool known = frame.depth == 8 && frame.last_frame != SANE_FALSE &&
                       (frame.format == SANE_FRAME_GRAY || frame.format == SANE_FRAME_RGB);
    const SANE_Int channels = frame.format == SANE_FRAME_RGB ? 3 : 1;
    if (!known)
        return fail(ErrorCode::NotSupported, QStringLiteral("scanner"),
                    QStringLiteral("format %1, depth %2").arg(int{frame.format}).arg(frame.depth));
    if (frame.pixels_per_line < 1 || frame.pixels_per_line > largestSide || frame.lines > largestSide ||
        frame.bytes_per_line < frame.pixels_per_line * channels)
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
    return QImage(reinterpret_cast<const uchar*>(pixels.constData()), frame.pixels_per_line, static_cast<int>(lines),
                  frame.bytes_per_line,
                  frame.format == SANE_FRAME_RGB ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
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
    ScannerCapabilities can;
    const auto sources = device->words(SANE_NAME_SCAN_SOURCE);
    if (!sources || flatbedWord(*sources))
        can.sources.push_back(ScanSource::Flatbed);
    const QStringList modes = device->words(SANE_NAME_SCAN_MODE).value_or(QStringList());
    for (const ScanColour colour : {ScanColour::Gray, ScanColour::Colour})
        if (colourWord(modes, colour))
            can.colours.push_back(colour);
    if (const auto resolution = device->numbers(SANE_NAME_SCAN_RESOLUTION))
        std::copy_if(resolutionsAsked.begin(), resolutionsAsked.end(), std::back_inserter(can.resolutions),
                     [&](int dpi) { return resolution->takes(dpi); });
    can.area = areaOf(*device);
    return can;
}

Result<int> SaneScanner::scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                              std::stop_token stop)
{
    auto files = PageFiles::in(options.folder, options.name);
    if (!files)
        return fail(files.error());
    if (options.area.width() < 1 || options.area.height() < 1)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
    if (const Done begun = begin(); !begun)
        return fail(begun.error());
    auto device = SaneDevice::open(options.scanner);
    if (!device)
        return fail(device.error());
    if (const Done chosen = choosePaper(*device, options); !chosen)
        return fail(chosen.error());
    if (const Done chosen = chooseMeasures(*device, options); !chosen)
        return fail(chosen.error());
    m_inUse.emplace(std::move(*device));
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
    const auto page = files->write(*picture, options.dpi);
    if (!page)
        return fail(page.error());
    if (pageReady)
        pageReady(*page);
    return 1;
}

} // namespace diakinisi::scanning
