#include "server/office/feed_hub.h"

#include <algorithm>

namespace diakinisi::server {
namespace {

bool concerns(const Touched& touched, const std::set<domain::Principal>& principals)
{
    return touched.organisation || std::any_of(principals.begin(), principals.end(), [&](const domain::Principal& p) {
               return touched.principals.contains(p);
           });
}

} // namespace

FeedHub::FeedHub(Lane& work, Metrics& metrics) : m_work(work), m_metrics(metrics), m_thread([this] { loop(); }) {}

FeedHub::~FeedHub()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

std::uint64_t FeedHub::commits() const
{
    const std::lock_guard lock(m_mutex);
    return m_commits;
}

void FeedHub::wait(const domain::PersonId& person, std::uint64_t seenCommits,
                   std::chrono::steady_clock::time_point until, Wake wake)
{
    std::list<Waiting> woken;
    {
        const std::lock_guard lock(m_mutex);
        auto& to = m_stopped || seenCommits != m_commits ? woken : m_waiting;
        to.push_back({person, until, std::move(wake)});
        m_metrics.feedsWaiting = static_cast<qint64>(m_waiting.size());
    }
    wakeNow(woken);
    m_changed.notify_all();
}

void FeedHub::committed(const Touched& touched, const OrganisationView& organisation)
{
    std::list<Waiting> woken;
    {
        const std::lock_guard lock(m_mutex);
        ++m_commits;
        for (auto it = m_waiting.begin(); it != m_waiting.end();) {
            const auto next = std::next(it);
            if (concerns(touched, organisation.principals.value(it->person)))
                woken.splice(woken.end(), m_waiting, it);
            it = next;
        }
        m_metrics.feedsWaiting = static_cast<qint64>(m_waiting.size());
    }
    wakeNow(woken);
}

void FeedHub::stop()
{
    std::list<Waiting> woken;
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        woken.swap(m_waiting);
        m_metrics.feedsWaiting = 0;
    }
    wakeNow(woken);
}

bool FeedHub::stopped() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopped;
}

void FeedHub::wakeNow(std::list<Waiting>& woken)
{
    for (Waiting& each : woken)
        m_work.post([wake = std::move(each.wake)](std::stop_token) { wake(); });
}

void FeedHub::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        const auto now = std::chrono::steady_clock::now();
        std::list<Waiting> woken;
        auto earliest = now + std::chrono::seconds(60);
        for (auto it = m_waiting.begin(); it != m_waiting.end();) {
            const auto next = std::next(it);
            if (it->until <= now)
                woken.splice(woken.end(), m_waiting, it);
            else
                earliest = std::min(earliest, it->until);
            it = next;
        }
        m_metrics.feedsWaiting = static_cast<qint64>(m_waiting.size());
        if (!woken.empty()) {
            lock.unlock();
            wakeNow(woken);
            lock.lock();
            continue;
        }
        m_changed.wait_until(lock, earliest);
    }
}

} // namespace diakinisi::server
