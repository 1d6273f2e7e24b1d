#pragma once
#include "server/office/appender.h"

#include <functional>
#include <set>

namespace diakinisi::server {

/// Commands that came together, from one person: decided one by one, groups all or nothing, each answered once.
class Submission final : public AppendWork
{
public:
    using Answer = std::function<void(std::vector<Outcome>)>;
    using Failure = std::function<void(const Error&)>;

    Submission(Actor actor, std::vector<Asked> commands, Findings findings, Metrics& metrics, Answer answer,
               Failure failure);

    void run(Scribe& scribe) override;
    void committed() override;
    void failed(const Error& error) override;

private:
    using Members = std::vector<std::size_t>; // indexes into m_commands

    /// The commands that are done together, in the order of their first member.
    std::vector<Members> units() const;
    void carryOut(Scribe& scribe, const Members& members);
    /// Answers from the first time, or an id used for something else. True when there is nothing left to decide.
    bool answeredBefore(Scribe& scribe, std::size_t member);
    Result<Scribe::Written> decide(Scribe& scribe, std::size_t member, const Members& unit);
    Done dependencies(Scribe& scribe, const domain::Command& command, const Members& unit, bool& later) const;
    void keep(Scribe& scribe, std::size_t member, const Scribe::Written& written);
    void refuse(Scribe& scribe, std::size_t member, const Error& error, bool later);

    const Actor m_actor;
    const std::vector<Asked> m_commands;
    const Findings m_findings;
    Metrics& m_metrics;
    Answer m_answer;
    Failure m_failure;
    std::vector<Outcome> m_outcomes;
};

} // namespace diakinisi::server
