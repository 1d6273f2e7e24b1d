#include "storage/desk_store_parts.h"
#include "wire/problem.h"

namespace diakinisi::storage {

namespace {

constexpr int rowsAtOnce = 200;
constexpr qint64 laterMilliseconds = 20'000; ///< before what the server could not do just now is sent again

/// Gathers what may be sent, keeping groups whole and holding back what waits behind something held back.
class Choosing
{
public:
    Choosing(Instant now, int limit) : m_now(now), m_limit(static_cast<std::size_t>(std::max(limit, 1))) {}

    /// False: no more can be taken. Members of a group come one after another, as they were enqueued.
    bool add(OutboxRow&& row)
    {
        const bool sameUnit = !m_unit.empty() && row.command.group && m_unit.front().command.group == row.command.group;
        if (!sameUnit && !closeUnit())
            return false;
        m_unit.push_back(std::move(row));
        return true;
    }

    std::vector<domain::Command> finish()
    {
        closeUnit();
        return std::move(m_chosen);
    }

private:
    bool isHeld(const OutboxRow& row) const
    {
        const auto& after = row.command.after;
        return row.notBefore > m_now || m_heldDocuments.contains(row.command.document) ||
               std::any_of(after.begin(), after.end(), [this](const auto& id) { return m_held.contains(id); });
    }

    bool closeUnit()
    {
        std::vector<OutboxRow> unit = std::exchange(m_unit, {});
        if (std::any_of(unit.begin(), unit.end(), [this](const OutboxRow& row) { return isHeld(row); })) {
            for (const OutboxRow& row : unit) {
                m_held.insert(row.command.id);
                if (row.command.document != domain::organisationDocument())
                    m_heldDocuments.insert(row.command.document);
            }
            return true;
        }
        if (!m_chosen.empty() && m_chosen.size() + unit.size() > m_limit)
            return false;
        for (OutboxRow& row : unit)
            m_chosen.push_back(std::move(row.command));
        return m_chosen.size() < m_limit;
    }

    Instant m_now;
    std::size_t m_limit;
    std::vector<OutboxRow> m_unit;
    std::vector<domain::Command> m_chosen;
    QSet<domain::CommandId> m_held;
    QSet<domain::DocumentId> m_heldDocuments;
};

/// The server's answers, one after another into the tables.
class Settling
{
public:
    Settling(Connection& connection, Fold& fold, Instant now) : m_outbox(connection), m_fold(fold), m_now(now) {}

    Done applied(const wire::CommandResult& answer)
    {
        for (const ledger::Record& record : answer.events)
            if (auto ok = m_fold.takeEvent(record); !ok)
                return ok;
        const auto row = m_outbox.waiting(answer.id);
        if (!row)
            return fail(row.error());
        if (!*row)
            return {}; // settled before
        m_fold.touch((*row)->command.document);
        return m_outbox.removeApplied(answer.id);
    }

    /// Waits a little and is sent again; what hangs on it waits with it.
    Done later(const domain::CommandId& id)
    {
        m_later.insert(id);
        return m_outbox.holdBack(id, m_now + laterMilliseconds);
    }

    /// The command, its group and all that depends on them, with one reason to show.
    Done refused(const domain::CommandId& id, const Error& reason)
    {
        std::vector<std::pair<domain::CommandId, Error>> ahead{{id, reason}};
        while (!ahead.empty()) {
            const auto [next, why] = ahead.back();
            ahead.pop_back();
            const auto row = m_outbox.waiting(next);
            if (!row)
                return fail(row.error());
            if (!*row)
                continue;
            const auto group =
                (*row)->command.group ? m_outbox.ofGroup(*(*row)->command.group) : Result<std::vector<OutboxRow>>();
            const auto behind = m_outbox.dependents(next);
            if (!group || !behind)
                return fail(!group ? group.error() : behind.error());
            if (auto ok = m_outbox.refuse(next, {id, why}); !ok)
                return ok;
            m_fold.touch((*row)->command.document);
            for (const OutboxRow& other : *group)
                ahead.emplace_back(other.command.id, Error{ErrorCode::GroupRefused, next.toString(), {}});
            for (const OutboxRow& other : *behind)
                ahead.emplace_back(other.command.id, Error{ErrorCode::DependencyRefused, next.toString(), {}});
            m_anyRefused = true;
        }
        return {};
    }

