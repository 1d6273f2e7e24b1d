#pragma once
#include "scanning/sane_device.h"
#include "scanning/scanner.h"

namespace diakinisi::scanning {

/// What a SANE device can do of what we can ask for: drivers name the same things differently, and this is where their
/// words are known.
ScannerCapabilities capabilitiesOf(const SaneDevice& device);

/// Sets source, colours, resolution, area and brightness, in the order in which they depend on each other.
/// NotSupported names what it has not.
Done chooseOptions(SaneDevice& device, const ScanOptions& options);

} // namespace diakinisi::scanning
