#include "domain/apply_parts.h"

#include <algorithm>

namespace diakinisi::domain {

namespace {

Charge* chargeOf(Document& document, const ChargeId& id)
{
    const auto found = std::find_if(document.charges.begin(), document.charges.end(),
                                    [&id](const Charge& charge) { return charge.id == id; });
    return found == document.charges.end() ? nullptr : &*found;
}

void changeCharge(Document& document, const ChargeId& id, ChargeState state, const QString& reason, const Event& event)
{
    if (Charge* charge = chargeOf(document, id)) {
        charge->state = state;
        charge->reason = reason;
        charge->changedAt = event.at;
        if (state == ChargeState::TakenOver)
            charge->handler = event.by;
    }
}

Step* act(Document& document, const StepId& id, StepState state, const Event& event)
{
    const auto found = std::find_if(document.route.steps.begin(), document.route.steps.end(),
                                    [&id](const Step& step) { return step.id == id; });
    if (found == document.route.steps.end())
        return nullptr;
    found->state = state;
    found->at = event.at;
    if (event.onBehalfOf)
        found->actedBy = event.by;
    const bool done = std::none_of(document.route.steps.begin(), document.route.steps.end(),
                                   [](const Step& step) { return step.state == StepState::Waiting; });
    if (done)
        document.route.state = RouteState::Completed;
    return &*found;
}

} // namespace

void foldRoute(Document& document, const Charged& body, const Event& event)
{
    Charge charge;
    charge.id = body.charge;
    charge.unit = body.unit;
    charge.person = body.person;
    charge.purpose = body.purpose;
    charge.note = body.note;
    charge.dueDate = body.dueDate;
    charge.by = event.by;
    charge.at = event.at;
    document.charges.push_back(std::move(charge));
    if (body.unit)
        notePassed(document, *body.unit);
}

void foldRoute(Document& document, const ChargeTakenOver& body, const Event& event)
{
    changeCharge(document, body.charge, ChargeState::TakenOver, {}, event);
}

void foldRoute(Document& document, const ChargeReturned& body, const Event& event)
{
    changeCharge(document, body.charge, ChargeState::Returned, body.reason, event);
}

void foldRoute(Document& document, const ChargeCompleted& body, const Event& event)
{
    changeCharge(document, body.charge, ChargeState::Completed, body.reason, event);
}

void foldRoute(Document& document, const Submitted& body, const Event& event)
{
    document.route = {RouteState::Open, event.by, event.at, body.version, {}};
    for (const NewStep& step : body.steps) {
        Step next;
        next.id = step.id;
        next.person = step.person;
        next.kind = step.kind;
        next.stage = step.stage;
        document.route.steps.push_back(next);
    }
}

void foldRoute(Document& document, const StepApproved& body, const Event& event)
{
    if (Step* step = act(document, body.step, StepState::Approved, event))
        step->version = body.version;
}

void foldRoute(Document& document, const StepApprovedWithObjection& body, const Event& event)
{
    if (Step* step = act(document, body.step, StepState::ApprovedWithObjection, event)) {
        step->version = body.version;
        step->reason = body.reason;
    }
}

void foldRoute(Document& document, const StepSigned& body, const Event& event)
{
    Step* step = act(document, body.step, StepState::Signed, event);
    if (!step || body.renditions.empty()) // the part with the files may be withheld
        return;
    step->rendition = body.renditions.back().file.digest;
    step->version = document.route.version;
    const Item* main = document.mainItem();
    if (!main)
        return;
    for (Item& item : document.items)
        if (item.id == main->id)
            for (const NewRendition& rendition : body.renditions)
                item.versions.back().renditions.push_back(renditionOf(rendition, event));
}

void foldRoute(Document& document, const StepSentBack& body, const Event& event)
{
    if (Step* step = act(document, body.step, StepState::SentBack, event))
        step->reason = body.reason;
    document.route.state = RouteState::SentBack;
}

void foldRoute(Document& document, const RouteWithdrawn&, const Event&)
{
    document.route.state = RouteState::Withdrawn;
}

} // namespace diakinisi::domain
