#pragma once
#include "base/result.h"
#include "desk/registrar.h"

namespace diakinisi::desk {

/// Handling of charged documents. Each act is one command into the outbox, at once in the views; it waits there
/// undoSeconds before it leaves, and undo() takes it back that long.
class Handler
{
public:
    static constexpr int undoSeconds = 6;

    virtual ~Handler() = default;
    virtual Result<domain::CommandId> charge(const domain::DocumentId& document, const FormCharge& charge) = 0;
    virtual Result<domain::CommandId> takeOver(const domain::DocumentId& document, const domain::ChargeId& charge) = 0;
    virtual Result<domain::CommandId> returnCharge(const domain::DocumentId& document, const domain::ChargeId& charge,
                                                   const QString& reason) = 0;
    virtual Result<domain::CommandId> complete(const domain::DocumentId& document, const domain::ChargeId& charge,
                                               const QString& reason, std::optional<domain::DocumentId> answer) = 0;
    virtual Result<domain::CommandId> addNote(const domain::DocumentId& document, const QString& text) = 0;
    virtual Result<domain::CommandId> setAccess(const domain::DocumentId& document, const domain::Access& access) = 0;
    /// StateChanged when it has left already.
    virtual Done undo(const domain::CommandId& command) = 0;
};

} // namespace diakinisi::desk
