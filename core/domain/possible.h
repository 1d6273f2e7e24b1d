#pragma once
#include "domain/document.h"
#include "domain/organisation.h"

#include <vector>

namespace diakinisi::domain {

/// The acts that a window offers on one document.
enum class Act {
    Charge,
    TakeOver,
    ReturnCharge,
    CompleteCharge,
    Submit,
    Approve,
    ApproveWithObjection,
    Sign,
    SendBack,
    Withdraw,
    AddNote,
    AddFile,
    CorrectIdentity,
    CancelNumber,
    SetAccess,
    Reply
};

/// What this person may do with the document now; the same guards as decide() uses, so an offered act is not refused
/// unless the state changed meanwhile.
std::vector<Act> possibleActs(const Document& document, const Organisation& organisation, const PersonId& person,
                              Instant now);

/// The waiting step that this person may act on now (own, or as substitute for an approval); null if none.
const Step* stepFor(const Document& document, const Organisation& organisation, const PersonId& person, Instant now);

/// The open charge that concerns this person (own person, own unit, or as head of it); null if none.
const Charge* chargeFor(const Document& document, const Organisation& organisation, const PersonId& person);

} // namespace diakinisi::domain
