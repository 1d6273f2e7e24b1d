#pragma once
#include "base/result.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace diakinisi {

/// A named row of waiting work with a fixed count of threads. A lane of one thread is the lock of what it owns (a write
/// connection, a scanner, a token). Plain std::thread, mutex and condition variable, so that the thread sanitizer sees
/// it.
class Lane
{
public:
    using Work = std::function<void(std::stop_token)>;

    explicit Lane(std::string name, unsigned threads = 1);
    /// Asks the running work to stop, drops what waits, and joins.
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// Puts work at the end of the row; from any thread. Dropped silently once the lane is going away.
    void post(Work work);
    std::size_t waiting() const;

private:
    void loop(std::stop_token stop);

    std::string m_name;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Work> m_waiting;
    std::vector<std::jthread> m_threads; // last: joined before the rest goes
};

/// Runs `call` in the application's main thread, soon; dropped when there is no application any more. From any thread.
void postToMainThread(std::function<void()> call);

/// One asynchronous task of one owner, who keeps it as a member: the newest run counts. A result is delivered in the
/// application's main thread, where the Task lives, and only while it lives and no newer run was started.
template <class T>
class Task
{
public:
    Task() = default;
    ~Task() { m_stop.request_stop(); }
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;

    /// Runs `work` on `lane`, then `deliver` with its result in the main thread. A run before this one is cancelled.
    void start(Lane& lane, std::function<T(std::stop_token)> work, std::function<void(T)> deliver)
    {
        cancel();
        m_stop = std::stop_source();
        m_state->running = true;
        lane.post([state = std::weak_ptr(m_state), mine = m_state->newest, stop = m_stop.get_token(),
                   work = std::move(work), deliver = std::move(deliver)](std::stop_token laneStop) mutable {
            if (stop.stop_requested() || laneStop.stop_requested())
                return;
            std::stop_source either;
            std::stop_callback onLane(laneStop, [&either] { either.request_stop(); });
            std::stop_callback onTask(stop, [&either] { either.request_stop(); });
            auto result = std::make_shared<T>(work(either.get_token()));
            postToMainThread([state = std::move(state), mine, result, deliver = std::move(deliver)] {
                const auto living = state.lock();
                if (!living || living->newest != mine)
                    return;
                living->running = false;
                deliver(std::move(*result));
            });
        });
    }

    /// The run now under way, if any, is told to stop and its result will not be delivered.
    void cancel()
    {
        m_stop.request_stop();
        ++m_state->newest;
        m_state->running = false;
    }

    bool running() const { return m_state->running; }

private:
    struct State {
        std::uint64_t newest = 0;
        bool running = false;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>(); // touched in the main thread only
    std::stop_source m_stop;
};

} // namespace diakinisi
