#include "worker/worker_platform.h"

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace diakinisi::worker {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool shadowMemory = true; // a sanitizer maps terabytes of address space: the limit would end us at once
#else
constexpr bool shadowMemory = false;
#endif

constexpr rlim_t openFiles = 256;
constexpr int giveWay = 5;

/// Where the machine runs out of memory, the system takes us before those who started us.
void offerToGoFirst()
{
    if (std::FILE* file = std::fopen("/proc/self/oom_score_adj", "w")) {
        std::fputs("500", file);
        std::fclose(file);
    }
}

bool limit(__rlimit_resource what, std::int64_t value)
{
    const rlimit both{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
    return setrlimit(what, &both) == 0;
}

} // namespace

bool applyLimits(const Limits& limits)
{
    std::signal(SIGXFSZ, SIG_IGN); // writing beyond the limit is then an error of that file, not our end
    bool done = limit(RLIMIT_CORE, 0);
    done = limit(RLIMIT_FSIZE, limits.writtenFileBytes) && done;
    done = limit(RLIMIT_NOFILE, openFiles) && done;
    done = (shadowMemory || limit(RLIMIT_AS, limits.memoryBytes)) && done;
    done = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && done;
    setpriority(PRIO_PROCESS, 0, giveWay);
    offerToGoFirst();
    return done;
}

void limitProcessorTime(std::int64_t seconds)
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    rlimit both{};
    getrlimit(RLIMIT_CPU, &both);
    both.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds);
    if (both.rlim_max != RLIM_INFINITY)
        both.rlim_cur = both.rlim_cur < both.rlim_max ? both.rlim_cur : both.rlim_max;
    setrlimit(RLIMIT_CPU, &both);
}

Streams takeStreams()
{
    const int in = dup(STDIN_FILENO);
    const int out = dup(STDOUT_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    close(STDIN_FILENO);
    return {fdopen(in, "rb"), fdopen(out, "wb")};
}

void endWithin(unsigned seconds)
{
    alarm(seconds);
}

void endNow()
{
    _exit(0);
}

} // namespace diakinisi::worker
