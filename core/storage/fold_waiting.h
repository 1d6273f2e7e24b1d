#pragma once
#include "domain/events.h"
#include "domain/organisation.h"
#include "storage/outbox_table.h"

#include <QHash>
#include <QSet>

#include <map>

namespace diakinisi::storage {

/// Decides a command as a desk may: without numbers and without authority, at the time when it was given. The events
/// carry ids that come from the command's, so they are the same every time.
Result<std::vector<domain::Event>> decideHere(const domain::Document& document, const domain::Command& command,
                                              const domain::PersonId& person, const domain::Organisation& organisation);

/// All that waits and hangs together with these documents, through groups and `after`, in order of entry.
Result<std::vector<OutboxRow>> connectedRows(OutboxTable& outbox, const QSet<domain::DocumentId>& documents);

struct WaitingFold {
    QHash<domain::CommandId, Error> refusals; ///< what there is no room for, and why
};

/// Folds what waits over confirmed states, in order of entry. A command that cannot be decided is left out, its
/// dependents and its whole group with it.
WaitingFold foldWaiting(const std::vector<OutboxRow>& rows, std::map<domain::DocumentId, domain::Document>& states,
                        const domain::Organisation& organisation);

} // namespace diakinisi::storage
