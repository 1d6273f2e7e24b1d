#pragma once
#include "base/time.h"

#include <QString>

#include <optional>

namespace diakinisi::signing {

/// Until when a digest ("SHA-1") or a key ("RSA-1024", "ECDSA-P-192") may be relied on (ETSI TS 119 312, SOG-IS
/// agreed mechanisms). None: no end is known. What the table does not know never was reliable: the epoch.
std::optional<Instant> reliableUntil(const QString& algorithm);

} // namespace diakinisi::signing
