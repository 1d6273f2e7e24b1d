#include "scanning/worker_scanner.h"

#include "scanning/page_files.h"
#include "scanning/received_pages.h"
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
bool reallyThere(const ScannedPage& page, const QString& folder)
{
    const QFileInfo file(page.file);
    return file.isFile() && file.absolutePath() == QDir(folder).absolutePath();
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
        if (!page || !reallyThere(*page, options.folder))
            return;
        ++pages;
        if (pageReady)
            pageReady(*page);
    };
    const QJsonObject head = asking(QStringLiteral("scan"), wire::fromOptions(options));
    const auto answer = m_worker.call({head, {}}, m_patience, stop, part);
    if (!answer) {
        if (answer.error().code == ErrorCode::WorkerDied)
            for (const ScannedPage& page : finish(received::left(options.folder, options.name), options.folder, stop))
                if (pageReady)
                    pageReady(page);
        PageFiles::dropUnfinished(options.folder, options.name);
        return fail(answer.error());
    }
    if (wire::toCount(answer->head) != pages)
        return fail(ErrorCode::WorkerDied, {}, QStringLiteral("the worker counts other pages than it gave"));
    return pages;
}

std::vector<ScannedPage> WorkerScanner::takeUp(const QString& folder, const std::stop_token& stop)
{
    return finish(received::left(folder), folder, stop);
}

std::vector<ScannedPage> WorkerScanner::finish(const QStringList& received, const QString& folder,
                                               const std::stop_token& stop)
{
    std::vector<ScannedPage> pages;
    for (const QString& file : received) {
        const QJsonObject head = asking(QStringLiteral("received"), {{QStringLiteral("file"), file}});
        const auto answer = m_worker.call({head, {}}, m_patience, stop);
        const auto page = answer ? wire::toPage(answer->head) : std::nullopt;
        if (page && reallyThere(*page, folder))
            pages.push_back(*page);
    }
    return pages;
}

} // namespace diakinisi::scanning
