#pragma once
#include "scanning/page_files.h"
#include "scanning/scanner.h"

namespace diakinisi::scanning {

/// Windows Image Acquisition: the scanners that Windows has a driver for, in the worker, since drivers are foreign
/// code. Ids are "wia:" and Windows' own name of the device. One at a time in a process, used from the one thread that
/// made it (a COM apartment).
class WiaScanner final : public Scanner
{
public:
    static const QString prefix; ///< of its ids

    WiaScanner();
    ~WiaScanner() override;
    WiaScanner(const WiaScanner&) = delete;
    WiaScanner& operator=(const WiaScanner&) = delete;

    Result<std::vector<ScannerInfo>> list(std::stop_token stop) override;
    Result<ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) override;
    Result<int> scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                     std::stop_token stop) override;

private:
    bool m_ready = false;
};

} // namespace diakinisi::scanning
