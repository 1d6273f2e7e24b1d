#include "ctl/scan_assembly.h"

#include "ctl/scan_targets.h"
#include "ctl/worker_program.h"
#include "desk/drawn_pages.h"

#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

WorkerSettings workerSettings()
{
    WorkerSettings settings;
    settings.program = findWorkerProgram();
    return recognition::forPages(std::move(settings));
}

std::optional<imaging::Separator> separatorOf(const Arguments& arguments)
{
    const QString word = arguments.value(QStringLiteral("split"));
    if (!arguments.has(QStringLiteral("split")))
        return imaging::Separator::None;
    if (word == u"blank")
        return imaging::Separator::Blank;
    return word == u"barcode" ? std::optional(imaging::Separator::Barcode) : std::nullopt;
}

QJsonObject toJson(const desk::AssembledPage& page)
{
    const imaging::PageFindings& found = page.findings;
    QJsonArray codes;
    for (const imaging::PageCode& code : found.codes)
        codes.append(code.text);
    QJsonObject json{
        {QStringLiteral("file"), page.source.path},   {QStringLiteral("frame"), page.source.frame},
        {QStringLiteral("document"), page.document},  {QStringLiteral("original"), page.original},
        {QStringLiteral("blank"), found.blank},       {QStringLiteral("black_and_white"), found.blackAndWhite},
        {QStringLiteral("skew"), found.skew.degrees}, {QStringLiteral("skew_confidence"), found.skew.confidence},
        {QStringLiteral("paper"), found.paperLevel},  {QStringLiteral("quarter_turns"), found.quarterTurns},
        {QStringLiteral("turned"), found.turned},     {QStringLiteral("cropped"), found.cropped},
        {QStringLiteral("whitened"), found.whitened}, {QStringLiteral("codes"), codes}};
    if (page.text)
        json.insert(QStringLiteral("words"), qint64(page.text->words.size()));
    return json;
}

bool movesThePage(const desk::AssembleOptions& options)
{
    return options.upright || options.prepare.cleanUp.deskew || options.prepare.cleanUp.crop;
}

} // namespace

QStringList assemblyOptions()
{
    return {QStringLiteral("out"), QStringLiteral("ocr"), QStringLiteral("tessdata"), QStringLiteral("split"),
            QStringLiteral("title")};
}

QStringList assemblyFlags()
{
    return {QStringLiteral("deskew"),     QStringLiteral("crop"),     QStringLiteral("whiten"),
            QStringLiteral("upright"),    QStringLiteral("line-art"), QStringLiteral("despeckle"),
            QStringLiteral("drop-blank"), QStringLiteral("lossless"), QStringLiteral("pdfa"),
            QStringLiteral("json")};
}

recognition::RecognitionData recognitionDataFrom(const Arguments& arguments)
{
    recognition::RecognitionData data;
    if (arguments.has(QStringLiteral("ocr")))
        data.languages = arguments.value(QStringLiteral("ocr"));
    data.folder = arguments.value(QStringLiteral("tessdata"));
    return data;
}

Result<desk::AssembleOptions> assembleOptionsFrom(const Arguments& arguments, const Context& context)
{
    desk::AssembleOptions options;
    imaging::CleanUp& cleanUp = options.prepare.cleanUp;
    cleanUp.deskew = arguments.has(QStringLiteral("deskew"));
    cleanUp.crop = arguments.has(QStringLiteral("crop"));
    cleanUp.whiten = arguments.has(QStringLiteral("whiten"));
    cleanUp.despeckle = arguments.has(QStringLiteral("despeckle"));
    if (arguments.has(QStringLiteral("line-art")))
        cleanUp.colours = imaging::PageColours::LineArt;
    options.prepare.lossless = arguments.has(QStringLiteral("lossless"));
    options.upright = arguments.has(QStringLiteral("upright"));
    options.dropBlank = arguments.has(QStringLiteral("drop-blank"));
    const auto separator = separatorOf(arguments);
    if (!separator)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("--split"));
    options.separator = *separator;
    options.prepare.readCodes = *separator != imaging::Separator::None;
    // What nobody asks for costs nothing: JPEG pages are then only copied.
    options.prepare.examine = options.dropBlank || options.prepare.readCodes || arguments.has(QStringLiteral("json"));
    if (arguments.has(QStringLiteral("ocr")))
        options.words = recognitionDataFrom(arguments);
    options.compose.title = arguments.value(QStringLiteral("title"));
    options.compose.created = context.clock.now();
    options.pagesAtOnce = workersForPages(0);
    return options;
}

PageWorkers::PageWorkers()
    : process(workerSettings()),
      renderer(process),
      pool(workerSettings(), workersForPages(0)),
      reader(pool)
{
}

Exit assembleAndReport(Context& context, const Arguments& arguments, const QStringList& files, PageWorkers& workers)
{
    auto options = assembleOptionsFrom(arguments, context);
    if (!options)
        return reportUsage(context, QStringLiteral("makes no sense: ") + options.error().subject);
    desk::DrawnPages drawn(workers.renderer);
    const auto pictures = drawn.draw(files);
    const auto pages = pictures ? desk::pagesOf(*pictures, workers.renderer, {}) : fail(pictures.error());
    if (!pages)
        return reportError(context, pages.error());
    // Where cleaning may move what stands on the page, the PDF's own words would lie beside it.
    if (!options->words && !movesThePage(*options))
        options->knownWords = [&drawn](const desk::PageSourceFile& page) { return drawn.words(page); };
    QJsonArray told;
    std::optional<Error> withoutText;
    PdfFiles target(arguments.value(QStringLiteral("out")), options->separator != imaging::Separator::None);
    const auto note = [&](desk::AssembledPage page) {
        page.source = drawn.drawnFrom(page.source);
        told.append(toJson(page));
        if (page.withoutText && !withoutText)
            withoutText = page.withoutText;
    };
    const auto made = desk::assemblePages(*pages, *options, workers.reader, target, note, {});
    if (!made)
        return reportError(context, target.explained(made.error()));
    for (const QString& pdf : drawn.pdfs())
        context.messages << "diakinisictl: drawn anew at 300 dpi: " << pdf << '\n';
    if (withoutText)
        context.messages << "diakinisictl: without text: " << errorLine(*withoutText) << '\n';
    if (arguments.has(QStringLiteral("json")))
        printJson(context, QJsonObject{{QStringLiteral("out"), QJsonArray::fromStringList(target.written())},
                                       {QStringLiteral("pages"), told}});
    return Exit::Done;
}

} // namespace diakinisi::ctl
