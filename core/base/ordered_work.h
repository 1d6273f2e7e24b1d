#pragma once
#include "base/result.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace diakinisi {

/// Makes the things 0 .. count-1 on `threads` threads of its own and takes them in their order in the calling thread.
/// No more than twice as many as threads are made ahead of what was taken, so memory stays flat however many there are.
/// `make` may be called from several threads at once; its refusals reach `take` like its results. The first error of
/// `take`, or a stop (Cancelled), ends it: what is being made is told to stop and waited for.
template <class T>
Done inOrder(std::size_t count, unsigned threads,
             const std::function<Result<T>(std::size_t index, std::stop_token stop)>& make,
             const std::function<Done(std::size_t index, Result<T> made)>& take, std::stop_token stop)
{
    std::mutex mutex; // guards what follows
    std::condition_variable_any news;
    std::map<std::size_t, Result<T>> ready;
    std::size_t next = 0;
    std::size_t taken = 0;
    std::stop_source ending;
    const std::stop_callback passOn(stop, [&ending] { ending.request_stop(); });
    const std::size_t ahead = std::size_t{2} * std::max(1U, threads);

    const auto makeAll = [&] {
        for (;;) {
            std::unique_lock lock(mutex);
            const auto mayGoOn = [&] { return next >= count || next < taken + ahead; };
            if (!news.wait(lock, ending.get_token(), mayGoOn) || next >= count || ending.stop_requested())
                return;
            const std::size_t mine = next++;
            lock.unlock();
            Result<T> made = make(mine, ending.get_token());
            lock.lock();
            ready.emplace(mine, std::move(made));
            news.notify_all();
        }
    };
    std::vector<std::jthread> makers;
    for (unsigned i = 0; i < std::max(1U, threads) && i < count; ++i)
        makers.emplace_back(makeAll);

    Done done;
    while (done && taken < count) {
        std::unique_lock lock(mutex);
        if (!news.wait(lock, stop, [&] { return ready.contains(taken); })) {
            done = fail(ErrorCode::Cancelled);
            break;
        }
        Result<T> made = std::move(ready.extract(taken).mapped());
        const std::size_t index = taken++;
        news.notify_all();
        lock.unlock();
        done = take(index, std::move(made));
    }
    ending.request_stop();
    makers.clear(); // joins
    return done;
}

} // namespace diakinisi
