#pragma once
#include "scanning/scanner.h"

#include <memory>

namespace diakinisi::scanning {

/// The scanners that this machine has drivers for: SANE's on Linux, WIA's on Windows. For the worker.
struct DriverScanners {
    std::unique_ptr<Scanner> scanner;
    std::function<void()> settle; ///< to be called once a scan has been answered: the driver puts its device into order
};

/// Used from the thread that calls this. The platform's part is in driver_scanners_<platform>.cpp.
DriverScanners driverScanners();

} // namespace diakinisi::scanning
