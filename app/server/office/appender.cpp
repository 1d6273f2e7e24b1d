#include "server/office/appender.h"

#include <algorithm>

namespace diakinisi::server {
namespace {

constexpr std::size_t mostWaiting = 10'000;
constexpr std::size_t mostInBatch = 512;

} // namespace

Appender::Appender(Scribe& scribe, Metrics& metrics, Log& log, Committed committed)
    : m_scribe(scribe),
      m_metrics(metrics),
      m_log(log),
      m_committed(std::move(committed)),
      m_thread([this] { loop(); })
{
}

Appender::~Appender()
{
    stop();
}

void Appender::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Done Appender::put(std::shared_ptr<AppendWork> work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending || m_waiting.size() >= mostWaiting)
            return fail(ErrorCode::ServerBusy);
        m_waiting.push_back(std::move(work));
    }
    m_wake.notify_one();
    return {};
}

void Appender::loop()
{
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            const auto count = static_cast<std::ptrdiff_t>(std::min(m_waiting.size(), mostInBatch));
            batch.assign(std::make_move_iterator(m_waiting.begin()),
                         std::make_move_iterator(m_waiting.begin() + count));
            m_waiting.erase(m_waiting.begin(), m_waiting.begin() + count);
        }
        carryOut(batch);
    }
}

void Appender::carryOut(const Batch& batch)
{
    const auto error = attempt(batch);
    if (!error) {
        for (const auto& work : batch)
            work->committed();
        return;
    }
    m_log.error("batch-abandoned",
                {{"code", errorWord(error->code)}, {"cause", error->cause}, {"works", QString::number(batch.size())}});
    if (batch.size() == 1)
        return batch.front()->failed(*error);
    // One bad apple must not take the others with it.
    for (const auto& work : batch)
        carryOut({work});
}

std::optional<Error> Appender::attempt(const Batch& batch)
{
    if (const Done begun = m_scribe.beginBatch(); !begun)
        return begun.error();
    for (const auto& work : batch) {
        work->run(m_scribe);
        if (m_scribe.broken())
            break;
    }
    const auto before = std::chrono::steady_clock::now();
    const Done done = m_scribe.commitBatch();
    if (!done) {
        m_scribe.abandonBatch();
        return done.error();
    }
    const auto took = std::chrono::steady_clock::now() - before;
    m_metrics.commitMicroseconds += std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    ++m_metrics.batches;
    m_metrics.headPosition = m_scribe.head().position;
    m_metrics.numberingStopped = m_scribe.numberingStopped() ? 1 : 0;
    m_committed(m_scribe.touched(), m_scribe.published());
    return std::nullopt;
}

} // namespace diakinisi::server
