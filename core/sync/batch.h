#pragma once
#include "sync/doors.h"

#include <set>
#include <vector>

namespace diakinisi::sync {

/// How much may leave in one message.
struct BatchLimits {
    qsizetype commands = 200;
    qsizetype bytes = 3'500'000; ///< of JSON
};

/// What has still to be uploaded: files, and the documents that name them.
struct Uploading {
    std::set<Sha256> files{};
    std::set<domain::DocumentId> documents{};
};
Uploading uploadingOf(const std::vector<PendingUpload>& pending);

/// The files that a command brings along.
std::set<Sha256> filesNamedBy(const domain::CommandBody& body);
/// Does the server take it only when the bytes of its document's files have come: submitting, signing, confirming? All
/// others go at once, and their bytes follow.
bool needsItsFilesFirst(const domain::CommandBody& body);

/// What to send next of what is ready, in order: groups whole, nothing whose files are still on their way, and nothing
/// that depends on what stays behind (by `after`, by group, or by being a later act on the same document). Pure.
std::vector<domain::Command> chooseBatch(const std::vector<domain::Command>& ready, const Uploading& uploading,
                                         const BatchLimits& limits);

/// The answers to be taken to the outbox. Left out, so that their commands stay there: those that the server would take
/// later (bytes on their way, numbering stopped), and those refused only because of such a one. Pure.
std::vector<wire::CommandResult> toBeSettled(const std::vector<domain::Command>& sent,
                                             const std::vector<wire::CommandResult>& answers);

/// Do the answers belong to what was sent: the same ids in the same order?
bool fits(const std::vector<domain::Command>& sent, const std::vector<wire::CommandResult>& answers);

} // namespace diakinisi::sync
