#pragma once
#include "scanning/page_files.h"
#include "scanning/sane_device.h"
#include "scanning/scanner.h"

namespace diakinisi::scanning {

/// SANE in this process: for the worker, since drivers are foreign code. One at a time in a process, used from one
/// thread. A driver that needs a password is refused.
///
/// After a scan the driver still has to put its device into order, and some hang there, above all after a fault. So
/// scan() returns what it has before that; settle() does it, at the latest the next verb or the destructor.
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

    /// Ends the last scan at the driver; may take long, or for ever.
    void settle();

private:
    Done begin();
    /// The next page of the device in use.
    Result<ScannedPage> scanPage(PageFiles& files, int dpi, Progress& progress, const std::stop_token& stop);

    std::optional<SaneDevice> m_inUse;
    bool m_begun = false;
};

} // namespace diakinisi::scanning
