#pragma once
#include "base/lane.h"

#include <list>
#include <memory>

namespace diakinisi::ui {

/// Work that must each be told of, unlike Task, where only the newest run counts. A member of its owner: with the owner
/// go the deliveries.
class Jobs
{
public:
    template <class T>
    void run(Lane& lane, std::function<T(std::stop_token)> work, std::function<void(T)> deliver)
    {
        auto task = std::make_shared<Task<T>>();
        m_tasks.push_back(task);
        task->start(lane, std::move(work), [this, raw = task.get(), deliver = std::move(deliver)](T result) {
            const std::shared_ptr<void> kept = take(raw); // lives until this function, which is its part, has ended
            deliver(std::move(result));
        });
    }

    bool running() const { return !m_tasks.empty(); }

private:
    std::shared_ptr<void> take(const void* raw)
    {
        for (auto it = m_tasks.begin(); it != m_tasks.end(); ++it)
            if (it->get() == raw) {
                std::shared_ptr<void> task = std::move(*it);
                m_tasks.erase(it);
                return task;
            }
        return {};
    }

    std::list<std::shared_ptr<void>> m_tasks;
};

} // namespace diakinisi::ui
