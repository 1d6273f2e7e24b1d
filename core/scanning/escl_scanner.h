#pragma once
#include "scanning/escl_client.h"
#include "scanning/escl_text.h"
#include "scanning/page_files.h"

namespace diakinisi::scanning {

/// Network scanners without drivers: eSCL (Mopria, AirScan) over http and https, in the worker, since what comes from a
/// device is believed in nothing. Ids are "escl:" and the device's address, "escl:http://host:port/eSCL"; the path may
/// be left out. One thread.
///
/// After a scan that did not run to its end the device still has to be told; settle() does it, at the latest the next
/// verb or the destructor, so that a device that hangs holds no answer up.
class EsclScanner final : public Scanner
{
public:
    using Discover = std::function<Result<std::vector<ScannerInfo>>(std::stop_token)>;
    static const QString prefix; ///< of its ids

    explicit EsclScanner(Discover discover, EsclLimits limits = {});
    ~EsclScanner() override;

    Result<std::vector<ScannerInfo>> list(std::stop_token stop) override;
    Result<ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) override;
    Result<int> scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                     std::stop_token stop) override;

    /// Ends the job of the last scan at the device; takes at most four seconds.
    void settle();

private:
    struct Device {
        EsclClient client;
        escl::Capabilities can;
    };
    /// A job at a device, until settle() ends it.
    struct Job {
        EsclClient client;
        QString path; ///< below the device's base
    };
    Result<Device> open(const QString& id, const std::stop_token& stop) const;

    Discover m_discover;
    EsclLimits m_limits;
    std::optional<Job> m_job;
};

} // namespace diakinisi::scanning
