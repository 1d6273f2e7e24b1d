#pragma once
#include "base/worker_process.h"
#include "scanning/scanner.h"

namespace diakinisi::scanning {

/// Scans through a worker process: drivers are foreign code, and some fall over. Give it a worker of its own, so that a
/// long scan holds nobody up.
class WorkerScanner final : public Scanner
{
public:
    /// `worker` must outlive this. `patience`: the longest silence of a driver before it is given up (a lamp that warms
    /// up and a network search take their time).
    explicit WorkerScanner(WorkerProcess& worker, std::chrono::milliseconds patience = std::chrono::seconds(90));

    Result<std::vector<ScannerInfo>> list(std::stop_token stop) override;
    Result<ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) override;
    /// When the worker dies, a page that it had received whole but not yet written is finished by the next one and
    /// reported before the error is.
    Result<int> scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                     std::stop_token stop) override;

    /// Finishes the pages that a scan into this folder had received when we were killed together with the worker; as
    /// many as could be. For whoever finds such a folder again, before its pages are listed.
    std::vector<ScannedPage> takeUp(const QString& folder, const std::stop_token& stop);

private:
    std::vector<ScannedPage> finish(const QStringList& received, const QString& folder, const std::stop_token& stop);

    WorkerProcess& m_worker;
    std::chrono::milliseconds m_patience;
};

} // namespace diakinisi::scanning
