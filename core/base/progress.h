#pragma once
#include <cstdint>
#include <functional>

namespace diakinisi {

/// How far a long task has come. Called from the thread that works; must return at once.
class Progress
{
public:
    using Report = std::function<void(std::int64_t done, std::int64_t total)>;

    Progress() = default;
    explicit Progress(Report report) : m_report(std::move(report)) {}
    void report(std::int64_t done, std::int64_t total)
    {
        if (m_report)
            m_report(done, total);
    }

private:
    Report m_report;
};

} // namespace diakinisi
