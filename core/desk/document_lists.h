#pragma once
#include "base/result.h"
#include "desk/rows.h"

namespace diakinisi::desk {

/// The lists of the window, from the desk's own views; every call reads on a connection of its own.
class DocumentLists
{
public:
    virtual ~DocumentLists() = default;
    virtual Result<std::vector<DocumentRow>> list(const ListQuery& query) = 0;
    virtual Result<ListCounts> counts() = 0;
    /// The rows of these documents as they are now, for lists that re-read what changed; vanished ones are left out.
    virtual Result<std::vector<DocumentRow>> rows(const QVector<domain::DocumentId>& ids) = 0;
    /// Remembers on this desk that the person has seen it.
    virtual Done markRead(const domain::DocumentId& document, bool read) = 0;

    virtual Result<std::vector<AttentionRow>> attention() = 0;
    /// Puts the command (with its dependents) into the outbox again, after something was mended.
    virtual Done tryAgain(const domain::CommandId& command) = 0;
    /// Takes the entry away; its content stays in the profile's journal.
    virtual Done dismiss(const domain::CommandId& command) = 0;
};

} // namespace diakinisi::desk
