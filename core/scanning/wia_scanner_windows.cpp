#include "scanning/wia_scanner.h"

#include "scanning/wia_device_windows.h"

#include <sti.h>
#include <wiadef.h>

namespace diakinisi::scanning {

namespace {

constexpr std::array resolutionsAsked{75, 100, 150, 200, 240, 300, 400, 600, 1200};
constexpr double millimetresAnInch = 25.4;
constexpr double bedUnitsAnInch = 1000;
constexpr int percent = 100;
constexpr ULONG mostDevices = 100;

LONG dataTypeOf(ScanColour colour)
{
    return colour == ScanColour::Gray     ? WIA_DATA_GRAYSCALE
           : colour == ScanColour::Colour ? WIA_DATA_COLOR
                                          : WIA_DATA_THRESHOLD;
}

bool canScanFrom(const WiaProperties& root, ScanSource source)
{
    const LONG can = root.number(WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES).value_or(FLAT);
    return source == ScanSource::Flatbed  ? (can & FLAT) != 0
           : source == ScanSource::Feeder ? (can & FEED) != 0
                                          : (can & FEED) != 0 && (can & DUP) != 0;
}

QSizeF areaOf(const WiaProperties& root, ScanSource source)
{
    const bool flatbed = source == ScanSource::Flatbed;
    const LONG width =
        root.number(flatbed ? WIA_DPS_HORIZONTAL_BED_SIZE : WIA_DPS_HORIZONTAL_SHEET_FEED_SIZE).value_or(0);
    const LONG height = root.number(flatbed ? WIA_DPS_VERTICAL_BED_SIZE : WIA_DPS_VERTICAL_SHEET_FEED_SIZE).value_or(0);
    return QSizeF(width, height) / bedUnitsAnInch * millimetresAnInch;
}

Done chooseSource(const WiaProperties& root, ScanSource source)
{
    if (!canScanFrom(root, source))
        return fail(ErrorCode::NotSupported, QStringLiteral("source"));
    const LONG select = source == ScanSource::Flatbed  ? FLATBED
                        : source == ScanSource::Feeder ? FEEDER
                                                       : FEEDER | DUPLEX;
    const bool chosen = root.set(WIA_DPS_DOCUMENT_HANDLING_SELECT, select);
    if (!chosen && source != ScanSource::Flatbed) // those of a plain flatbed have nothing to choose
        return fail(ErrorCode::NotSupported, QStringLiteral("source"));
    root.set(WIA_DPS_PAGES, 1); // one a transfer
    return {};
}

Done chooseArea(const WiaDevice& device, const ScanOptions& options)
{
    QSizeF area = options.area;
    if (const QSizeF glass = areaOf(device.root(), options.source); !glass.isEmpty())
        area = area.boundedTo(glass);
    const auto pixels = [&](double millimetres) {
        return static_cast<LONG>(millimetres / millimetresAnInch * options.dpi);
    };
    device.item().set(WIA_IPS_XPOS, 0);
    device.item().set(WIA_IPS_YPOS, 0);
    const bool wide = device.item().set(WIA_IPS_XEXTENT, pixels(area.width()));
    const bool high = device.item().set(WIA_IPS_YEXTENT, pixels(area.height()));
    return wide && high ? Done() : fail(ErrorCode::NotSupported, QStringLiteral("area"));
}

Done chooseOptions(const WiaDevice& device, const ScanOptions& options)
{
    if (const Done chosen = chooseSource(device.root(), options.source); !chosen)
        return chosen;
    if (!device.item().set(WIA_IPA_DATATYPE, dataTypeOf(options.colour)))
        return fail(ErrorCode::NotSupported, QStringLiteral("colour"));
    const auto resolutions = device.item().numbers(WIA_IPS_XRES);
    if ((resolutions && !resolutions->takes(options.dpi)) || !device.item().set(WIA_IPS_XRES, options.dpi) ||
        !device.item().set(WIA_IPS_YRES, options.dpi))
        return fail(ErrorCode::NotSupported, QStringLiteral("dpi"));
    if (const Done chosen = chooseArea(device, options); !chosen)
        return chosen;
    if (options.brightness == 0)
        return {};
    const auto range = device.item().numbers(WIA_IPS_BRIGHTNESS);
    if (!range || !range->values.empty())
        return fail(ErrorCode::NotSupported, QStringLiteral("brightness"));
    const LONG end = options.brightness < 0 ? range->normal - range->least : range->most - range->normal;
    return device.item().set(WIA_IPS_BRIGHTNESS, range->normal + end * options.brightness / percent)
               ? Done()
               : fail(ErrorCode::NotSupported, QStringLiteral("brightness"));
}

/// As the contract has it, whatever format the driver's bitmap has.
QImage asAsked(const QImage& image, ScanColour colour)
{
    return image.convertToFormat(colour == ScanColour::Gray     ? QImage::Format_Grayscale8
                                 : colour == ScanColour::Colour ? QImage::Format_RGB888
                                                                : QImage::Format_Mono);
}

Result<WiaDevice> openById(const QString& id)
{
    return id.startsWith(WiaScanner::prefix) ? WiaDevice::open(id.mid(WiaScanner::prefix.size()))
                                             : fail(ErrorCode::ScannerMissing, id);
}

} // namespace

const QString WiaScanner::prefix = QStringLiteral("wia:");

WiaScanner::WiaScanner() : m_ready(SUCCEEDED(CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED))) {}

