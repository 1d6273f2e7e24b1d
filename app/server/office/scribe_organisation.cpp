#include "server/office/scribe.h"

#include "domain/apply.h"

// What follows from events on the organisation: who sees as whom.
namespace diakinisi::server {

void Scribe::applyToOrganisation(const domain::Event& event)
{
    domain::apply(m_organisation, event);
    m_organisationPosition = m_head.position;
    m_organisationChanged = true;
    m_touched.organisation = true;
    refreshMembers(event);
}

void Scribe::refreshMembers(const domain::Event& event)
{
    if (const auto* person = std::get_if<domain::PersonDefined>(&event.body))
        return refreshPrincipals(person->id, m_head.position);
    if (const auto* set = std::get_if<domain::ReplacementSet>(&event.body))
        return refreshPrincipals(set->replacement.substitute, m_head.position);
    if (!std::holds_alternative<domain::UnitDefined>(event.body))
        return;
    // Where a unit stands in the tree decides what all heads above it see.
    const QList<domain::PersonId> everybody = m_organisation.persons.keys();
    for (const domain::PersonId& person : everybody)
        refreshPrincipals(person, m_head.position);
}

void Scribe::refreshPrincipals(const domain::PersonId& person, qint64 position)
{
    const std::set<domain::Principal> before = m_principals.value(person);
    std::set<domain::Principal> after = domain::principalsOf(m_organisation, person, m_time.now(m_head.at));
    if (before == after)
        return;
    well(writer().changeMemberships(person, before, after, position));
    m_principals.insert(person, std::move(after));
    m_organisationChanged = true;
}

void Scribe::endReplacements()
{
    const Instant now = m_time.now(m_head.at);
    std::set<domain::PersonId> ended;
    for (const domain::Replacement& each : m_organisation.replacements)
        if (each.to <= now && m_replacementsChecked < each.to)
            ended.insert(each.substitute);
    m_replacementsChecked = now;
    // No event says so: what was seen on somebody's behalf goes out of sight with the next one.
    for (const domain::PersonId& substitute : ended)
        refreshPrincipals(substitute, m_head.position + 1);
}

} // namespace diakinisi::server
