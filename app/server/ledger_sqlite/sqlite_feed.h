#pragma once
#include "server/ledger_sqlite/query.h"
#include "server/office/ledger_store.h"

// The three questions of a feed, as SQL: grants and memberships are part of the query, never a filter after it.
namespace diakinisi::server {

Result<std::vector<FeedCandidate>> feedEvents(Database& database, const domain::PersonId& person,
                                              const FeedPlace& after, qint64 upTo, qint64 limit);
Result<std::vector<FeedCandidate>> feedAppeared(Database& database, const domain::PersonId& person,
                                                const FeedPlace& after, qint64 upTo, qint64 limit);
Result<std::vector<FeedCandidate>> feedWithdrawn(Database& database, const domain::PersonId& person,
                                                 const FeedPlace& after, qint64 upTo, qint64 limit);

} // namespace diakinisi::server
