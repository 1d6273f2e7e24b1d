#include "sync/sync_loop.h"

#include <QEventLoop>
#include <QTimer>

#include <latch>
#include <thread>

namespace diakinisi::sync {

/// What lives on the loop's thread.
struct SyncLoop::Inside {
    Inside(const Doors& doors, std::unique_ptr<Transport> way, const Clock& clock, RandomSource& random, News news)
        : transport(std::move(way)),
          engine(doors, *transport, clock, random, std::move(news))
    {
        timer.setSingleShot(true);
        timer.setTimerType(Qt::CoarseTimer);
        QObject::connect(&timer, &QTimer::timeout, &timer, [this] { wakeAt(engine.step()); });
        engine.wakeChanged = [this, &clock](std::optional<Moment> at) { wakeAt(at); };
        now = [&clock] { return clock.steady(); };
    }

    void wakeAt(std::optional<Moment> at)
    {
        if (!at)
            return timer.stop();
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*at - now());
        timer.start(std::max(wait, std::chrono::milliseconds(1)));
    }

    QEventLoop loop;
    QTimer timer;
    std::function<Moment()> now;
    std::unique_ptr<Transport> transport;
    Engine engine;
};

struct SyncLoop::Shared {
    std::latch ready{1};
    Inside* inside = nullptr; ///< set before `ready`, valid until the loop has quit
};

struct SyncLoop::Thread {
    std::thread thread;
};

SyncLoop::SyncLoop(const Doors& doors, MakeTransport make, const Clock& clock, RandomSource& random, News news)
    : m_doors(doors),
      m_shared(std::make_shared<Shared>()),
      m_thread(std::make_unique<Thread>())
{
    m_thread->thread = std::thread([this, make = std::move(make), &clock, &random, news = std::move(news)]() mutable {
        run(make, clock, random, std::move(news));
    });
    m_shared->ready.wait();
}

SyncLoop::~SyncLoop()
{
    post([](Inside& inside) { inside.loop.quit(); });
    m_thread->thread.join();
}

void SyncLoop::run(const MakeTransport& make, const Clock& clock, RandomSource& random, News news)
{
    Inside inside(m_doors, make(), clock, random, std::move(news));
    m_shared->inside = &inside;
    m_shared->ready.count_down();
    inside.loop.exec();
}

void SyncLoop::post(std::function<void(Inside&)> call)
{
    // The loop's thread is joined before `inside` is out of reach: calls that come too late are dropped with the timer.
    Inside* inside = m_shared->inside;
    QMetaObject::invokeMethod(
        &inside->timer, [inside, call = std::move(call)] { call(*inside); }, Qt::QueuedConnection);
}

void SyncLoop::signIn(SignedIn session)
{
    post([session = std::move(session)](Inside& inside) { inside.engine.signIn(session); });
}

void SyncLoop::signOut()
{
    post([](Inside& inside) { inside.engine.signOut(); });
}

void SyncLoop::kick()
{
    post([](Inside& inside) { inside.engine.kick(); });
}

} // namespace diakinisi::sync
