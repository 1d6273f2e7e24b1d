#pragma once
#include "base/result.h"
#include "domain/events.h"

namespace diakinisi::domain {

/// All that decide() may know beside the state: nothing else comes in, so desk and server judge alike.
struct Context {
    PersonId actor;                             ///< from the session alone
    bool authority = false;                     ///< true on the server: its times and verdicts count
    Instant at;                                 ///< official time on the server, the desk's own on a desk
    std::optional<LegalTime> legalTime;         ///< of `at`; nothing on a desk
    NumberSource* numbers = nullptr;            ///< nothing on a desk: a registration waits for its number
    const Organisation* organisation = nullptr; ///< as of now; never null
    std::optional<Instant> claimed;             ///< the desk's time, where it acted without the server
};

/// Turns a command on a document into events, or says why not. Pure: the same input gives the same output, nothing is
/// touched; the number source is asked last, when all else holds. `document` does not exist() for register and
/// start-draft.
Result<std::vector<Decided>> decide(const Document& document, const Command& command, const Context& context);

/// The same for acts on the organisation (command.document == organisationDocument()).
Result<std::vector<Decided>> decideOrganisation(const Organisation& organisation, const Command& command,
                                                const Context& context);

} // namespace diakinisi::domain
