#pragma once
#include <cstdint>
#include <cstdio>

/// What a worker asks of the operating system; in worker_platform_<platform>.cpp.
namespace diakinisi::worker {

struct Limits {
    std::int64_t memoryBytes = 0;      ///< address space
    std::int64_t writtenFileBytes = 0; ///< of one file that it writes
};

/// Takes rights and means away from this process for good: memory, size of files, count of open files, no core dump, no
/// new privileges; and makes it give way to others. False when the system refuses.
bool applyLimits(const Limits& limits);

/// Gives the process `seconds` of processor time from now on; after that the system ends it.
void limitProcessorTime(std::int64_t seconds);

struct Streams {
    std::FILE* in = nullptr;
    std::FILE* out = nullptr;
};

/// The streams to speak on. Afterwards whatever a library prints goes to the error output and cannot get in between.
Streams takeStreams();

/// Ends the process in `seconds`, should it still be there: for drivers that do not want to let go.
void endWithin(unsigned seconds);

/// Ends the process at once, without running anything more.
[[noreturn]] void endNow();

} // namespace diakinisi::worker
