#include "ctl/scan_assembly.h"
#include "ctl/scan_commands.h"
#include "ctl/scan_options.h"
#include "scanning/manual_duplex.h"
#include "scanning/page_files.h"
#include "scanning/worker_scanner.h"

#include <QDir>

#include <cstdio>

namespace diakinisi::ctl {

using namespace scanning;

namespace {

/// One scan into a folder: what it has brought, and how far it came.
struct Run {
    Context& context;
    WorkerScanner scanner;
    ScanRequest request;
    bool goOn = false;  ///< behind the pages that an earlier run has left
    bool backs = false; ///< of which the fronts are complete
    QStringList files{};

    QStringList kept() const { return PageFiles::existing(request.options.folder, request.options.name); }
};

/// False when nobody will: the input has ended.
bool turned(Context& context)
{
    context.messages << "diakinisictl: turn the pile over as it lies, put it into the feeder, press Enter\n";
    context.messages.flush();
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) && !input.readLine(1'000).isEmpty();
}

Done scanBothSides(Run& run)
{
    ManualDuplex sides(run.scanner, run.request.options);
    if (run.goOn)
        sides.takeUp();
    if (sides.backs().isEmpty() && !run.backs) {
        if (const auto fronts = sides.scanFronts({}, {}, {}); !fronts)
            return fail(fronts.error());
        if (!turned(run.context))
            return fail(ErrorCode::Cancelled, QStringLiteral("backs"), QStringLiteral("nobody has turned the pile"));
    }
    if (const auto backs = sides.scanBacks({}, {}, {}); !backs)
        return fail(backs.error());
    const auto pages = sides.inOrder();
    if (!pages)
        return fail(pages.error());
    run.files = *pages;
    return {};
}

Done scanOneSide(Run& run)
{
    if (run.goOn)
        run.files = run.kept();
    const auto ready = [&run](const ScannedPage& page) { run.files.append(page.file); };
    const auto count = run.scanner.scan(run.request.options, ready, {}, {});
    return count ? Done() : fail(count.error());
}

/// The pages on disk and how it went.
Exit scanInto(Run& run)
{
    const QString& folder = run.request.options.folder;
    if (!run.goOn && !run.kept().isEmpty())
        return reportError(run.context, {ErrorCode::AlreadyExists, folder,
                                         QStringLiteral("pages of an earlier scan: --continue goes on behind them")});
    const Done done = run.request.manualDuplex ? scanBothSides(run) : scanOneSide(run);
    if (done)
        return Exit::Done;
    const auto kept = run.kept().size();
    if (kept == 0)
        QDir().rmdir(folder);
    else if (done.error().code == ErrorCode::MalformedInput)
        run.context.messages << "diakinisictl: all " << kept << " page(s) are kept in " << folder
                             << "; scan assemble makes a file of them in the right order\n";
    else
        run.context.messages << "diakinisictl: " << kept << " page(s) are kept in " << folder
                             << "; the same command with --continue goes on with page " << kept + 1 << '\n';
    return reportError(run.context, done.error());
}

} // namespace

Exit scanList(Context& context, const QStringList& words)
{
    const auto arguments = Arguments::parse(words, {QStringLiteral("device")}, {QStringLiteral("json")});
    if (!arguments || !arguments->rest().isEmpty())
        return reportUsage(context, QStringLiteral("takes no more words"));
    PageWorkers workers;
    WorkerScanner scanner(workers.process);
    const QString one = arguments->value(QStringLiteral("device"));
    const auto scanners = one.isEmpty() ? scanner.list({}) : std::vector{ScannerInfo{one, {}, {}}};
    if (!scanners)
        return reportError(context, scanners.error());
    QJsonArray list;
    for (const ScannerInfo& each : *scanners) {
        const auto can = scanner.capabilities(each.id, {});
        if (!can && !one.isEmpty())
            return reportError(context, can.error());
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
    const auto arguments =
        Arguments::parse(words, assemblyOptions() + scanOptionNames(), assemblyFlags() + scanFlagNames());
    if (!arguments)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + arguments.error().subject);
    const QString out = arguments->value(QStringLiteral("out"));
    if (!arguments->rest().isEmpty() || out.isEmpty() || arguments->value(QStringLiteral("device")).isEmpty())
        return reportUsage(context, QStringLiteral("give --device and --out"));
    auto request = scanRequestFrom(*arguments);
    const auto assembling = assembleOptionsFrom(*arguments, context);
    if (!request || !assembling)
        return reportUsage(context, QStringLiteral("makes no sense: ") +
                                        (request ? assembling.error().subject : request.error().subject));
    const QString folder = out + QStringLiteral(".pages");
    if (!QDir().mkpath(folder))
        return reportError(context, {ErrorCode::FileUnwritable, folder, {}});
    request->options.folder = folder;
    PageWorkers workers;
    Run run{context, WorkerScanner(workers.process), std::move(*request), arguments->has(QStringLiteral("continue")),
            arguments->has(QStringLiteral("backs"))};
    if (const Exit scanned = scanInto(run); scanned != Exit::Done)
        return scanned;
    const Exit made = assembleAndReport(context, *arguments, run.files, workers);
    if (made != Exit::Done) {
        context.messages << "diakinisictl: the pages are kept in " << folder << '\n';
        return made;
    }
    for (const QString& file : std::as_const(run.files))
        QFile::remove(file);
    QDir().rmdir(folder);
    return Exit::Done;
}

} // namespace diakinisi::ctl