    /// Refused for another's sake: nothing to do when that one is known; else it is its own root.
    Done refusedWithOther(const domain::CommandId& id, const Error& reason)
    {
        const auto row = m_outbox.waiting(id);
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        const auto group =
            (*row)->command.group ? m_outbox.ofGroup(*(*row)->command.group) : Result<std::vector<OutboxRow>>();
        if (!group)
            return fail(group.error());
        const auto& after = (*row)->command.after;
        const bool waits =
            std::any_of(after.begin(), after.end(), [this](const auto& each) { return m_later.contains(each); }) ||
            std::any_of(group->begin(), group->end(),
                        [this](const OutboxRow& each) { return m_later.contains(each.command.id); });
        return waits ? later(id) : refused(id, reason);
    }

    bool anyRefused() const { return m_anyRefused; }

private:
    OutboxTable m_outbox;
    Fold& m_fold;
    Instant m_now;
    QSet<domain::CommandId> m_later;
    bool m_anyRefused = false;
};

struct ServerRefusal {
    Error error;
    bool later = false;
    bool derived = false;
};

ServerRefusal refusalOf(const wire::CommandResult& answer)
{
    ServerRefusal refusal;
    const QJsonObject problem = answer.problem.value_or(QJsonObject());
    refusal.error = wire::errorOf(problem);
    const auto retry = domain::fromWord<wire::Retry>(problem.value(QLatin1StringView("retry")).toString());
    refusal.later = retry.value_or(wire::retryOf(refusal.error.code)) == wire::Retry::Later;
    refusal.derived =
        refusal.error.code == ErrorCode::DependencyRefused || refusal.error.code == ErrorCode::GroupRefused;
    return refusal;
}

Done settleAll(Settling& settling, const std::vector<wire::CommandResult>& answers)
{
    // First what has a reason of its own, so that what hangs on it finds it decided.
    for (const bool derived : {false, true}) {
        for (const wire::CommandResult& answer : answers) {
            if (answer.status != wire::CommandStatus::Refused) {
                if (!derived)
                    if (auto ok = settling.applied(answer); !ok)
                        return ok;
                continue;
            }
            const ServerRefusal refusal = refusalOf(answer);
            if (refusal.derived != derived)
                continue;
            const Done done = derived         ? settling.refusedWithOther(answer.id, refusal.error)
                              : refusal.later ? settling.later(answer.id)
                                              : settling.refused(answer.id, refusal.error);
            if (!done)
                return done;
        }
    }
    return {};
}

} // namespace

Result<std::vector<domain::Command>> DeskStore::ready(const domain::PersonId& person, int limit)
{
    const std::lock_guard taken(m_parts->turn); // what is handed out cannot be undone at the same moment
    auto connection = m_parts->pool->borrow();
    if (!connection)
        return fail(connection.error());
    OutboxTable outbox(**connection);
    Choosing choosing(m_parts->clock.now(), limit);
    qint64 behind = 0;
    for (bool more = true; more;) {
        auto rows = outbox.ofPerson(person, rowsAtOnce, behind);
        if (!rows)
            return fail(rows.error());
        more = rows->size() == rowsAtOnce;
        for (OutboxRow& row : *rows) {
            behind = row.seq;
            if (!choosing.add(std::move(row))) {
                more = false;
                break;
            }
        }
    }
    std::vector<domain::Command> chosen = choosing.finish();
    for (const domain::Command& command : chosen)
        m_parts->handedOut.insert(command.id);
    return chosen;
}

Done DeskStore::settle(const std::vector<wire::CommandResult>& answers)
{
    const auto work = [&](Connection& connection, Fold& fold, StoreNews& news) -> Done {
        Settling settling(connection, fold, m_parts->clock.now());
        if (auto ok = settleAll(settling, answers); !ok)
            return ok;
        news.attention = settling.anyRefused();
        return {};
    };
    return m_parts->change(work);
}

Result<qint64> DeskStore::waitingCount()
{
    auto connection = m_parts->pool->borrow();
    if (!connection)
        return fail(connection.error());
    return OutboxTable(**connection).waitingCount();
}

} // namespace diakinisi::storage
