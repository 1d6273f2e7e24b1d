#pragma once
#include "storage/sqlite/read_pool.h"
#include "storage/views.h"

namespace diakinisi::storage {

/// The statement of a list, and its parameters in order.
struct ListStatement {
    QByteArray sql;
    std::vector<std::variant<QByteArray, QString, qint64>> parameters;
};

/// Reads as few documents as possible: small lists from their own index, large ones with filter words from the search
/// index.
ListStatement statementOf(const ViewQuery& query);

Result<std::vector<ViewRow>> readList(Connection& connection, const ViewQuery& query);

} // namespace diakinisi::storage
