#include "server/signals.h"

#include <csignal>

namespace diakinisi::server {
namespace {

sigset_t ours()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, signal);
    return set;
}

} // namespace

void holdSignals()
{
    const sigset_t set = ours();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

Signal waitForSignal(std::chrono::seconds patience)
{
    const sigset_t set = ours();
    const timespec most{.tv_sec = patience.count(), .tv_nsec = 0};
    const int signal = sigtimedwait(&set, nullptr, &most);
    if (signal == SIGHUP)
        return Signal::Reload;
    return signal > 0 ? Signal::Stop : Signal::None; // EINTR: as if the time were over
}

} // namespace diakinisi::server
