#include "ctl/scan_assembly.h"
#include "ctl/scan_commands.h"
#include "ctl/scan_targets.h"
#include "ctl/scan_text.h"
#include "pdf/info.h"

#include <QFile>
#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

bool isPdf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(1024).contains("%PDF-");
}

bool claimsPdfA(const QString& path)
{
    QFile file(path);
    const auto info = file.open(QIODevice::ReadOnly) ? pdf::readInfo(file) : fail(ErrorCode::FileUnreadable, path);
    return info && !info->pdfaClaim.isEmpty();
}

Done copyAsItIs(const QString& from, PdfFiles& target)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, from, file.errorString());
    const auto to = target.begin(1, {});
    if (!to)
        return fail(to.error());
    while (!file.atEnd()) {
        const QByteArray piece = file.read(limits::miB);
        if (piece.isEmpty())
            return fail(ErrorCode::FileUnreadable, from, file.errorString());
        if ((*to)->write(piece) != piece.size())
            return fail(ErrorCode::FileUnwritable, {}, (*to)->errorString());
    }
    return target.finish();
}

/// A PDF stays what it is, signatures and all; its text is written beside it.
Exit keepPdf(Context& context, const Arguments& arguments, const QString& path, PageWorkers& workers)
{
    // Read once whole by the worker: what is no PDF, or a broken one, is told and not copied.
    const auto info = workers.renderer.inspect(rendering::PageSource::ofFile(path), {});
    if (!info)
        return reportError(context, {info.error().code, path, info.error().cause});
    PdfFiles target(arguments.value(QStringLiteral("out")), false);
    if (const Done copied = copyAsItIs(path, target); !copied)
        return reportError(context, target.explained(copied.error()));
    QJsonObject told{{QStringLiteral("out"), QJsonArray::fromStringList(target.written())}};
    if (arguments.has(QStringLiteral("ocr"))) {
        const auto pages =
            readText(path, static_cast<int>(info->pages.size()), recognitionDataFrom(arguments), workers);
        const QString beside = target.written().first() + QStringLiteral(".text.json");
        const Done written = pages ? writeText(beside, path, *pages) : Done(fail(pages.error()));
        if (written)
            told.insert(QStringLiteral("text"), beside);
        else
            context.messages << "diakinisictl: without text: " << errorLine(written.error()) << '\n';
    }
    if (arguments.has(QStringLiteral("json")))
        printJson(context, told);
    return Exit::Done;
}

} // namespace

Exit scanAssemble(Context& context, const QStringList& words)
{
    const auto arguments = Arguments::parse(words, assemblyOptions(), assemblyFlags());
    if (!arguments)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + arguments.error().subject);
    if (arguments->rest().isEmpty() || arguments->value(QStringLiteral("out")).isEmpty())
        return reportUsage(context, QStringLiteral("give one file or more, and --out"));
    PageWorkers workers;
    const QString first = arguments->rest().first();
    const bool mayStay = !arguments->has(QStringLiteral("pdfa")) || claimsPdfA(first);
    if (arguments->rest().size() == 1 && isPdf(first) && mayStay)
        return keepPdf(context, *arguments, first, workers);
    return assembleAndReport(context, *arguments, arguments->rest(), workers);
}

} // namespace diakinisi::ctl
