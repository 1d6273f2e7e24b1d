#include "scanning/escl_text.h"

#include "scanning/escl_reader.h"

#include <QUrl>
#include <QXmlStreamWriter>

namespace diakinisi::scanning::escl {

namespace {

constexpr std::array resolutionsAsked{75, 100, 150, 200, 240, 300, 400, 600, 1200};
constexpr double unitsAnInch = 300;
constexpr double millimetresAnInch = 25.4;
constexpr int percent = 100;
const QString esclSpace = QStringLiteral("http://schemas.hp.com/imaging/escl/2011/05/03");
const QString pwgSpace = QStringLiteral("http://www.pwg.org/schemas/2010/12/sm");

/// A number of a device's, cut to where it can still make sense.
int numberIn(const Leaf& leaf)
{
    constexpr int furthest = 100'000;
    return std::clamp(leaf.text.toInt(), -furthest, furthest);
}

void note(Input& input, const Leaf& leaf)
{
    const int number = numberIn(leaf);
    if (leaf.name == u"MaxWidth")
        input.most.setWidth(number);
    else if (leaf.name == u"MaxHeight")
        input.most.setHeight(number);
    else if (leaf.name == u"MinWidth")
        input.least.setWidth(number);
    else if (leaf.name == u"MinHeight")
        input.least.setHeight(number);
    else if (leaf.name == u"XResolution" && number > 0)
        input.resolutions.push_back(number);
    else if (leaf.name == u"Min" && leaf.isBelow(u"XResolutionRange"))
        input.fromDpi = number;
    else if (leaf.name == u"Max" && leaf.isBelow(u"XResolutionRange"))
        input.toDpi = number;
    else if (leaf.name == u"ColorMode" && leaf.text == u"Grayscale8")
        input.gray = true;
    else if (leaf.name == u"ColorMode" && leaf.text == u"RGB24")
        input.colour = true;
}

void note(Range& range, const Leaf& leaf)
{
    const int number = numberIn(leaf);
    if (leaf.name == u"Min")
        range.least = number;
    else if (leaf.name == u"Max")
        range.most = number;
    else if (leaf.name == u"Normal")
        range.normal = number;
}

Input& made(std::optional<Input>& input)
{
    return input ? *input : input.emplace();
}

void note(Capabilities& device, const Leaf& leaf)
{
    if (leaf.isBelow(u"PlatenInputCaps"))
        note(made(device.platen), leaf);
    else if (leaf.isBelow(u"AdfSimplexInputCaps"))
        note(made(device.feeder), leaf);
    else if (leaf.isBelow(u"AdfDuplexInputCaps"))
        note(made(device.duplex), leaf);
    else if (leaf.isBelow(u"BrightnessSupport"))
        note(device.brightness ? *device.brightness : device.brightness.emplace(), leaf);
    else if (leaf.name == u"MakeAndModel")
        device.model = leaf.text;
    else if (leaf.name == u"Version" && device.version.isEmpty())
        device.version = leaf.text;
}

bool isUsable(const Input& input)
{
    return input.most.width() > 0 && input.most.height() > 0 && (input.gray || input.colour);
}

void dropUnusable(std::optional<Input>& input)
{
    if (!input)
        return;
    std::sort(input->resolutions.begin(), input->resolutions.end());
    if (!isUsable(*input))
        input.reset();
}

int unitsOf(double millimetres, int least, int most)
{
    const int wanted = qRound(millimetres / millimetresAnInch * unitsAnInch);
    return std::clamp(wanted, std::min(std::max(least, 1), most), most);
}

int brightnessFor(int brightness, const Range& range)
{
    const int end = brightness < 0 ? range.normal - range.least : range.most - range.normal;
    return range.normal + end * brightness / percent;
}

class Writer
{
public:
    Writer() : m_xml(&m_bytes)
    {
        m_xml.writeStartDocument();
        m_xml.writeNamespace(esclSpace, QStringLiteral("scan"));
        m_xml.writeNamespace(pwgSpace, QStringLiteral("pwg"));
        m_xml.writeStartElement(esclSpace, QStringLiteral("ScanSettings"));
    }
    void scan(const char* name, const QString& text)
    {
        m_xml.writeTextElement(esclSpace, QString::fromLatin1(name), text);
    }
    void pwg(const char* name, const QString& text)
    {
        m_xml.writeTextElement(pwgSpace, QString::fromLatin1(name), text);
    }
    void beginPwg(const char* name) { m_xml.writeStartElement(pwgSpace, QString::fromLatin1(name)); }
    void end() { m_xml.writeEndElement(); }
    QByteArray finished()
    {
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

void writeRegion(Writer& xml, const ScanOptions& options, const Input& input)
{
    xml.beginPwg("ScanRegions");
    xml.beginPwg("ScanRegion");
    xml.pwg("Height", QString::number(unitsOf(options.area.height(), input.least.height(), input.most.height())));
    xml.pwg("ContentRegionUnits", QStringLiteral("escl:ThreeHundredthsOfInches"));
    xml.pwg("Width", QString::number(unitsOf(options.area.width(), input.least.width(), input.most.width())));
    xml.pwg("XOffset", QStringLiteral("0"));
    xml.pwg("YOffset", QStringLiteral("0"));
    xml.end();
    xml.end();
}

} // namespace

bool Input::takes(int dpi) const
{
    return std::binary_search(resolutions.begin(), resolutions.end(), dpi) ||
           (fromDpi > 0 && dpi >= fromDpi && dpi <= toDpi);
}

const std::optional<Input>& Capabilities::of(ScanSource source) const
{
    return source == ScanSource::Flatbed ? platen : source == ScanSource::Feeder ? feeder : duplex;
}

Result<Capabilities> capabilitiesFrom(const QByteArray& xml)
{
    Capabilities device;
    bool duplexOption = false;
    const Done read = readLeaves(xml, u"ScannerCapabilities", [&](const Leaf& leaf) {
        note(device, leaf);
        duplexOption = duplexOption || (leaf.name == u"AdfOption" && leaf.text == u"Duplex");
    });
    if (!read)
        return fail(read.error());
    dropUnusable(device.platen);
    dropUnusable(device.feeder);
    dropUnusable(device.duplex);
    if (duplexOption && !device.duplex) // some say only that they can, and not what
        device.duplex = device.feeder;
    if (device.brightness && device.brightness->least >= device.brightness->most)
        device.brightness.reset();
    return device;
}

ScannerCapabilities capabilitiesOf(const Capabilities& device)
{
    ScannerCapabilities can;
    bool any = false;
    bool colour = false;
    for (const ScanSource source : allScanSources)
        if (const auto& input = device.of(source)) {
            can.sources.push_back(source);
            any = true;
            colour = colour || input->colour;
            can.area = can.area.expandedTo(QSizeF(input->most) / unitsAnInch * millimetresAnInch);
        }
    for (const ScanColour each : allScanColours)
        if (any && (each != ScanColour::Colour || colour))
            can.colours.push_back(each);
    for (const int dpi : resolutionsAsked)
        for (const ScanSource source : can.sources)
            if (device.of(source)->takes(dpi) && (can.resolutions.empty() || can.resolutions.back() != dpi))
                can.resolutions.push_back(dpi);
    can.brightness = device.brightness.has_value();
    return can;
}

const Status::Job* Status::job(const QString& path) const
{
    const auto found =
        std::find_if(jobs.begin(), jobs.end(), [&path](const Job& each) { return each.path.endsWith(path); });
    return found == jobs.end() ? nullptr : &*found;
}

Result<Status> statusFrom(const QByteArray& xml)
{
    Status status;
    const Done read = readLeaves(xml, u"ScannerStatus", [&status](const Leaf& leaf) {
        if (leaf.name == u"JobUri")
            status.jobs.push_back({QUrl(leaf.text).path(), {}, {}});
        else if (leaf.name == u"JobState" && !status.jobs.empty())
            status.jobs.back().state = leaf.text;
        else if (leaf.name == u"JobStateReason" && !status.jobs.empty())
            status.jobs.back().reason = leaf.text;
        else if (leaf.name == u"State")
            status.state = leaf.text;
        else if (leaf.name == u"AdfState")
            status.feederState = leaf.text;
    });
    return read ? Result<Status>(status) : fail(read.error());
}

std::optional<ErrorCode> feederError(const Status& status)
{
    const QString& state = status.feederState;
    if (state == u"ScannerAdfEmpty")
        return ErrorCode::ScannerNoPaper;
    if (state == u"ScannerAdfHatchOpen" || state == u"ScannerAdfCoverOpen")
        return ErrorCode::ScannerCoverOpen;
    // Whatever keeps a sheet from its way is for the clerk's hands: jams, double and failed picks, the tray.
    for (const QStringView each :
         {QStringView(u"Jam"), QStringView(u"Mispick"), QStringView(u"Multipick"), QStringView(u"PageTooShort"),
          QStringView(u"PageTooLong"), QStringView(u"InputTray")})
        if (state.contains(each))
            return ErrorCode::ScannerJammed;
    return std::nullopt;
}

Result<QByteArray> settingsFor(const ScanOptions& options, const Capabilities& device)
{
    const auto& input = device.of(options.source);
    if (!input)
        return fail(ErrorCode::NotSupported, QStringLiteral("source"));
    if (!input->takes(options.dpi))
        return fail(ErrorCode::NotSupported, QStringLiteral("dpi"));
    if (options.colour == ScanColour::Colour && !input->colour)
        return fail(ErrorCode::NotSupported, QStringLiteral("colour"));
    if (options.brightness != 0 && !device.brightness)
        return fail(ErrorCode::NotSupported, QStringLiteral("brightness"));
    const bool colour = options.colour == ScanColour::Colour || !input->gray;
    const QString dpi = QString::number(options.dpi);
    Writer xml; // in the order of the schema, which some devices insist on
    xml.pwg("Version", device.version.isEmpty() ? QStringLiteral("2.0") : device.version);
    xml.scan("Intent", QStringLiteral("Document"));
    writeRegion(xml, options, *input);
    xml.pwg("InputSource", options.source == ScanSource::Flatbed ? QStringLiteral("Platen") : QStringLiteral("Feeder"));
    xml.pwg("DocumentFormat", QStringLiteral("image/jpeg"));
    xml.scan("DocumentFormatExt", QStringLiteral("image/jpeg"));
    xml.scan("XResolution", dpi);
    xml.scan("YResolution", dpi);
    xml.scan("ColorMode", colour ? QStringLiteral("RGB24") : QStringLiteral("Grayscale8"));
    if (options.source != ScanSource::Flatbed)
        xml.scan("Duplex",
                 options.source == ScanSource::FeederDuplex ? QStringLiteral("true") : QStringLiteral("false"));
    if (device.brightness && options.brightness != 0)
        xml.scan("Brightness", QString::number(brightnessFor(options.brightness, *device.brightness)));
    return xml.finished();
}

} // namespace diakinisi::scanning::escl
