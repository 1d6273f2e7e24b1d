#include "storage/sqlite/transaction.h"

namespace diakinisi::storage {

Result<Transaction> Transaction::begin(Connection& connection)
{
    if (auto ok = connection.run("BEGIN IMMEDIATE"); !ok)
        return fail(ok.error());
    return Transaction(connection);
}

Transaction::~Transaction()
{
    // After some errors (a full disk) SQLite has rolled back already.
    if (m_connection && m_connection->inTransaction())
        (void)m_connection->run("ROLLBACK");
}

Done Transaction::commit()
{
    if (auto ok = m_connection->run("COMMIT"); !ok)
        return ok;
    m_connection = nullptr;
    return {};
}

Result<Snapshot> Snapshot::begin(Connection& connection)
{
    if (auto ok = connection.run("BEGIN"); !ok)
        return fail(ok.error());
    return Snapshot(connection);
}

Snapshot::~Snapshot()
{
    if (m_connection && m_connection->inTransaction())
        (void)m_connection->run("COMMIT");
}

} // namespace diakinisi::storage
