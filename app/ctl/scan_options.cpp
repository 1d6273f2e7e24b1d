#include "ctl/scan_options.h"

#include <QJsonArray>

#include <map>

namespace diakinisi::ctl {

using namespace scanning;

namespace {

const std::map<ScanSource, QString> sourceWords{{ScanSource::Flatbed, QStringLiteral("flatbed")},
                                                {ScanSource::Feeder, QStringLiteral("feeder")},
                                                {ScanSource::FeederDuplex, QStringLiteral("duplex")}};
const QString manualDuplex = QStringLiteral("manual-duplex");
const std::map<ScanColour, QString> colourWords{{ScanColour::Gray, QStringLiteral("gray")},
                                                {ScanColour::Colour, QStringLiteral("color")},
                                                {ScanColour::LineArt, QStringLiteral("lineart")}};
const std::map<QString, QSizeF> paperSizes{{QStringLiteral("A3"), {297, 420}},
                                           {QStringLiteral("A4"), {210, 297}},
                                           {QStringLiteral("A5"), {148, 210}},
                                           {QStringLiteral("Letter"), {215.9, 279.4}},
                                           {QStringLiteral("Legal"), {215.9, 355.6}}};

template <class T>
std::optional<T> byWord(const std::map<T, QString>& words, const QString& word)
{
    for (const auto& [value, each] : words)
        if (each == word)
            return value;
    return std::nullopt;
}

std::optional<int> numberFrom(const Arguments& arguments, const QString& name, int otherwise, int least, int most)
{
    if (!arguments.has(name))
        return otherwise;
    bool good = false;
    const int number = arguments.value(name).toInt(&good);
    return good && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

tl::unexpected<Error> senseless(const QString& option)
{
    return fail(ErrorCode::FieldInvalid, option);
}

/// The words of an option, or what it is without them.
QString wordOf(const Arguments& arguments, const QString& option, const QString& otherwise)
{
    return arguments.has(option) ? arguments.value(option) : otherwise;
}

Done chooseSource(const Arguments& arguments, ScanRequest& request)
{
    const bool duplex = arguments.has(QStringLiteral("duplex"));
    const bool piles = duplex || arguments.has(QStringLiteral("pages"));
    const QString source =
        wordOf(arguments, QStringLiteral("source"), sourceWords.at(piles ? ScanSource::Feeder : ScanSource::Flatbed));
    request.manualDuplex = source == manualDuplex;
    const auto from = request.manualDuplex ? ScanSource::Feeder : byWord(sourceWords, source);
    if (!from || (duplex && (*from == ScanSource::Flatbed || request.manualDuplex)))
        return senseless(QStringLiteral("--source"));
    request.options.source = duplex ? ScanSource::FeederDuplex : *from;
    return {};
}

} // namespace

QStringList scanOptionNames()
{
    return {QStringLiteral("device"),    QStringLiteral("dpi"),   QStringLiteral("mode"),      QStringLiteral("source"),
            QStringLiteral("page-size"), QStringLiteral("pages"), QStringLiteral("brightness")};
}

QStringList scanFlagNames()
{
    return {QStringLiteral("duplex"), QStringLiteral("continue"), QStringLiteral("backs")};
}

Result<ScanRequest> scanRequestFrom(const Arguments& arguments)
{
    ScanRequest request;
    ScanOptions& options = request.options;
    options.scanner = arguments.value(QStringLiteral("device"));
    if (const Done chosen = chooseSource(arguments, request); !chosen)
        return fail(chosen.error());
    const auto colour = byWord(colourWords, wordOf(arguments, QStringLiteral("mode"), QStringLiteral("gray")));
    const auto dpi = numberFrom(arguments, QStringLiteral("dpi"), 300, 50, 2400);
    const auto pages = numberFrom(arguments, QStringLiteral("pages"), 0, 1, 9'999);
    const auto brightness = numberFrom(arguments, QStringLiteral("brightness"), 0, -100, 100);
    const auto size = paperSizes.find(wordOf(arguments, QStringLiteral("page-size"), QStringLiteral("A4")));
    if (!colour || !dpi || !pages || !brightness || size == paperSizes.end())
        return senseless(!colour       ? QStringLiteral("--mode")
                         : !dpi        ? QStringLiteral("--dpi")
                         : !pages      ? QStringLiteral("--pages")
                         : !brightness ? QStringLiteral("--brightness")
                                       : QStringLiteral("--page-size"));
    if (arguments.has(QStringLiteral("backs")) && !(request.manualDuplex && arguments.has(QStringLiteral("continue"))))
        return senseless(QStringLiteral("--backs"));
    options.colour = *colour;
    options.dpi = *dpi;
    options.mostPages = *pages;
    options.brightness = *brightness;
    options.area = size->second;
    options.name = QStringLiteral("page");
    return request;
}

QJsonObject toJson(const ScannerInfo& scanner, const ScannerCapabilities& can)
{
    QJsonArray sources;
    for (const ScanSource source : can.sources)
        sources.append(sourceWords.at(source));
    if (sources.contains(sourceWords.at(ScanSource::Feeder)))
        sources.append(manualDuplex);
    QJsonArray modes;
    for (const ScanColour colour : can.colours)
        modes.append(colourWords.at(colour));
    QJsonArray resolutions;
    for (const int dpi : can.resolutions)
        resolutions.append(dpi);
    return {{QStringLiteral("id"), scanner.id},
            {QStringLiteral("vendor"), scanner.vendor},
            {QStringLiteral("model"), scanner.model},
            {QStringLiteral("sources"), sources},
            {QStringLiteral("modes"), modes},
            {QStringLiteral("resolutions"), resolutions},
            {QStringLiteral("width_mm"), can.area.width()},
            {QStringLiteral("height_mm"), can.area.height()},
            {QStringLiteral("brightness"), can.brightness}};
}

} // namespace diakinisi::ctl
