#pragma once
#include "domain/decide.h"
#include "domain/guards.h"

// The rules of decide(), one overload a command, spread over files by theme. Only decide_*.cpp include this.
namespace diakinisi::domain::rules {

using Outcome = Result<std::vector<Decided>>;

/// What a rule may look at.
struct Case {
    const Document& document;
    const Context& context;

    const Organisation& organisation() const { return *context.organisation; }
    guard::Who who() const { return {*context.organisation, context.actor, context.at}; }
    bool bySystem() const { return context.actor == systemActor(); }
};

template <class... Bodies>
std::vector<Decided> events(Bodies&&... bodies)
{
    std::vector<Decided> result;
    (result.push_back(Decided{EventBody(std::forward<Bodies>(bodies)), std::nullopt}), ...);
    return result;
}

Outcome decide(const Register& command, const Case& c);
Outcome decide(const StartDraft& command, const Case& c);
Outcome decide(const Reserve& command, const Case& c);
Outcome decide(const Confirm& command, const Case& c);
Outcome decide(const CorrectIdentity& command, const Case& c);
Outcome decide(const CancelNumber& command, const Case& c);
Outcome decide(const SetAccess& command, const Case& c);

Outcome decide(const AddFile& command, const Case& c);
Outcome decide(const AddRendition& command, const Case& c);
Outcome decide(const MarkFileArrived& command, const Case& c);
Outcome decide(const JudgeRendition& command, const Case& c);
Outcome decide(const RecordFinding& command, const Case& c);

Outcome decide(const ChargeTo& command, const Case& c);
Outcome decide(const TakeOver& command, const Case& c);
Outcome decide(const ReturnCharge& command, const Case& c);
Outcome decide(const CompleteCharge& command, const Case& c);
Outcome decide(const AddNote& command, const Case& c);

Outcome decide(const Submit& command, const Case& c);
Outcome decide(const Approve& command, const Case& c);
Outcome decide(const ApproveWithObjection& command, const Case& c);
Outcome decide(const Sign& command, const Case& c);
Outcome decide(const SendBack& command, const Case& c);
Outcome decide(const Withdraw& command, const Case& c);

/// Compare and swap: the renditions must form a chain that begins at the newest one.
Done validateSignedRenditions(const std::vector<NewRendition>& renditions, const Document& document);

} // namespace diakinisi::domain::rules
