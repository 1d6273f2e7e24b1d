#include "server/office/submission.h"

#include "server/office/stored_json.h"
#include "wire/problem.h"

#include <QJsonDocument>

#include <algorithm>

namespace diakinisi::server {
namespace {

bool mayComeLater(const Error& error)
{
    return wire::retryOf(error.code) == wire::Retry::Later;
}

QByteArray kept(const Error& error)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("code"), errorWord(error.code)},
                                     {QStringLiteral("subject"), error.subject},
                                     {QStringLiteral("cause"), error.cause}})
        .toJson(QJsonDocument::Compact);
}

Error readKept(const QByteArray& bytes)
{
    const QJsonObject json = storedObject(bytes).value_or(QJsonObject());
    return {errorCode(json.value(u"code").toString()), json.value(u"subject").toString(),
            json.value(u"cause").toString()};
}

} // namespace

Submission::Submission(Actor actor, std::vector<Asked> commands, Findings findings, Metrics& metrics, Answer answer,
                       Failure failure)
    : m_actor(std::move(actor)),
      m_commands(std::move(commands)),
      m_findings(std::move(findings)),
      m_metrics(metrics),
      m_answer(std::move(answer)),
      m_failure(std::move(failure))
{
}

std::vector<Submission::Members> Submission::units() const
{
    std::vector<Members> result;
    std::map<domain::GroupId, std::size_t> groups;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const Asked& asked = m_commands[i];
        if (asked.command && asked.command->group) {
            const auto [group, isNew] = groups.try_emplace(*asked.command->group, result.size());
            if (!isNew) {
                result[group->second].push_back(i);
                continue;
            }
        }
        result.push_back({i});
    }
    return result;
}

void Submission::run(Scribe& scribe)
{
    m_outcomes.assign(m_commands.size(), Outcome{});
    for (std::size_t i = 0; i < m_commands.size(); ++i)
        m_outcomes[i].id = m_commands[i].id;
    for (const Members& unit : units()) {
        carryOut(scribe, unit);
        if (scribe.broken())
            return;
    }
}

void Submission::carryOut(Scribe& scribe, const Members& members)
{
    Members open;
    bool refusedBefore = false;
    for (const std::size_t member : members) {
        if (!answeredBefore(scribe, member))
            open.push_back(member);
        refusedBefore = refusedBefore || m_outcomes[member].status == Outcome::Status::Refused;
    }
    if (open.empty() || scribe.broken())
        return;
    std::optional<std::pair<std::size_t, Error>> refusal;
    std::vector<Scribe::Written> written;
    scribe.beginUnit(members.size() > 1);
    for (const std::size_t member : open) {
        auto result = refusedBefore ? fail(ErrorCode::GroupRefused) : decide(scribe, member, members);
        if (scribe.broken())
            return;
        if (!result) {
            refusal = {member, result.error()};
            break;
        }
        written.push_back(std::move(*result));
    }
    if (!refusal) {
        for (std::size_t i = 0; i < open.size(); ++i)
            keep(scribe, open[i], written[i]);
        return scribe.keepUnit();
    }
    scribe.dropUnit();
    const bool later = mayComeLater(refusal->second) || m_outcomes[refusal->first].retryLater;
    for (const std::size_t member : open) {
        const bool itself = member == refusal->first || refusedBefore;
        refuse(scribe, member, itself ? refusal->second : Error{ErrorCode::GroupRefused, {}, {}}, later);
    }
}

bool Submission::answeredBefore(Scribe& scribe, std::size_t member)
{
    const Asked& asked = m_commands[member];
    Outcome& outcome = m_outcomes[member];
    const auto found = scribe.writer().answer(asked.id);
    if (!scribe.well(found) || !*found)
        return false;
    const StoredAnswer& answer = **found;
    if (answer.digest != asked.digest || answer.person != m_actor.person) {
        outcome.status = Outcome::Status::Refused;
        outcome.refusal = Error{ErrorCode::IdReused, asked.id.toString(), {}};
        return true;
    }
    if (answer.problem) {
        outcome.status = Outcome::Status::Refused;
        outcome.refusal = readKept(*answer.problem);
        return true;
    }
    outcome.status = Outcome::Status::Repeated;
    if (answer.eventCount == 0)
        return true;
    const auto records = scribe.writer().records(answer.firstPosition, answer.eventCount);
    if (scribe.well(records))
        for (const StoredRecord& record : *records)
            outcome.records.push_back(record.bytes);
    return true;
}

Done Submission::dependencies(Scribe& scribe, const domain::Command& command, const Members& unit, bool& later) const
{
    for (const domain::CommandId& needed : command.after) {
        const bool together =
            std::any_of(unit.begin(), unit.end(), [&](std::size_t other) { return m_commands[other].id == needed; });
        if (together)
            continue;
        const auto answer = scribe.writer().answer(needed);
        if (!scribe.well(answer))
            return fail(answer.error());
        if (*answer && !(*answer)->problem)
            continue;
        // One that never came, or may still be taken: this one may too, then.
        later = !*answer;
        return fail(ErrorCode::DependencyRefused, needed.toString());
    }
    return {};
}

Result<Scribe::Written> Submission::decide(Scribe& scribe, std::size_t member, const Members& unit)
{
    const Asked& asked = m_commands[member];
    if (!asked.command)
        return fail(asked.command.error());
    const Done needed = dependencies(scribe, *asked.command, unit, m_outcomes[member].retryLater);
    if (!needed)
        return fail(needed.error());
    return scribe.carryOut(m_actor, *asked.command, m_findings);
}

void Submission::keep(Scribe& scribe, std::size_t member, const Scribe::Written& written)
{
    const Asked& asked = m_commands[member];
    m_outcomes[member].records = written.records;
    scribe.well(scribe.writer().putAnswer(asked.id, {asked.digest, m_actor.person, written.first,
                                                     static_cast<qint64>(written.records.size()), std::nullopt}));
}

void Submission::refuse(Scribe& scribe, std::size_t member, const Error& error, bool later)
{
    const Asked& asked = m_commands[member];
    Outcome& outcome = m_outcomes[member];
    outcome.status = Outcome::Status::Refused;
    outcome.refusal = error;
    outcome.retryLater = later;
    if (!later)
        scribe.well(scribe.writer().putAnswer(asked.id, {asked.digest, m_actor.person, 0, 0, kept(error)}));
}

void Submission::committed()
{
    for (const Outcome& outcome : m_outcomes) {
        switch (outcome.status) {
        case Outcome::Status::Applied:
            ++m_metrics.commandsApplied;
            break;
        case Outcome::Status::Repeated:
            ++m_metrics.commandsRepeated;
            break;
        case Outcome::Status::Refused:
            ++m_metrics.commandsRefused;
            break;
        }
    }
    m_answer(std::move(m_outcomes));
}

void Submission::failed(const Error& error)
{
    m_failure(error);
}

} // namespace diakinisi::server
