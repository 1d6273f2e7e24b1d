#pragma once
#include "server/log.h"
#include "server/settings.h"

namespace diakinisi::server {

/// Serves until it is told to stop; returns then. `portFile`: where the port is written once it is open, for tests and
/// for scripts that start with port 0; may be empty.
Done runServer(const Settings& settings, const QString& portFile, Log& log);

} // namespace diakinisi::server
