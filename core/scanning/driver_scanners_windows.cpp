#include "scanning/driver_scanners.h"
#include "scanning/wia_scanner.h"

namespace diakinisi::scanning {

DriverScanners driverScanners()
{
    return {std::make_unique<WiaScanner>(), [] {}};
}

} // namespace diakinisi::scanning