WiaScanner::~WiaScanner()
{
    if (m_ready)
        CoUninitialize();
}

Result<std::vector<ScannerInfo>> WiaScanner::list(std::stop_token stop)
{
    auto manager = WiaDevice::manager();
    if (!manager)
        return fail(manager.error());
    ComHandle<IEnumWIA_DEV_INFO> devices;
    if (const HRESULT listed = (*manager)->EnumDeviceInfo(WIA_DEVINFO_ENUM_LOCAL, devices.out()); FAILED(listed))
        return fail(wiaError(listed, QStringLiteral("WIA")));
    std::vector<ScannerInfo> scanners;
    for (ULONG i = 0; i < mostDevices; ++i) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        ComHandle<IWiaPropertyStorage> storage;
        ULONG got = 0;
        if (devices->Next(1, storage.out(), &got) != S_OK || got != 1)
            break;
        const WiaProperties device(std::move(storage));
        const auto type = static_cast<DWORD>(device.number(WIA_DIP_DEV_TYPE).value_or(0));
        if (GET_STIDEVICE_TYPE(type) == StiDeviceTypeScanner)
            scanners.push_back(
                {prefix + device.text(WIA_DIP_DEV_ID), device.text(WIA_DIP_VEND_DESC), device.text(WIA_DIP_DEV_DESC)});
    }
    return scanners;
}

Result<ScannerCapabilities> WiaScanner::capabilities(const QString& scanner, std::stop_token)
{
    const auto device = openById(scanner);
    if (!device)
        return fail(device.error());
    ScannerCapabilities can;
    for (const ScanSource source : allScanSources)
        if (canScanFrom(device->root(), source)) {
            can.sources.push_back(source);
            can.area = can.area.expandedTo(areaOf(device->root(), source));
        }
    const auto types = device->item().numbers(WIA_IPA_DATATYPE);
    for (const ScanColour colour : allScanColours)
        if (!types || types->takes(dataTypeOf(colour)))
            can.colours.push_back(colour);
    if (const auto resolutions = device->item().numbers(WIA_IPS_XRES))
        std::copy_if(resolutionsAsked.begin(), resolutionsAsked.end(), std::back_inserter(can.resolutions),
                     [&](int dpi) { return resolutions->takes(dpi); });
    const auto brightness = device->item().numbers(WIA_IPS_BRIGHTNESS);
    can.brightness = brightness && brightness->values.empty();
    return can;
}

Result<int> WiaScanner::scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                             std::stop_token stop)
{
    auto files = PageFiles::in(options.folder, options.name, options.numbers);
    if (!files)
        return fail(files.error());
    if (options.area.width() < 1 || options.area.height() < 1)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
    auto device = openById(options.scanner);
    if (!device)
        return fail(device.error());
    if (const Done chosen = chooseOptions(*device, options); !chosen)
        return fail(chosen.error());
    const int most = options.source == ScanSource::Flatbed ? 1 : options.mostPages;
    int count = 0;
    while (most <= 0 || count < most) {
        const auto image = device->page(progress, stop);
        if (!image && count > 0 && image.error().code == ErrorCode::ScannerNoPaper)
            break; // the feeder has given all that it had
        const auto page = image ? files->write(asAsked(*image, options.colour), options.dpi) : fail(image.error());
        if (!page)
            return fail(page.error());
        progress.report(page->pixels.height(), page->pixels.height());
        ++count;
        if (pageReady)
            pageReady(*page);
    }
    return count;
}

} // namespace diakinisi::scanning
