#include "ctl/scan_assembly.h"
#include "ctl/scan_commands.h"
#include "scanning/worker_scanner.h"

#include <QDir>
#include <QJsonObject>

namespace diakinisi::ctl {

using namespace scanning;

namespace {

const std::map<ScanSource, QString> sourceWords{{ScanSource::Flatbed, QStringLiteral("flatbed")},
                                                {ScanSource::Feeder, QStringLiteral("feeder")},
                                                {ScanSource::FeederDuplex, QStringLiteral("feeder-duplex")}};
const std::map<ScanColour, QString> colourWords{{ScanColour::Gray, QStringLiteral("gray")},
                                                {ScanColour::Colour, QStringLiteral("color")},
                                                {ScanColour::LineArt, QStringLiteral("lineart")}};
const std::map<QString, QSizeF> paperSizes{{QStringLiteral("A3"), {297, 420}},
                                           {QStringLiteral("A4"), {210, 297}},
                                           {QStringLiteral("A5"), {148, 210}},
                                           {QStringLiteral("Letter"), {215.9, 279.4}},
                                           {QStringLiteral("Legal"), {215.9, 355.6}}};

QJsonObject toJson(const ScannerInfo& scanner, const ScannerCapabilities& can)
{
    QJsonArray sources;
    for (const ScanSource source : can.sources)
        sources.append(sourceWords.at(source));
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

Result<ScanOptions> scanOptionsFrom(const Arguments& arguments)
{
    ScanOptions options;
    options.scanner = arguments.value(QStringLiteral("device"));
    const bool duplex = arguments.has(QStringLiteral("duplex"));
    const bool piles = duplex || arguments.has(QStringLiteral("pages"));
    const QString source = arguments.has(QStringLiteral("source")) ? arguments.value(QStringLiteral("source"))
                           : piles                                 ? QStringLiteral("feeder")
                                                                   : QStringLiteral("flatbed");
    const auto from = byWord(sourceWords, source);
    if (!from || (duplex && *from == ScanSource::Flatbed))
        return senseless(QStringLiteral("--source"));
    options.source = duplex ? ScanSource::FeederDuplex : *from;
    const auto colour =
        byWord(colourWords, arguments.has(QStringLiteral("mode")) ? arguments.value(QStringLiteral("mode"))
                                                                  : QStringLiteral("gray"));
    if (!colour)
        return senseless(QStringLiteral("--mode"));
    options.colour = *colour;
    const auto dpi = numberFrom(arguments, QStringLiteral("dpi"), 300, 50, 2400);
    const auto pages = numberFrom(arguments, QStringLiteral("pages"), 0, 1, 9'999);
    const auto brightness = numberFrom(arguments, QStringLiteral("brightness"), 0, -100, 100);
    const auto size =
        paperSizes.find(arguments.has(QStringLiteral("page-size")) ? arguments.value(QStringLiteral("page-size"))
                                                                   : QStringLiteral("A4"));
    if (!dpi || !pages || !brightness || size == paperSizes.end())
        return senseless(!dpi          ? QStringLiteral("--dpi")
                         : !pages      ? QStringLiteral("--pages")
                         : !brightness ? QStringLiteral("--brightness")
                                       : QStringLiteral("--page-size"));
    options.dpi = *dpi;
    options.mostPages = *pages;
    options.brightness = *brightness;
    options.area = size->second;
    options.name = QStringLiteral("page");
    return options;
}

/// The pages on disk and how it went.
Exit scanInto(Context& context, PageWorkers& workers, const ScanOptions& options, QStringList& files)
{
    WorkerScanner scanner(workers.process);
    const auto count = scanner.scan(options, [&files](const ScannedPage& page) { files.append(page.file); }, {}, {});
    if (count)
        return Exit::Done;
    if (!files.isEmpty())
        context.messages << "diakinisictl: " << files.size() << " page(s) are kept in " << options.folder << '\n';
    else
        QDir().rmdir(options.folder);
    return reportError(context, count.error());
}

} // namespace

Exit scanList(Context& context, const QStringList& words)
{
    const auto arguments = Arguments::parse(words, {}, {QStringLiteral("json")});
    if (!arguments || !arguments->rest().isEmpty())
        return reportUsage(context, QStringLiteral("takes no more words"));
    PageWorkers workers;
    WorkerScanner scanner(workers.process);
    const auto scanners = scanner.list({});
    if (!scanners)
        return reportError(context, scanners.error());
    QJsonArray list;
    for (const ScannerInfo& each : *scanners) {
        const auto can = scanner.capabilities(each.id, {});
        if (!can) // switched off a moment ago, or in use: still one that is there
            context.messages << "diakinisictl: " << each.id << ": " << errorLine(can.error()) << '\n';
        list.append(toJson(each, can.value_or(ScannerCapabilities())));
        if (!arguments->has(QStringLiteral("json")))
            context.out << each.id << "  " << each.vendor << ' ' << each.model << '\n';
    }
    if (arguments->has(QStringLiteral("json")))
        printJson(context, QJsonObject{{QStringLiteral("scanners"), list}});
    return Exit::Done;
}

Exit scanRun(Context& context, const QStringList& words)
{
    const QStringList own{QStringLiteral("device"),    QStringLiteral("dpi"),       QStringLiteral("mode"),
                          QStringLiteral("source"),    QStringLiteral("page-size"), QStringLiteral("pages"),
                          QStringLiteral("brightness")};
    const auto arguments =
        Arguments::parse(words, assemblyOptions() + own, assemblyFlags() + QStringList{QStringLiteral("duplex")});
    if (!arguments)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + arguments.error().subject);
    const QString out = arguments->value(QStringLiteral("out"));
    if (!arguments->rest().isEmpty() || out.isEmpty() || arguments->value(QStringLiteral("device")).isEmpty())
        return reportUsage(context, QStringLiteral("give --device and --out"));
    auto options = scanOptionsFrom(*arguments);
    const auto assembling = assembleOptionsFrom(*arguments, context);
    if (!options || !assembling)
        return reportUsage(context, QStringLiteral("makes no sense: ") +
                                        (options ? assembling.error().subject : options.error().subject));
    options->folder = out + QStringLiteral(".pages");
    if (!QDir().mkpath(options->folder))
        return reportError(context, {ErrorCode::FileUnwritable, options->folder, {}});
    PageWorkers workers;
    QStringList files;
    if (const Exit scanned = scanInto(context, workers, *options, files); scanned != Exit::Done)
        return scanned;
    const Exit made = assembleAndReport(context, *arguments, files, workers);
    if (made != Exit::Done) {
        context.messages << "diakinisictl: the pages are kept in " << options->folder << '\n';
        return made;
    }
    for (const QString& file : files)
        QFile::remove(file);
    QDir().rmdir(options->folder); // stays when it holds pages of an earlier scan
    return Exit::Done;
}

} // namespace diakinisi::ctl
