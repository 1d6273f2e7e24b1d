#pragma once
#include "domain/commands_files.h"
#include "domain/commands_handling.h"
#include "domain/commands_organisation.h"
#include "domain/commands_registration.h"
#include "domain/commands_route.h"

#include <variant>

// Every act of the house, as a person asks for it. A command never says who asks: that comes from the session.
namespace diakinisi::domain {

using CommandBody =
    std::variant<Register, StartDraft, Reserve, Confirm, AddFile, AddRendition, MarkFileArrived, JudgeRendition,
                 RecordFinding, CorrectIdentity, CancelNumber, ChargeTo, TakeOver, ReturnCharge, CompleteCharge, Submit,
                 Approve, ApproveWithObjection, Sign, SendBack, Withdraw, AddNote, SetAccess, FoundOrganisation,
                 DefineUnit, DefinePerson, RegisterCertificate, SetReplacement, SetPolicy>;

/// A command as it waits in an outbox and travels.
struct Command {
    CommandId id;        ///< made at the desk; the same id sent again is answered with the first answer
    DocumentId document; ///< organisationDocument() for acts on the organisation
    int v = 1;
    Instant at;                   ///< the desk's time
    std::vector<CommandId> after; ///< refused when one of these is refused
    std::optional<GroupId> group; ///< commands of one group are done together or not at all
    CommandBody body;
};

QLatin1StringView kindOf(const CommandBody& body);

} // namespace diakinisi::domain
