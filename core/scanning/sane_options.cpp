#include "scanning/sane_options.h"

#include <map>

#include <sane/saneopts.h>

namespace diakinisi::scanning {

namespace {

constexpr std::array resolutionsAsked{75, 100, 150, 200, 240, 300, 400, 600, 1200};
constexpr const char* feederMode = "adf-mode"; ///< of drivers whose source is the feeder alone
constexpr int percent = 100;

bool has(const QString& word, QStringView part)
{
    return word.contains(part, Qt::CaseInsensitive);
}

bool isFlatbed(const QString& word)
{
    return has(word, u"flatbed") || word == u"FB" || word == u"Normal";
}

bool isFeeder(const QString& word)
{
    return has(word, u"adf") || has(word, u"feeder");
}

/// The word for a source, if it has one of its own.
std::optional<QString> sourceWord(const QStringList& words, ScanSource source)
{
    for (const QString& word : words) {
        const bool duplex = has(word, u"duplex");
        if ((source == ScanSource::Flatbed && isFlatbed(word)) ||
            (source == ScanSource::Feeder && isFeeder(word) && !duplex && !has(word, u"back")) ||
            (source == ScanSource::FeederDuplex && duplex))
            return word;
    }
    return std::nullopt;
}

std::optional<QString> duplexMode(const SaneDevice& device)
{
    for (const QString& word : device.words(feederMode).value_or(QStringList()))
        if (has(word, u"duplex"))
            return word;
    return std::nullopt;
}

bool canScanFrom(const SaneDevice& device, ScanSource source)
{
    const auto words = device.words(SANE_NAME_SCAN_SOURCE);
    if (!words) // those of a plain flatbed often have no such option at all
        return source == ScanSource::Flatbed;
    if (sourceWord(*words, source))
        return true;
    return source == ScanSource::FeederDuplex && sourceWord(*words, ScanSource::Feeder) && duplexMode(device);
}

std::optional<QString> colourWord(const QStringList& words, ScanColour colour)
{
    static const std::map<ScanColour, QStringList> starts{
        {ScanColour::Gray, {QStringLiteral("Gray"), QStringLiteral("Grey"), QStringLiteral("True Gray")}},
        {ScanColour::Colour, {QStringLiteral("Color"), QStringLiteral("Colour"), QStringLiteral("24bit")}},
        {ScanColour::LineArt,
         {QStringLiteral("Lineart"), QStringLiteral("Binary"), QStringLiteral("Black & White"),
          QStringLiteral("Monochrome"), QStringLiteral("Threshold")}}};
    for (const QString& start : starts.at(colour))
        for (const QString& word : words)
            if (word.startsWith(start, Qt::CaseInsensitive))
                return word;
    return std::nullopt;
}

/// Line art is a mode of its own, or gray of one bit.
bool grayOfOneBit(const SaneDevice& device, const QStringList& modes)
{
    const auto depth = device.numbers(SANE_NAME_BIT_DEPTH);
    return colourWord(modes, ScanColour::Gray) && depth && depth->takes(1);
}

QSizeF areaOf(const SaneDevice& device)
{
    const auto right = device.numbers(SANE_NAME_SCAN_BR_X);
    const auto bottom = device.numbers(SANE_NAME_SCAN_BR_Y);
    if (!right || !bottom || right->unit != SANE_UNIT_MM || bottom->unit != SANE_UNIT_MM)
        return {};
    return {right->to, bottom->to};
}

Done chooseSource(SaneDevice& device, ScanSource source)
{
    const auto words = device.words(SANE_NAME_SCAN_SOURCE);
    if (!canScanFrom(device, source))
        return fail(ErrorCode::NotSupported, QStringLiteral("source"));
    if (!words)
        return {};
    if (const auto word = sourceWord(*words, source))
        return device.setWord(SANE_NAME_SCAN_SOURCE, *word);
    const Done set = device.setWord(SANE_NAME_SCAN_SOURCE, *sourceWord(*words, ScanSource::Feeder));
    const auto duplex = duplexMode(device); // some offer it only once the feeder is chosen
    return set && duplex ? device.setWord(feederMode, *duplex) : set;
}

Done chooseColours(SaneDevice& device, ScanColour colour)
{
    const QStringList modes = device.words(SANE_NAME_SCAN_MODE).value_or(QStringList());
    auto mode = colourWord(modes, colour);
    const bool oneBit = !mode && colour == ScanColour::LineArt && grayOfOneBit(device, modes);
    if (oneBit)
        mode = colourWord(modes, ScanColour::Gray);
    if (!mode)
        return fail(ErrorCode::NotSupported, QStringLiteral("colour"));
    if (const Done set = device.setWord(SANE_NAME_SCAN_MODE, *mode); !set)
        return set;
    const int bits = oneBit ? 1 : 8;
    const auto depth = device.numbers(SANE_NAME_BIT_DEPTH);
    if (depth && depth->takes(bits) && (oneBit || colour != ScanColour::LineArt))
        return device.setNumber(SANE_NAME_BIT_DEPTH, bits);
    return {};
}

Done chooseBrightness(SaneDevice& device, int brightness)
{
    const auto range = device.numbers(SANE_NAME_BRIGHTNESS);
    if (!range)
        return fail(ErrorCode::NotSupported, QStringLiteral("brightness"));
    const double end = brightness < 0 ? -range->from : range->to;
    return device.setNumber(SANE_NAME_BRIGHTNESS, end * brightness / percent);
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

} // namespace

ScannerCapabilities capabilitiesOf(const SaneDevice& device)
{
    ScannerCapabilities can;
    for (const ScanSource source : allScanSources)
        if (canScanFrom(device, source))
            can.sources.push_back(source);
    const QStringList modes = device.words(SANE_NAME_SCAN_MODE).value_or(QStringList());
    for (const ScanColour colour : allScanColours)
        if (colourWord(modes, colour) || (colour == ScanColour::LineArt && grayOfOneBit(device, modes)))
            can.colours.push_back(colour);
    if (const auto resolution = device.numbers(SANE_NAME_SCAN_RESOLUTION))
        std::copy_if(resolutionsAsked.begin(), resolutionsAsked.end(), std::back_inserter(can.resolutions),
                     [&](int dpi) { return resolution->takes(dpi); });
    can.area = areaOf(device);
    can.brightness = device.numbers(SANE_NAME_BRIGHTNESS).has_value();
    return can;
}

Done chooseOptions(SaneDevice& device, const ScanOptions& options)
{
    Done chosen = chooseSource(device, options.source);
    if (chosen)
        chosen = chooseColours(device, options.colour);
    if (chosen)
        chosen = chooseMeasures(device, options);
    if (chosen && options.brightness != 0)
        chosen = chooseBrightness(device, options.brightness);
    return chosen;
}

} // namespace diakinisi::scanning
