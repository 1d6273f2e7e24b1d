#pragma once
#include "base/result.h"
#include "domain/document.h"
#include "domain/organisation.h"

// Who may do what now: one answer for decide(), which refuses, and for possibleActs(), which offers.
namespace diakinisi::domain::guard {

struct Who {
    const Organisation& organisation;
    PersonId person;
    Instant at;

    bool isRegistry() const;
};

/// Is the number there, or on its way, and not cancelled?
Done registered(const Document& document);
/// Does this open charge concern the person: own, own unit's, or of a unit that he heads?
bool concerns(const Charge& charge, const Who& who);
/// The open charge that concerns the person, those for action first; null if none.
const Charge* openChargeOf(const Document& document, const Who& who);
/// The step whose turn it is and on which this person may act: his own, or an approval where he is the substitute.
const Step* currentStepOf(const Document& document, const Who& who);

Done mayRegister(const Who& who);
Done mayCharge(const Document& document, const Who& who);
Done maySubmit(const Document& document, const Who& who);
Done mayAddFile(const Document& document, const Who& who);
/// A timestamp or long-term data over what was signed: by the one who signed it, or the registry.
Done mayTimestamp(const Document& document, const Rendition& newest, const Who& who);
/// Whoever began the document, and the registry.
Done mayAddFinding(const Document& document, const Who& who);
Done mayCorrect(const Document& document, const Who& who);
Done mayCancelNumber(const Document& document, const Who& who);
Done maySetAccess(const Document& document, const Who& who);
Done mayWithdraw(const Document& document, const Who& who);
/// Everyone who sees the document, but a person who is an auditor only.
Done mayWrite(const Who& who);

} // namespace diakinisi::domain::guard
