#pragma once

namespace diakinisi::server {

enum class Signal { Stop, Reload };

/// Before any thread is started: the signals wait for waitForSignal() instead of ending the process.
void holdSignals();
/// Blocks until the system or the administrator wants something.
Signal waitForSignal();

} // namespace diakinisi::server
