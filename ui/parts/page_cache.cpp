#include "ui/parts/page_cache.h"

namespace diakinisi::ui {

PageCache::PageCache(desk::DeskFiles& files, Lane& lane, QObject* parent)
    : QObject(parent),
      m_files(files),
      m_lane(lane)
{
}

const desk::DeskFiles::Pages* PageCache::pages(const Sha256& file)
{
    const auto known = m_pages.find(file);
    if (known != m_pages.end())
        return &known->second;
    want({file, -1, 0}, true);
    return nullptr;
}

QImage PageCache::page(const Sha256& file, int index, int width)
{
    const Want key{file, index, width};
    const auto known = m_index.find(key);
    if (known == m_index.end()) {
        want(key, true);
        return {};
    }
    m_kept.splice(m_kept.begin(), m_kept, known->second);
    return known->second->second;
}

QImage PageCache::otherWidth(const Sha256& file, int index) const
{
    const auto next = m_index.lower_bound({file, index, 0});
    const bool same = next != m_index.end() && next->first.file == file && next->first.index == index;
    return same ? next->second->second : QImage();
}

void PageCache::prefetch(const Sha256& file, int index, int width)
{
    if (!m_index.contains({file, index, width}))
        want({file, index, width}, false);
}

void PageCache::forget(const Sha256& file)
{
    m_problems.erase(file);
}

const Error* PageCache::problem(const Sha256& file) const
{
    const auto known = m_problems.find(file);
    return known == m_problems.end() ? nullptr : &known->second;
}

void PageCache::want(Want want, bool soon)
{
    if (m_problems.contains(want.file))
        return;
    for (const auto& running : m_running)
        if (running == want)
            return;
    std::erase(m_waiting, want);
    if (soon)
        m_waiting.push_front(std::move(want));
    else
        m_waiting.push_back(std::move(want));
    while (m_waiting.size() > mostWaiting)
        m_waiting.pop_back();
    startNext();
}

void PageCache::startNext()
{
    for (std::size_t i = 0; i < m_running.size() && !m_waiting.empty(); ++i) {
        if (m_running[i])
            continue;
        const Want want = m_waiting.front();
        m_waiting.pop_front();
        m_running[i] = want;
        m_tasks[i].start(
            m_lane,
            [&files = m_files, want](std::stop_token stop) {
                Answer answer{QImage(), desk::DeskFiles::Pages()};
                if (want.index < 0)
                    answer.pages = files.pages(want.file, stop);
                else
                    answer.image = files.page(want.file, want.index, want.width, stop);
                return answer;
            },
            [this, i, want](Answer answer) {
                m_running[i].reset();
                deliver(want, std::move(answer));
                startNext();
            });
    }
}

void PageCache::deliver(const Want& want, Answer answer)
{
    const Error* error = !answer.pages ? &answer.pages.error() : !answer.image ? &answer.image.error() : nullptr;
    if (error) {
        if (error->code != ErrorCode::Cancelled)
            m_problems[want.file] = *error;
        Q_EMIT failed(want.file, *error);
    } else if (want.index < 0) {
        m_pages[want.file] = std::move(*answer.pages);
        Q_EMIT pagesKnown(want.file);
    } else {
        keep(want, *answer.image);
        Q_EMIT pageReady(want.file, want.index);
    }
}

void PageCache::keep(const Want& want, const QImage& image)
{
    m_kept.emplace_front(want, image);
    m_index[want] = m_kept.begin();
    m_bytes += image.sizeInBytes();
    while (m_bytes > mostBytes && m_kept.size() > 1) {
        m_bytes -= m_kept.back().second.sizeInBytes();
        m_index.erase(m_kept.back().first);
        m_kept.pop_back();
    }
}

} // namespace diakinisi::ui
