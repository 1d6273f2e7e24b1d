#pragma once
#include "scanning/scanner.h"

namespace diakinisi::scanning {

/// The eSCL devices that say of themselves that they are there (mDNS, "_uscan._tcp" and "_uscans._tcp"), as
/// "escl:http://address:port/path"; one that offers both kinds is listed once, by https. Takes up to two seconds. None
/// where this machine has nothing that listens for them: then their addresses are typed. Cancelled. The platform's part
/// is in escl_discovery_<how>.cpp.
Result<std::vector<ScannerInfo>> discoverEscl(const std::stop_token& stop);

} // namespace diakinisi::scanning
