#pragma once
#include "ledger/record.h"
#include "storage/document_table.h"
#include "storage/sqlite/connection.h"

#include <vector>

namespace diakinisi::storage {

/// The table event: confirmed records as they came. Within a transaction.
class EventTable
{
public:
    explicit EventTable(Connection& connection) : m_connection(connection) {}

    /// False when it was there already; it counts as come again then.
    Result<bool> add(const ledger::Record& record);
    /// Those of a document behind a place, in their order.
    Result<std::vector<ledger::Record>> after(const domain::DocumentId& document, EventPlace place);
    Result<std::vector<ledger::Record>> all(const domain::DocumentId& document);
    Done remove(const domain::DocumentId& document);

    /// Everything confirmed so far is to be handed back unless it comes again.
    Done markAllForHandback();
    Done clearHandback(const domain::DocumentId& document);
    Result<std::vector<ledger::Record>> handback(int limit);

private:
    Connection& m_connection;
};

EventPlace placeOf(const ledger::Record& record);

} // namespace diakinisi::storage
