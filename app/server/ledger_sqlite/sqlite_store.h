#pragma once
#include "server/office/ledger_store.h"

namespace diakinisi::server {

/// Opens (and makes, and brings to the newest form) the ledger in one SQLite file. StoreNewer, StoreBroken,
/// FileUnreadable. The caller holds the data folder's lock: one process at a time.
Result<std::unique_ptr<LedgerStore>> openSqliteLedger(const QString& path);

} // namespace diakinisi::server
