#pragma once
#include "scanning/scanner.h"

namespace diakinisi::scanning {

/// SANE in this process: for the worker, since drivers are foreign code. One at a time in a process, used from one
/// thread. A driver that needs a password is refused.
class SaneScanner final : public Scanner
{
public:
    SaneScanner() = default;
    ~SaneScanner() override;
    SaneScanner(const SaneScanner&) = delete;
    SaneScanner& operator=(const SaneScanner&) = delete;

    Result<std::vector<ScannerInfo>> list(std::stop_token stop) override;
    Result<ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) override;
    Result<int> scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                     std::stop_token stop) override;

private:
    Done begin();

    bool m_begun = false;
};

} // namespace diakinisi::scanning
