#pragma once
#include "domain/commands.h"
#include "domain/events_files.h"
#include "domain/events_handling.h"
#include "domain/events_organisation.h"
#include "domain/events_registration.h"
#include "domain/events_route.h"

#include <variant>

// What happened, as the ledger keeps it. Who and when are in the envelope (see Event below and ledger/envelope.h).
namespace diakinisi::domain {

using EventBody =
    std::variant<DocumentRegistered, DraftStarted, NumberReserved, NumberConfirmed, FileAdded, RenditionAdded,
                 FileArrived, RenditionJudged, FindingRecorded, IdentityCorrected, NumberCancelledEvent, Charged,
                 ChargeTakenOver, ChargeReturned, ChargeCompleted, Submitted, StepApproved, StepApprovedWithObjection,
                 StepSigned, StepSentBack, RouteWithdrawn, NoteAdded, AccessSet, OrganisationFounded, UnitDefined,
                 PersonDefined, CertificateRegistered, ReplacementSet, PolicySet, UnknownEvent>;

/// What decide() gives: the body, and for whom the actor acted where that was somebody absent.
struct Decided {
    EventBody body;
    std::optional<PersonId> onBehalfOf;
};

/// An event as apply() takes it: the body with what the envelope says of it.
struct Event {
    EventId id;
    DocumentId document;
    Instant at;
    PersonId by;
    std::optional<PersonId> onBehalfOf;
    EventBody body;
};

QString kindOf(const EventBody& body);

} // namespace diakinisi::domain
