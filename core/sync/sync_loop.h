#pragma once
#include "sync/engine.h"

#include <memory>

namespace diakinisi::sync {

/// An engine on a thread of its own, with an event loop there. Everything here is asked from any thread and returns at
/// once; news come on the loop's thread. Going away cancels what is under way, which takes no longer than a call of a
/// door does.
class SyncLoop
{
public:
    using MakeTransport = std::function<std::unique_ptr<Transport>()>;

    /// The doors, clock and randomness must outlive this. `make` is called on the loop's thread.
    SyncLoop(const Doors& doors, MakeTransport make, const Clock& clock, RandomSource& random, News news);
    ~SyncLoop();
    SyncLoop(const SyncLoop&) = delete;
    SyncLoop& operator=(const SyncLoop&) = delete;

    void signIn(SignedIn session);
    void signOut();
    void kick();

private:
    struct Inside;
    void post(std::function<void(Inside&)> call);
    void run(const MakeTransport& make, const Clock& clock, RandomSource& random, News news);

    struct Shared;
    Doors m_doors;
    std::shared_ptr<Shared> m_shared;
    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace diakinisi::sync
