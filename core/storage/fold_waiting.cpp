#include "storage/fold_waiting.h"

#include "domain/apply.h"
#include "domain/decide.h"

namespace diakinisi::storage {

namespace {

using States = std::map<domain::DocumentId, domain::Document>;

/// One attempt to fold all rows, with what earlier attempts have left out.
class Attempt
{
public:
    Attempt(QHash<domain::CommandId, Error>& refusals, QSet<domain::GroupId>& refusedGroups,
            const domain::Organisation& organisation)
        : m_refusals(refusals),
          m_refusedGroups(refusedGroups),
          m_organisation(organisation)
    {
    }

    /// False when a command was left out whose group had been folded in part: all must begin anew.
    bool run(const std::vector<OutboxRow>& rows, States& states)
    {
        for (const OutboxRow& row : rows) {
            const auto reason = foldOne(row, states);
            if (!reason) {
                if (row.command.group)
                    m_appliedGroups.insert(*row.command.group);
                continue;
            }
            if (!m_refusals.contains(row.command.id))
                m_refusals.insert(row.command.id, *reason);
            if (!row.command.group)
                continue;
            m_refusedGroups.insert(*row.command.group);
            if (m_appliedGroups.contains(*row.command.group))
                return false;
        }
        return true;
    }

private:
    std::optional<Error> foldOne(const OutboxRow& row, States& states)
    {
        const domain::Command& command = row.command;
        if (const auto known = m_refusals.constFind(command.id); known != m_refusals.constEnd())
            return *known;
        if (command.group && m_refusedGroups.contains(*command.group))
            return Error{ErrorCode::GroupRefused, {}, {}};
        domain::Document& state = states[command.document];
        const auto events = decideHere(state, command, row.person, m_organisation);
        if (!events) {
            for (const domain::CommandId& needed : command.after)
                if (m_refusals.contains(needed))
                    return Error{ErrorCode::DependencyRefused, needed.toString(), {}};
            return events.error();
        }
        // What it needs may be without room only because it is confirmed already: the feed can be faster than the
        // answer. Where the act holds by itself, that is no reason against it.
        if (command.document != domain::organisationDocument())
            for (const domain::Event& event : *events)
                domain::apply(state, event);
        return std::nullopt;
    }

    QHash<domain::CommandId, Error>& m_refusals;
    QSet<domain::GroupId>& m_refusedGroups;
    QSet<domain::GroupId> m_appliedGroups;
    const domain::Organisation& m_organisation;
};

/// The rows that one row pulls in: its group, what it needs, and what needs it.
Done addNeighbours(OutboxTable& outbox, const OutboxRow& row, std::vector<OutboxRow>& to)
{
    const auto take = [&to](Result<std::vector<OutboxRow>> found) -> Done {
        if (!found)
            return fail(found.error());
        std::move(found->begin(), found->end(), std::back_inserter(to));
        return {};
    };
    if (row.command.group)
        if (auto ok = take(outbox.ofGroup(*row.command.group)); !ok)
            return ok;
    if (auto ok = take(outbox.dependents(row.command.id)); !ok)
        return ok;
    for (const domain::CommandId& needed : row.command.after) {
        auto found = outbox.waiting(needed);
        if (!found)
            return fail(found.error());
        if (*found)
            to.push_back(std::move(**found));
    }
    return {};
}

} // namespace

Result<std::vector<domain::Event>> decideHere(const domain::Document& document, const domain::Command& command,
                                              const domain::PersonId& person, const domain::Organisation& organisation)
{
    domain::Context context;
    context.actor = person;
    context.at = command.at;
    context.organisation = &organisation;
    const auto decided = command.document == domain::organisationDocument()
                             ? domain::decideOrganisation(organisation, command, context)
                             : domain::decide(document, command, context);
    if (!decided)
        return fail(decided.error());
    std::vector<domain::Event> events;
    for (std::size_t i = 0; i < decided->size(); ++i) {
        const domain::Decided& each = (*decided)[i];
        const auto id = derivedId<domain::EventId>(command.id.uuid(), QString::number(i));
        events.push_back({id, command.document, command.at, person, each.onBehalfOf, each.body});
    }
    return events;
}

Result<std::vector<OutboxRow>> connectedRows(OutboxTable& outbox, const QSet<domain::DocumentId>& documents)
{
    std::map<qint64, OutboxRow> rows;
    QSet<domain::DocumentId> seen;
    std::vector<domain::DocumentId> ahead(documents.begin(), documents.end());
    while (!ahead.empty()) {
        const domain::DocumentId document = ahead.back();
        ahead.pop_back();
        if (seen.contains(document))
            continue;
        seen.insert(document);
        auto found = outbox.ofDocument(document);
        if (!found)
            return fail(found.error());
        std::vector<OutboxRow> neighbours;
        for (const OutboxRow& row : *found)
            if (auto ok = addNeighbours(outbox, row, neighbours); !ok)
                return fail(ok.error());
        for (const OutboxRow& row : neighbours)
            ahead.push_back(row.command.document);
        for (OutboxRow& row : *found)
            rows.emplace(row.seq, std::move(row));
    }
    std::vector<OutboxRow> ordered;
    for (auto& [seq, row] : rows)
        ordered.push_back(std::move(row));
    return ordered;
}

WaitingFold foldWaiting(const std::vector<OutboxRow>& rows, std::map<domain::DocumentId, domain::Document>& states,
                        const domain::Organisation& organisation)
{
    WaitingFold result;
    QSet<domain::GroupId> refusedGroups;
    for (;;) {
        States attempt = states;
        if (Attempt(result.refusals, refusedGroups, organisation).run(rows, attempt)) {
            states = std::move(attempt);
            return result;
        }
    }
}

} // namespace diakinisi::storage
