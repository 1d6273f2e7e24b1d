#include "scanning/wire.h"

#include "scanning/scan_words.h"

#include <QJsonArray>

namespace diakinisi::scanning::wire {

namespace {

constexpr qsizetype mostEntries = 200;

const QString areaWidthKey = QStringLiteral("areaWidth");
const QString areaHeightKey = QStringLiteral("areaHeight");
const QString brightnessKey = QStringLiteral("brightness");
const QString dpiKey = QStringLiteral("dpi");
const QString firstNumberKey = QStringLiteral("firstNumber");
const QString numberStepKey = QStringLiteral("numberStep");
const QString pagesKey = QStringLiteral("pages");
const QString scannersKey = QStringLiteral("scanners");

} // namespace

QJsonObject fromScanners(const std::vector<ScannerInfo>& scanners)
{
    QJsonArray list;
    for (const ScannerInfo& scanner : scanners)
        if (list.size() < mostEntries)
            list.append(QJsonObject{{QStringLiteral("id"), scanner.id},
                                    {QStringLiteral("vendor"), scanner.vendor},
                                    {QStringLiteral("model"), scanner.model}});
    return {{scannersKey, list}};
}

std::vector<ScannerInfo> toScanners(const QJsonObject& head)
{
    std::vector<ScannerInfo> scanners;
    const QJsonArray list = head.value(scannersKey).toArray();
    for (const QJsonValue& entry : list)
        if (!entry[u"id"].toString().isEmpty())
            scanners.push_back({entry[u"id"].toString(), entry[u"vendor"].toString(), entry[u"model"].toString()});
    return scanners;
}

QJsonObject fromCapabilities(const ScannerCapabilities& capabilities)
{
    QJsonArray sources;
    for (const ScanSource source : capabilities.sources)
        sources.append(scanWord(source));
    QJsonArray colours;
    for (const ScanColour colour : capabilities.colours)
        colours.append(scanWord(colour));
    QJsonArray resolutions;
    for (const int dpi : capabilities.resolutions)
        resolutions.append(dpi);
    return {{QStringLiteral("sources"), sources},         {QStringLiteral("colours"), colours},
            {QStringLiteral("resolutions"), resolutions}, {areaWidthKey, capabilities.area.width()},
            {areaHeightKey, capabilities.area.height()},  {brightnessKey, capabilities.brightness}};
}

ScannerCapabilities toCapabilities(const QJsonObject& head)
{
    ScannerCapabilities capabilities;
    for (const QJsonValue& word : head.value(u"sources").toArray())
        if (const auto source = scanSource(word.toString()))
            capabilities.sources.push_back(*source);
    for (const QJsonValue& word : head.value(u"colours").toArray())
        if (const auto colour = scanColour(word.toString()))
            capabilities.colours.push_back(*colour);
    for (const QJsonValue& dpi : head.value(u"resolutions").toArray())
        if (dpi.toInt() > 0)
            capabilities.resolutions.push_back(dpi.toInt());
    capabilities.area = {head.value(areaWidthKey).toDouble(), head.value(areaHeightKey).toDouble()};
    capabilities.brightness = head.value(brightnessKey).toBool();
    return capabilities;
}

QJsonObject fromOptions(const ScanOptions& options)
{
    return {{QStringLiteral("scanner"), options.scanner},
            {QStringLiteral("source"), scanWord(options.source)},
            {QStringLiteral("colour"), scanWord(options.colour)},
            {dpiKey, options.dpi},
            {areaWidthKey, options.area.width()},
            {areaHeightKey, options.area.height()},
            {brightnessKey, options.brightness},
            {pagesKey, options.mostPages},
            {firstNumberKey, options.numbers.first},
            {numberStepKey, options.numbers.step},
            {QStringLiteral("folder"), options.folder},
            {QStringLiteral("name"), options.name}};
}

Result<ScanOptions> toOptions(const QJsonObject& head)
{
    const auto colour = scanColour(head.value(u"colour").toString());
    const auto source = scanSource(head.value(u"source").toString());
    if (!colour)
        return fail(ErrorCode::NotSupported, QStringLiteral("colour"));
    if (!source)
        return fail(ErrorCode::NotSupported, QStringLiteral("source"));
    ScanOptions options;
    options.scanner = head.value(u"scanner").toString();
    options.colour = *colour;
    options.source = *source;
    options.brightness = head.value(brightnessKey).toInt();
    options.mostPages = head.value(pagesKey).toInt();
    options.dpi = head.value(dpiKey).toInt();
    options.area = {head.value(areaWidthKey).toDouble(), head.value(areaHeightKey).toDouble()};
    options.folder = head.value(u"folder").toString();
    options.name = head.value(u"name").toString();
    options.numbers = {head.value(firstNumberKey).toInt(1), head.value(numberStepKey).toInt(1)};
    return options;
}

QJsonObject fromPage(const ScannedPage& page)
{
    return {{QStringLiteral("file"), page.file},
            {QStringLiteral("width"), page.pixels.width()},
            {QStringLiteral("height"), page.pixels.height()},
            {dpiKey, page.dpi}};
}

std::optional<ScannedPage> toPage(const QJsonObject& head)
{
    if (!head.contains(u"file"))
        return std::nullopt;
    return ScannedPage{head.value(u"file").toString(),
                       QSize(head.value(u"width").toInt(), head.value(u"height").toInt()), head.value(dpiKey).toInt()};
}

QJsonObject fromProgress(std::int64_t done, std::int64_t total)
{
    return {{QStringLiteral("done"), qint64{done}}, {QStringLiteral("total"), qint64{total}}};
}

std::optional<std::pair<std::int64_t, std::int64_t>> toProgress(const QJsonObject& head)
{
    if (!head.contains(u"done"))
        return std::nullopt;
    return std::pair<std::int64_t, std::int64_t>(head.value(u"done").toInteger(), head.value(u"total").toInteger());
}

QJsonObject fromCount(int pages)
{
    return {{pagesKey, pages}};
}

int toCount(const QJsonObject& head)
{
    return head.value(pagesKey).toInt();
}

} // namespace diakinisi::scanning::wire
