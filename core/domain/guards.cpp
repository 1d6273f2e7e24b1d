#include "domain/guards.h"

#include "domain/policy.h"

#include <algorithm>

namespace diakinisi::domain::guard {

bool Who::isRegistry() const
{
    return organisation.hasRole(person, Role::RegistryClerk) || organisation.hasRole(person, Role::RegistryHead);
}

Done registered(const Document& document)
{
    switch (document.registration.state) {
    case NumberState::Given:
    case NumberState::Leased:
    case NumberState::Waiting:
        return {};
    case NumberState::Cancelled:
        return fail(ErrorCode::NumberCancelled);
    default:
        return fail(ErrorCode::NotRegistered);
    }
}

bool concerns(const Charge& charge, const Who& who)
{
    if (!charge.isOpen())
        return false;
    if (charge.person)
        return *charge.person == who.person;
    if (!charge.unit)
        return false;
    const auto units = who.organisation.unitsOf(who.person);
    if (std::find(units.begin(), units.end(), *charge.unit) != units.end())
        return true;
    return std::any_of(units.begin(), units.end(), [&](const UnitId& unit) {
        return who.organisation.hasRoleIn(who.person, Role::Head, unit) &&
               who.organisation.isWithin(*charge.unit, unit);
    });
}

const Charge* openChargeOf(const Document& document, const Who& who)
{
    const Charge* best = nullptr;
    for (const Charge& charge : document.charges)
        if (concerns(charge, who) && (!best || (best->purpose != Purpose::Action && charge.purpose == Purpose::Action)))
            best = &charge;
    return best;
}

const Step* currentStepOf(const Document& document, const Who& who)
{
    const auto current = document.route.current();
    for (const Step* step : current)
        if (step->person == who.person)
            return step;
    for (const Step* step : current)
        if (step->kind == StepKind::Approve && who.organisation.replaces(who.person, step->person, who.at))
            return step;
    return nullptr;
}

Done mayWrite(const Who& who)
{
    const Person* person = who.organisation.person(who.person);
    const bool writes = person && person->active &&
                        std::any_of(person->roles.begin(), person->roles.end(), [](const RoleAssignment& each) {
                            return each.role != Role::Auditor && each.role != Role::Administrator;
                        });
    if (!writes)
        return fail(ErrorCode::NotPermitted);
    return {};
}

Done mayRegister(const Who& who)
{
    if (who.isRegistry())
        return {};
    if (!policy::flag(who.organisation.policy, policy::unitsMayRegister))
        return fail(ErrorCode::NotPermitted);
    return mayWrite(who);
}

Done mayCharge(const Document& document, const Who& who)
{
    if (auto ok = registered(document); !ok)
        return ok;
    if (who.isRegistry() || openChargeOf(document, who) || document.createdBy == who.person)
        return mayWrite(who);
    if (who.organisation.hasRoleIn(who.person, Role::Head, document.identity.unit))
        return {};
    return fail(ErrorCode::NotPermitted);
}

Done maySubmit(const Document& document, const Who& who)
{
    if (document.registration.state == NumberState::Cancelled)
        return fail(ErrorCode::NumberCancelled);
    if (document.route.state == RouteState::Open)
        return fail(ErrorCode::StateChanged, QStringLiteral("route"));
    if (document.registration.state == NumberState::None && document.route.state == RouteState::Completed)
        return fail(ErrorCode::StateChanged, QStringLiteral("route"));
    if (!document.mainItem())
        return fail(ErrorCode::FieldMissing, QStringLiteral("items"));
    if (document.createdBy == who.person || who.isRegistry() || openChargeOf(document, who))
        return mayWrite(who);
    return fail(ErrorCode::NotPermitted);
}

Done mayAddFile(const Document& document, const Who& who)
{
    if (document.registration.state == NumberState::Cancelled)
        return fail(ErrorCode::NumberCancelled);
    if (document.route.state == RouteState::Open)
        return fail(ErrorCode::StateChanged, QStringLiteral("route"));
    if (document.createdBy == who.person || who.isRegistry() || openChargeOf(document, who))
        return mayWrite(who);
    return fail(ErrorCode::NotPermitted);
}

Done mayTimestamp(const Document& document, const Rendition& newest, const Who& who)
{
    if (document.registration.state == NumberState::Cancelled)
        return fail(ErrorCode::NumberCancelled);
    if (document.route.state == RouteState::Open)
        return fail(ErrorCode::StateChanged, QStringLiteral("route"));
    if (newest.by == who.person || who.isRegistry())
        return mayWrite(who);
    return fail(ErrorCode::NotPermitted);
}

Done mayCorrect(const Document& document, const Who& who)
{
    const NumberState state = document.registration.state;
    if (state == NumberState::Cancelled)
        return fail(ErrorCode::NumberCancelled);
    if (document.route.state == RouteState::Open || state == NumberState::Reserved)
        return fail(ErrorCode::StateChanged, QStringLiteral("route"));
    const bool allowed = state == NumberState::None ? document.createdBy == who.person : who.isRegistry();
    if (!allowed)
        return fail(ErrorCode::NotPermitted);
    return {};
}

Done mayCancelNumber(const Document& document, const Who& who)
{
    const NumberState state = document.registration.state;
    if (state == NumberState::Cancelled)
        return fail(ErrorCode::NumberCancelled);
    if (state != NumberState::Given && state != NumberState::Leased && state != NumberState::Reserved)
        return fail(ErrorCode::NotRegistered);
    if (who.organisation.hasRole(who.person, Role::RegistryHead))
        return {};
    const Step* step = currentStepOf(document, who);
    if (state == NumberState::Reserved && step && step->person == who.person)
        return {};
    return fail(ErrorCode::NotPermitted);
}

Done mayAddFinding(const Document& document, const Who& who)
{
    if (document.createdBy == who.person || who.isRegistry())
        return mayWrite(who);
    return fail(ErrorCode::NotPermitted);
}

Done maySetAccess(const Document& document, const Who& who)
{
    if (document.createdBy == who.person || who.isRegistry())
        return mayWrite(who);
    return fail(ErrorCode::NotPermitted);
}

Done mayWithdraw(const Document& document, const Who& who)
{
    if (document.route.state != RouteState::Open)
        return fail(ErrorCode::StateChanged, QStringLiteral("route"));
    if (document.route.by != who.person)
        return fail(ErrorCode::NotPermitted);
    const bool untouched = std::all_of(document.route.steps.begin(), document.route.steps.end(),
                                       [](const Step& step) { return step.state == StepState::Waiting; });
    if (!untouched || document.registration.state == NumberState::Reserved)
        return fail(ErrorCode::StateChanged, QStringLiteral("route"));
    return {};
}

} // namespace diakinisi::domain::guard
