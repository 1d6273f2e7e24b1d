#pragma once
#include <chrono>

namespace diakinisi::server {

enum class Signal { None, Stop, Reload };

/// Before any thread is started: the signals wait for waitForSignal() instead of ending the process.
void holdSignals();
/// Blocks until the system or the administrator wants something, so long at most.
Signal waitForSignal(std::chrono::seconds patience);

} // namespace diakinisi::server
