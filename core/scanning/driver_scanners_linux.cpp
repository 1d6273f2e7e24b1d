#include "scanning/driver_scanners.h"
#include "scanning/sane_scanner.h"

namespace diakinisi::scanning {

DriverScanners driverScanners()
{
    auto sane = std::make_unique<SaneScanner>();
    SaneScanner* const scanner = sane.get();
    return {std::move(sane), [scanner] { scanner->settle(); }};
}

} // namespace diakinisi::scanning
