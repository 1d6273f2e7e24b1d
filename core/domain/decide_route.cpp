#include "domain/decide_parts.h"
#include "domain/validate.h"

#include "base/limits.h"

#include <algorithm>

namespace diakinisi::domain::rules {

namespace {

Done validateSteps(const std::vector<NewStep>& steps, const Case& c)
{
    if (steps.empty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("steps"));
    if (static_cast<qsizetype>(steps.size()) > limits::listEntries)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("steps"));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const NewStep& step = steps[i];
        if (step.id.isNull() || step.stage < 0 || (i > 0 && step.stage < steps[i - 1].stage))
            return fail(ErrorCode::FieldInvalid, QStringLiteral("steps"));
        for (std::size_t j = 0; j < i; ++j) {
            // Signatures on one file are made one after another; only approvals may stand side by side.
            const bool bothSign = step.kind == StepKind::Sign && steps[j].kind == StepKind::Sign;
            if (steps[j].id == step.id || (steps[j].stage == step.stage && bothSign))
                return fail(ErrorCode::FieldInvalid, QStringLiteral("steps"));
        }
        if (auto ok = validatePerson(step.person, c.organisation(), QStringLiteral("steps")); !ok)
            return ok;
    }
    return {};
}

/// An unnumbered document takes its number with the last signature: somebody entitled must make it, alone.
Done validateFinalSignature(const std::vector<NewStep>& steps, const Case& c)
{
    if (c.document.registration.state != NumberState::None)
        return {};
    const NewStep& last = steps.back();
    const bool alone =
        std::count_if(steps.begin(), steps.end(), [&last](const NewStep& s) { return s.stage == last.stage; }) == 1;
    if (last.kind != StepKind::Sign || !alone)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("steps"));
    const Organisation& organisation = c.organisation();
    if (!organisation.hasRole(last.person, Role::Head) && !organisation.hasRole(last.person, Role::FinalSignatory))
        return fail(ErrorCode::NotPermitted, QStringLiteral("steps"));
    return {};
}

/// The step that the actor may act on, with the absent person whose place he takes.
struct Turn {
    const Step* step = nullptr;
    std::optional<PersonId> onBehalfOf;
};

Result<Turn> turnAt(const StepId& id, const Case& c)
{
    const Step* step = c.document.step(id);
    if (!step)
        return fail(ErrorCode::NotFound, QStringLiteral("step"));
    if (c.document.route.state != RouteState::Open)
        return fail(ErrorCode::StateChanged, QStringLiteral("route"));
    const bool own = step->person == c.context.actor;
    const bool replaced = !own && step->kind == StepKind::Approve &&
                          c.organisation().replaces(c.context.actor, step->person, c.context.at);
    if (!own && !replaced)
        return fail(ErrorCode::NotPermitted);
    if (!c.document.route.isCurrent(id))
        return fail(step->state == StepState::Waiting ? ErrorCode::NotYourTurn : ErrorCode::StateChanged,
                    QStringLiteral("step"));
    return Turn{step, replaced ? std::optional(step->person) : std::nullopt};
}

/// An approval binds to the version that was seen: it must still be the newest.
Result<Turn> approvalTurn(const StepId& id, const VersionId& version, const Case& c)
{
    auto turn = turnAt(id, c);
    if (!turn)
        return turn;
    if (turn->step->kind != StepKind::Approve)
        return fail(ErrorCode::NotYourTurn);
    const Item* main = c.document.mainItem();
    if (!main || main->newest().id != version)
        return fail(ErrorCode::StateChanged, QStringLiteral("version"));
    return turn;
}

} // namespace

Outcome decide(const Submit& command, const Case& c)
{
    if (auto ok = guard::maySubmit(c.document, c.who()); !ok)
        return fail(ok.error());
    if (c.document.mainItem()->newest().id != command.version)
        return fail(ErrorCode::StateChanged, QStringLiteral("version"));
    if (auto ok = validateSteps(command.steps, c); !ok)
        return fail(ok.error());
    if (auto ok = validateFinalSignature(command.steps, c); !ok)
        return fail(ok.error());
    if (c.context.authority && !c.document.filesArrived())
        return fail(ErrorCode::FilesNotArrived);
    return events(Submitted{command.version, command.steps});
}

Outcome decide(const Approve& command, const Case& c)
{
    const auto turn = approvalTurn(command.step, command.version, c);
    if (!turn)
        return fail(turn.error());
    return std::vector<Decided>{{StepApproved{command.step, command.version}, turn->onBehalfOf}};
}

Outcome decide(const ApproveWithObjection& command, const Case& c)
{
    const auto turn = approvalTurn(command.step, command.version, c);
    if (!turn)
        return fail(turn.error());
    if (auto ok = validateText(command.reason, QStringLiteral("reason"), ErrorCode::ReasonMissing); !ok)
        return fail(ok.error());
    return std::vector<Decided>{
        {StepApprovedWithObjection{command.step, command.version, command.reason}, turn->onBehalfOf}};
}

Done validateSignedRenditions(const std::vector<NewRendition>& renditions, const Document& document)
{
    constexpr std::size_t most = 4; // numbered, signed, timestamped, and room for one more
    if (renditions.empty() || renditions.size() > most)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("renditions"));
    const Item* main = document.mainItem();
    if (!main)
        return fail(ErrorCode::NotFound, QStringLiteral("items"));
    Sha256 former = main->newest().newest().file.digest;
    for (const NewRendition& rendition : renditions) {
        if (rendition.derivedFrom != former)
            return fail(ErrorCode::RenditionSuperseded);
        if (auto ok = validateFile(rendition.file, QStringLiteral("renditions")); !ok)
            return ok;
        former = rendition.file.digest;
    }
    const RenditionRole last = renditions.back().role;
    if (last != RenditionRole::Signed && last != RenditionRole::CoSigned && last != RenditionRole::Timestamped)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("renditions"));
    return {};
}

Outcome decide(const Sign& command, const Case& c)
{
    const auto turn = turnAt(command.step, c);
    if (!turn)
        return fail(turn.error());
    if (turn->step->kind != StepKind::Sign)
        return fail(ErrorCode::NotYourTurn);
    const bool takesNumber =
        c.document.registration.state == NumberState::None && c.document.route.isLast(command.step);
    if (takesNumber || c.document.registration.state == NumberState::Reserved)
        return fail(ErrorCode::NumberNotReserved);
    if (auto ok = validateSignedRenditions(command.renditions, c.document); !ok)
        return fail(ok.error());
    return events(StepSigned{command.step, command.renditions});
}

Outcome decide(const SendBack& command, const Case& c)
{
    const auto turn = turnAt(command.step, c);
    if (!turn)
        return fail(turn.error());
    if (c.document.registration.state == NumberState::Reserved)
        return fail(ErrorCode::StateChanged, QStringLiteral("number"));
    if (auto ok = validateText(command.reason, QStringLiteral("reason"), ErrorCode::ReasonMissing); !ok)
        return fail(ok.error());
    return std::vector<Decided>{{StepSentBack{command.step, command.reason}, turn->onBehalfOf}};
}

Outcome decide(const Withdraw&, const Case& c)
{
    if (auto ok = guard::mayWithdraw(c.document, c.who()); !ok)
        return fail(ok.error());
    return events(RouteWithdrawn{});
}

} // namespace diakinisi::domain::rules
