#include "imaging/wire.h"

#include <QJsonArray>

#include <cmath>

namespace diakinisi::imaging::wire {

namespace {

constexpr int longestSide = 20'000;
constexpr qsizetype mostCodes = 1'000;

const QString cropKey = QStringLiteral("crop");
const QString whitenKey = QStringLiteral("whiten");
const QString xKey = QStringLiteral("x");
const QString yKey = QStringLiteral("y");
const QString widthKey = QStringLiteral("width");
const QString heightKey = QStringLiteral("height");
const QString turnsKey = QStringLiteral("quarterTurns");
const QString codesKey = QStringLiteral("codes");

QJsonObject fromBox(const QRectF& box)
{
    return {{xKey, box.x()}, {yKey, box.y()}, {widthKey, box.width()}, {heightKey, box.height()}};
}

QRectF toBox(const QJsonValue& value)
{
    return {value[xKey].toDouble(), value[yKey].toDouble(), value[widthKey].toDouble(), value[heightKey].toDouble()};
}

QJsonArray fromCodes(const std::vector<PageCode>& codes)
{
    QJsonArray list;
    for (const PageCode& code : codes)
        if (list.size() < mostCodes)
            list.append(QJsonObject{{QStringLiteral("kind"), static_cast<int>(code.kind)},
                                    {QStringLiteral("text"), code.text},
                                    {QStringLiteral("box"), fromBox(code.box)}});
    return list;
}

} // namespace

QJsonObject fromOptions(const PrepareOptions& options)
{
    return {{cropKey, options.cleanUp.crop},
            {QStringLiteral("deskew"), options.cleanUp.deskew},
            {whitenKey, options.cleanUp.whiten},
            {QStringLiteral("despeckle"), options.cleanUp.despeckle},
            {QStringLiteral("colours"), static_cast<int>(options.cleanUp.colours)},
            {turnsKey, options.quarterTurns},
            {QStringLiteral("examine"), options.examine},
            {QStringLiteral("lossless"), options.lossless},
            {QStringLiteral("quality"), options.quality},
            {QStringLiteral("readCodes"), options.readCodes}};
}

PrepareOptions toOptions(const QJsonObject& head)
{
    PrepareOptions options;
    options.cleanUp.crop = head.value(cropKey).toBool();
    options.cleanUp.deskew = head.value(u"deskew").toBool();
    options.cleanUp.whiten = head.value(whitenKey).toBool();
    options.cleanUp.despeckle = head.value(u"despeckle").toBool();
    options.cleanUp.colours =
        static_cast<PageColours>(std::clamp(head.value(u"colours").toInt(), 0, static_cast<int>(PageColours::LineArt)));
    options.quarterTurns = head.value(turnsKey).toInt() % 4;
    options.examine = head.value(u"examine").toBool(true);
    options.lossless = head.value(u"lossless").toBool();
    options.quality = std::clamp(head.value(u"quality").toInt(options.quality), 1, 100);
    options.readCodes = head.value(u"readCodes").toBool();
    return options;
}

QJsonObject fromFindings(const PageFindings& findings)
{
    return {{QStringLiteral("blank"), findings.blank},
            {QStringLiteral("blackAndWhite"), findings.blackAndWhite},
            {QStringLiteral("skew"), findings.skew.degrees},
            {QStringLiteral("skewConfidence"), findings.skew.confidence},
            {QStringLiteral("sheet"), fromBox(findings.sheet)},
            {QStringLiteral("paper"), findings.paperLevel},
            {codesKey, fromCodes(findings.codes)},
            {turnsKey, findings.quarterTurns},
            {QStringLiteral("cropped"), findings.cropped},
            {QStringLiteral("turned"), findings.turned},
            {QStringLiteral("whitened"), findings.whitened}};
}

PageFindings toFindings(const QJsonObject& head)
{
    PageFindings findings;
    findings.blank = head.value(u"blank").toBool();
    findings.blackAndWhite = head.value(u"blackAndWhite").toBool();
    findings.skew = {head.value(u"skew").toDouble(), head.value(u"skewConfidence").toDouble()};
    findings.sheet = toBox(head.value(u"sheet"));
    findings.paperLevel = head.value(u"paper").toInt();
    const QJsonArray codes = head.value(codesKey).toArray();
    for (const QJsonValue& code : codes)
        findings.codes.push_back({code[u"kind"].toInt() == 0 ? CodeKind::Qr : CodeKind::Barcode,
                                  code[u"text"].toString(), toBox(code[u"box"])});
    findings.quarterTurns = ((head.value(turnsKey).toInt() % 4) + 4) % 4;
    findings.cropped = head.value(u"cropped").toBool();
    findings.turned = head.value(u"turned").toDouble();
    findings.whitened = head.value(u"whitened").toBool();
    return findings;
}

WorkerMessage fromPage(const PreparedPage& page)
{
    return {{{QStringLiteral("coding"), static_cast<int>(page.coding)},
             {QStringLiteral("original"), page.original},
             {widthKey, page.pixels.width()},
             {heightKey, page.pixels.height()},
             {QStringLiteral("dpi"), page.dpi},
             {QStringLiteral("shownTurns"), page.quarterTurns},
             {QStringLiteral("findings"), fromFindings(page.findings)}},
            page.data};
}

Result<PreparedPage> toPage(WorkerMessage message)
{
    const QJsonObject& head = message.head;
    PreparedPage page;
    const int coding = head.value(u"coding").toInt(-1);
    page.pixels = QSize(head.value(widthKey).toInt(), head.value(heightKey).toInt());
    page.dpi = head.value(u"dpi").toDouble();
    if (coding < 0 || coding > static_cast<int>(PageCoding::Group4) || page.pixels.isEmpty() ||
        page.pixels.width() > longestSide || page.pixels.height() > longestSide || message.blob.isEmpty() ||
        !std::isfinite(page.dpi) || page.dpi <= 0)
        return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker's answer makes no sense"));
    page.coding = static_cast<PageCoding>(coding);
    page.original = head.value(u"original").toBool();
    page.quarterTurns = ((head.value(u"shownTurns").toInt() % 4) + 4) % 4;
    page.findings = toFindings(head.value(u"findings").toObject());
    page.data = std::move(message.blob);
    return page;
}

} // namespace diakinisi::imaging::wire
