#pragma once
#include "storage/event_table.h"
#include "storage/outbox_table.h"
#include "storage/person_lens.h"

#include <QHash>

#include <map>

namespace diakinisi::storage {

/// What folding needs to know from outside the tables.
struct FoldContext {
    const domain::Organisation& organisation;
    const PersonLens& lens;
};

/// Changes to documents within one transaction: confirmed events and snapshots taken in, what waits in the outbox
/// decided and applied afresh over them, and in the end the tables written once for each document.
class Fold
{
public:
    Fold(Connection& connection, FoldContext context);

    /// One confirmed event; known ones change nothing. Later ones may come before earlier ones: the state is folded in
    /// order.
    Done takeEvent(const ledger::Record& record);
    /// The server's state of a document at a place.
    Done takeSnapshot(const domain::Document& snapshot, EventPlace place);
    /// The person may not see it any more: rows, index, text, events and the claim on files go.
    Done withdraw(const domain::DocumentId& document);
    /// After a rewinding: has the server named it again within this change?
    bool hasComeAgain(const domain::DocumentId& document) const;
    /// What waits on it, or whom it concerns, has changed.
    void touch(const domain::DocumentId& document);

    /// Writes what was touched. Afterwards changed() and refusals() tell.
    Done finish();
    const QVector<domain::DocumentId>& changed() const { return m_changed; }
    /// Waiting commands for which there is no room now, and why.
    const QHash<domain::CommandId, Error>& refusals() const { return m_refusals; }

private:
    struct Working {
        ConfirmedState state;
        std::optional<domain::Document> newBase;
        bool confirmedChanged = false;
        bool byOther = false;
        bool touched = false;
    };

    Result<Working*> working(const domain::DocumentId& document);
    Done rebuild(Working& working, const domain::DocumentId& id);
    Done saveAll(const std::vector<OutboxRow>& rows, const std::map<domain::DocumentId, domain::Document>& views);
    Done save(const domain::DocumentId& id, Working& working, const domain::Document& view, int waiting);

    FoldContext m_context;
    DocumentTable m_documents;
    EventTable m_events;
    OutboxTable m_outbox;
    std::map<domain::DocumentId, Working> m_working;
    QHash<domain::CommandId, Error> m_refusals;
    QVector<domain::DocumentId> m_changed;
    std::optional<Error> m_error; ///< of touch()
};

} // namespace diakinisi::storage
