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

Signal waitForSignal()
{
    const sigset_t set = ours();
    int signal = SIGTERM;
    if (sigwait(&set, &signal) == 0 && signal == SIGHUP)
        return Signal::Reload;
    return Signal::Stop;
}

} // namespace diakinisi::server
