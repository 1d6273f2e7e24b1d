#pragma once
#include "storage/sqlite/connection.h"

namespace diakinisi::storage {

/// Brings a database to the newest version that this program knows. The steps are the files NNNN_*.sql of a folder (of
/// Qt resources), numbered from 0001 without a gap; user_version says how many were taken. All missing steps are taken
/// in one transaction. StoreNewer when the database has taken more steps than the folder holds.
Done migrate(Connection& connection, const QString& folder);

} // namespace diakinisi::storage
