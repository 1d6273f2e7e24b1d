#include "scanning/escl_discovery.h"

namespace diakinisi::scanning {

Result<std::vector<ScannerInfo>> discoverEscl(const std::stop_token&)
{
    return std::vector<ScannerInfo>();
}

} // namespace diakinisi::scanning
