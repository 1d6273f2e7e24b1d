#pragma once
#include "base/result.h"
#include "domain/commands.h"

namespace diakinisi::desk {

/// A chain to the final signatory, as the author puts it together.
struct ChainStep {
    domain::PersonId person;
    domain::StepKind kind = domain::StepKind::Approve;
    int stage = 0;
};

/// Approval along a chain. Approvals can be undone for Handler::undoSeconds; the newest version seen is what they bind
/// to.
class Approver
{
public:
    virtual ~Approver() = default;
    /// Puts the number field into a PDF draft that has none (a prepared rendition) and submits, as one group.
    virtual Done submit(const domain::DocumentId& document, const std::vector<ChainStep>& chain) = 0;
    virtual Result<domain::CommandId> approve(const domain::DocumentId& document) = 0;
    virtual Result<domain::CommandId> approveWithObjection(const domain::DocumentId& document,
                                                           const QString& reason) = 0;
    virtual Result<domain::CommandId> sendBack(const domain::DocumentId& document, const QString& reason) = 0;
    virtual Done withdraw(const domain::DocumentId& document) = 0;
};

} // namespace diakinisi::desk
