#include "base/lane.h"

#include <QCoreApplication>
#include <QMetaObject>

namespace diakinisi {

Lane::Lane(std::string name, unsigned threads) : m_name(std::move(name))
{
    for (unsigned i = 0; i < threads; ++i)
        m_threads.emplace_back([this](std::stop_token stop) { loop(stop); });
}

Lane::~Lane()
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
    }
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_threads.clear(); // joins
}

void Lane::post(Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_wake.notify_one();
}

std::size_t Lane::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void Lane::loop(std::stop_token stop)
{
    for (;;) {
        Work work;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); }) || stop.stop_requested())
                return;
            work = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        work(stop);
    }
}

void postToMainThread(std::function<void()> call)
{
    if (QCoreApplication* application = QCoreApplication::instance())
        QMetaObject::invokeMethod(application, std::move(call), Qt::QueuedConnection);
}

} // namespace diakinisi
