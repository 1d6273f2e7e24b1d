#pragma once
#include "domain/document.h"
#include "storage/row_columns.h"
#include "storage/sqlite/connection.h"

#include <compare>

namespace diakinisi::storage {

/// Where an event stands: an epoch begins anew above what the one before may have lost.
struct EventPlace {
    qint64 epoch = 0;
    qint64 seq = 0;
    friend auto operator<=>(const EventPlace&, const EventPlace&) = default;
};

/// A document as the server confirmed it, with where that stands.
struct ConfirmedState {
    qint64 row = 0; ///< 0: the store has no row for it
    bool hasBase = false;
    EventPlace basePlace;
    domain::Document document; ///< does not exist() while nothing is confirmed
    EventPlace place;          ///< of the last event in it
    bool stale = false;
};

/// The tables document, document_state, document_file and search_text, a document at a time. Within a transaction.
class DocumentTable
{
public:
    explicit DocumentTable(Connection& connection) : m_connection(connection) {}

    Result<ConfirmedState> confirmed(const domain::DocumentId& id);
    /// The snapshot under the later events; a document that does not exist() when there is none.
    Result<domain::Document> base(qint64 row);

    /// Row, columns, files and search text of what is to be seen, `unread` by the rule of personalLists. Gives the row.
    Result<qint64> saveRow(const domain::Document& view, const RowColumns& columns, int waiting, bool byOther);
    /// A new snapshot, standing at state.basePlace.
    Done saveBase(const ConfirmedState& state, const domain::Document& base);
    /// The confirmed state, when it is more than the snapshot, and where it stands.
    Done saveConfirmed(const ConfirmedState& state);
    /// The folded state when it differs from the confirmed one; else nothing.
    Done saveView(qint64 row, const std::optional<domain::Document>& view);
    /// Row, states, index, text and the file's connexions. Files that nothing else needs are doomed.
    Done remove(const domain::DocumentId& id);

private:
    struct Known {
        qint64 row = 0;
        int lists = 0;
        bool unread = false;
    };
    Result<std::optional<Known>> known(const domain::DocumentId& id);
    Result<qint64> freeRow(Instant created);
    Done insert(qint64 row, const RowColumns& columns);
    Done update(qint64 row, const RowColumns& columns);
    Done saveText(qint64 row, const QString& text);
    Done saveFiles(const domain::Document& view);

    Connection& m_connection;
};

} // namespace diakinisi::storage
