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
    Result<int> scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                     std::stop_token stop) override;

private:
    WorkerProcess& m_worker;
    std::chrono::milliseconds m_patience;
};

} // namespace diakinisi::scanning
