#include "scanning/worker_scanner.h"

#include "scanning/page_files.h"
#include "scanning/wire.h"

#include <QDir>
#include <QFileInfo>

namespace diakinisi::scanning {

namespace {

QJsonObject asking(const QString& verb, QJsonObject head = {})
{
    head.insert(QStringLiteral("verb"), verb);
    return head;
}

/// A page counts when its file is really there, in the folder that we named: a worker is believed in nothing.
bool reallyThere(const ScannedPage& page, const ScanOptions& options)
{
    const QFileInfo file(page.file);
    return file.isFile() && file.absolutePath() == QDir(options.folder).absolutePath();
}

} // namespace

WorkerScanner::WorkerScanner(WorkerProcess& worker, std::chrono::milliseconds patience)
    : m_worker(worker),
      m_patience(patience)
{
}

Result<std::vector<ScannerInfo>> WorkerScanner::list(std::stop_token stop)
{
    const auto answer = m_worker.call({asking(QStringLiteral("scanners")), {}}, m_patience, stop);
    if (!answer)
        return fail(answer.error());
    return wire::toScanners(answer->head);
}

Result<ScannerCapabilities> WorkerScanner::capabilities(const QString& scanner, std::stop_token stop)
{
    const QJsonObject head = asking(QStringLiteral("scanner"), {{QStringLiteral("scanner"), scanner}});
    const auto answer = m_worker.call({head, {}}, m_patience, stop);
    if (!answer)
        return fail(answer.error());
    return wire::toCapabilities(answer->head);
}

Result<int> WorkerScanner::scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                                std::stop_token stop)
{
    int pages = 0;
    const auto part = [&](const WorkerMessage& message) {
        if (const auto lines = wire::toProgress(message.head))
            progress.report(lines->first, lines->second);
        const auto page = wire::toPage(message.head);
        if (!page || !reallyThere(*page, options))
            return;
        ++pages;
        if (pageReady)
            pageReady(*page);
    };
    const QJsonObject head = asking(QStringLiteral("scan"), wire::fromOptions(options));
    const auto answer = m_worker.call({head, {}}, m_patience, stop, part);
    if (!answer) {
        PageFiles::dropUnfinished(options.folder, options.name);
        return fail(answer.error());
    }
    if (wire::toCount(answer->head) != pages)
        return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker counts other pages than it gave"));
    return pages;
}

} // namespace diakinisi::scanning
