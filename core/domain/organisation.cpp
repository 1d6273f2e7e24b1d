#include "domain/organisation.h"

#include <algorithm>

namespace diakinisi::domain {

const Unit* Organisation::unit(const UnitId& id) const
{
    const auto found = units.constFind(id);
    return found == units.constEnd() ? nullptr : &*found;
}

const Unit* Organisation::unitByCode(QStringView code) const
{
    for (const Unit& each : units)
        if (each.code == code)
            return &each;
    return nullptr;
}

const Person* Organisation::person(const PersonId& id) const
{
    const auto found = persons.constFind(id);
    return found == persons.constEnd() ? nullptr : &*found;
}

const Person* Organisation::personByLogin(QStringView login) const
{
    for (const Person& each : persons)
        if (each.login == login)
            return &each;
    return nullptr;
}

const Person* Organisation::headOf(const UnitId& id) const
{
    const Unit* at = unit(id);
    for (qsizetype steps = units.size(); at && steps >= 0; --steps) {
        for (const Person& each : persons)
            if (each.active && hasRoleIn(each.id, Role::Head, at->id))
                return &each;
        at = at->parent ? unit(*at->parent) : nullptr;
    }
    return nullptr;
}

bool Organisation::hasRole(const PersonId& id, Role role) const
{
    const Person* found = person(id);
    return found && found->active &&
           std::any_of(found->roles.begin(), found->roles.end(),
                       [role](const RoleAssignment& each) { return each.role == role; });
}

bool Organisation::hasRoleIn(const PersonId& id, Role role, const UnitId& where) const
{
    const Person* found = person(id);
    return found && found->active &&
           std::any_of(found->roles.begin(), found->roles.end(),
                       [&](const RoleAssignment& each) { return each.role == role && each.unit == where; });
}

bool Organisation::isWithin(const UnitId& inner, const UnitId& outer) const
{
    const Unit* at = unit(inner);
    for (qsizetype steps = units.size(); at && steps >= 0; --steps) { // a tree with a circle must not hang anybody
        if (at->id == outer)
            return true;
        at = at->parent ? unit(*at->parent) : nullptr;
    }
    return false;
}

std::vector<UnitId> Organisation::unitsOf(const PersonId& id) const
{
    std::vector<UnitId> result;
    if (const Person* found = person(id))
        for (const RoleAssignment& each : found->roles)
            if (each.unit && std::find(result.begin(), result.end(), *each.unit) == result.end())
                result.push_back(*each.unit);
    return result;
}

bool Organisation::replaces(const PersonId& actor, const PersonId& absent, Instant at) const
{
    return std::any_of(replacements.begin(), replacements.end(), [&](const Replacement& each) {
        return each.substitute == actor && each.absent == absent && each.from <= at && at < each.to;
    });
}

std::optional<PersonId> Organisation::personWithCertificate(const Sha256& certificate) const
{
    for (const Person& each : persons)
        if (std::find(each.certificates.begin(), each.certificates.end(), certificate) != each.certificates.end())
            return each.id;
    return std::nullopt;
}

} // namespace diakinisi::domain
