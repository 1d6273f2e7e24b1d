#include "domain/possible.h"

#include "domain/guards.h"

namespace diakinisi::domain {

namespace {

void addStepActs(const Document& document, const guard::Who& who, std::vector<Act>& acts)
{
    const Step* step = guard::currentStepOf(document, who);
    if (!step)
        return;
    if (step->kind == StepKind::Approve) {
        acts.push_back(Act::Approve);
        acts.push_back(Act::ApproveWithObjection);
    } else {
        acts.push_back(Act::Sign);
    }
    acts.push_back(Act::SendBack);
}

void addChargeActs(const Document& document, const guard::Who& who, std::vector<Act>& acts)
{
    const Charge* charge = guard::openChargeOf(document, who);
    if (!charge || !guard::mayWrite(who))
        return;
    if (charge->state == ChargeState::Charged)
        acts.push_back(Act::TakeOver);
    acts.push_back(Act::ReturnCharge);
    acts.push_back(Act::CompleteCharge);
    acts.push_back(Act::Reply);
}

} // namespace

std::vector<Act> possibleActs(const Document& document, const Organisation& organisation, const PersonId& person,
                              Instant now)
{
    std::vector<Act> acts;
    if (document.newerKind)
        return acts;
    const guard::Who who{organisation, person, now};
    addStepActs(document, who, acts);
    addChargeActs(document, who, acts);
    const std::pair<Act, Done> guarded[] = {
        {Act::Charge, guard::mayCharge(document, who)},
        {Act::Submit, guard::maySubmit(document, who)},
        {Act::Withdraw, guard::mayWithdraw(document, who)},
        {Act::AddFile, guard::mayAddFile(document, who)},
        {Act::AddNote, guard::mayWrite(who)},
        {Act::CorrectIdentity, guard::mayCorrect(document, who)},
        {Act::SetAccess, guard::maySetAccess(document, who)},
        {Act::CancelNumber, guard::mayCancelNumber(document, who)},
    };
    for (const auto& [act, allowed] : guarded)
        if (allowed)
            acts.push_back(act);
    return acts;
}

const Step* stepFor(const Document& document, const Organisation& organisation, const PersonId& person, Instant now)
{
    return guard::currentStepOf(document, {organisation, person, now});
}

const Charge* chargeFor(const Document& document, const Organisation& organisation, const PersonId& person)
{
    return guard::openChargeOf(document, {organisation, person, {}});
}

} // namespace diakinisi::domain
