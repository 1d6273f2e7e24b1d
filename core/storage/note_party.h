#pragma once
#include "domain/identity.h"
#include "storage/sqlite/connection.h"

namespace diakinisi::storage {

/// Counts a party's name for DeskMemory::parties(). Within a transaction.
Done noteParty(Connection& connection, const domain::Party& party, Instant at);

} // namespace diakinisi::storage
