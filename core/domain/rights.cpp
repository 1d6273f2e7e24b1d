#include "domain/rights.h"

#include <algorithm>

namespace diakinisi::domain {

namespace {

Principal personPrincipal(const PersonId& id)
{
    return QLatin1StringView("person:") + id.toString();
}

Principal unitPrincipal(const UnitId& id)
{
    return QLatin1StringView("unit:") + id.toString();
}

Principal headPrincipal(const UnitId& id)
{
    return QLatin1StringView("head:") + id.toString();
}

Principal chiefPrincipal(const UnitId& id)
{
    return QLatin1StringView("chief:") + id.toString();
}

const Principal registryPrincipal = QStringLiteral("role:registry");
const Principal auditorPrincipal = QStringLiteral("role:auditor");

void grantActors(const Document& document, std::set<Principal>& grants)
{
    grants.insert(personPrincipal(document.createdBy));
    for (const PersonId& named : document.access.named)
        grants.insert(personPrincipal(named));
    for (const Charge& charge : document.charges) {
        if (charge.person)
            grants.insert(personPrincipal(*charge.person));
        if (charge.handler)
            grants.insert(personPrincipal(*charge.handler));
    }
    for (const Step& step : document.route.steps)
        grants.insert(personPrincipal(step.person));
}

void grantUnits(const Document& document, std::set<Principal>& grants)
{
    grants.insert(unitPrincipal(document.identity.unit));
    grants.insert(headPrincipal(document.identity.unit));
    for (const UnitId& unit : document.passedThrough) {
        grants.insert(unitPrincipal(unit));
        grants.insert(headPrincipal(unit));
    }
}

} // namespace

std::set<Principal> grantsOf(const Document& document)
{
    std::set<Principal> grants;
    grantActors(document, grants);
    if (document.access.restricted) {
        for (const Charge& charge : document.charges)
            if (charge.unit)
                grants.insert(chiefPrincipal(*charge.unit));
        return grants;
    }
    const bool draft = document.registration.state == NumberState::None;
    if (draft && document.route.state == RouteState::None)
        return grants;
    if (draft) {
        grants.insert(headPrincipal(document.identity.unit));
        return grants;
    }
    grantUnits(document, grants);
    grants.insert(registryPrincipal);
    grants.insert(auditorPrincipal);
    return grants;
}

std::set<Principal> principalsOf(const Organisation& organisation, const PersonId& id, std::optional<Instant> at)
{
    std::set<Principal> principals;
    const Person* person = organisation.person(id);
    if (!person || !person->active)
        return principals;
    principals.insert(personPrincipal(id));
    for (const Replacement& each : organisation.replacements)
        if (each.substitute == id && (!at || *at < each.to))
            principals.insert(personPrincipal(each.absent));
    for (const RoleAssignment& assignment : person->roles) {
        if (assignment.role == Role::RegistryClerk || assignment.role == Role::RegistryHead)
            principals.insert(registryPrincipal);
        if (assignment.role == Role::Auditor)
            principals.insert(auditorPrincipal);
        if (!assignment.unit)
            continue;
        principals.insert(unitPrincipal(*assignment.unit));
        if (assignment.role != Role::Head)
            continue;
        principals.insert(chiefPrincipal(*assignment.unit));
        for (const Unit& unit : organisation.units)
            if (organisation.isWithin(unit.id, *assignment.unit))
                principals.insert(headPrincipal(unit.id));
    }
    return principals;
}

bool maySee(const Document& document, const Organisation& organisation, const PersonId& person,
            std::optional<Instant> at)
{
    const std::set<Principal> grants = grantsOf(document);
    const std::set<Principal> principals = principalsOf(organisation, person, at);
    return std::any_of(grants.begin(), grants.end(),
                       [&principals](const Principal& each) { return principals.contains(each); });
}

} // namespace diakinisi::domain
