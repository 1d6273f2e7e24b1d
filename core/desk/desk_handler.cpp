#include "desk/desk_acts.h"

namespace diakinisi::desk {

using namespace domain;

Result<CommandId> DeskHandler::charge(const DocumentId& document, const FormCharge& charge)
{
    return m_parts.act(document, chargeOf(charge, m_parts.ids), true);
}

Result<CommandId> DeskHandler::takeOver(const DocumentId& document, const ChargeId& charge)
{
    return m_parts.act(document, TakeOver{charge}, true);
}

Result<CommandId> DeskHandler::returnCharge(const DocumentId& document, const ChargeId& charge, const QString& reason)
{
    return m_parts.act(document, ReturnCharge{charge, reason}, true);
}

Result<CommandId> DeskHandler::complete(const DocumentId& document, const ChargeId& charge, const QString& reason,
                                        std::optional<DocumentId> answer)
{
    return m_parts.act(document, CompleteCharge{charge, reason, answer}, true);
}

Result<CommandId> DeskHandler::addNote(const DocumentId& document, const QString& text)
{
    return m_parts.act(document, AddNote{text}, true);
}

Result<CommandId> DeskHandler::setAccess(const DocumentId& document, const Access& access)
{
    return m_parts.act(document, SetAccess{access}); // at once: what was restricted too late was seen
}

Done DeskHandler::undo(const CommandId& command)
{
    const Done undone = m_parts.store->undo(command);
    if (undone)
        m_parts.kick();
    return undone;
}

} // namespace diakinisi::desk
