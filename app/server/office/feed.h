#pragma once
#include "server/office/ledger_store.h"

namespace diakinisi::server {

/// A page of somebody's feed, ready to be sent.
struct FeedBytes {
    QByteArray json;
    bool empty = true; ///< nothing came: the asker may want to wait
};

/// Reads a cursor: "" for the beginning. MalformedInput for what is none, LedgerRewound for one of another epoch or of
/// a ledger that took another way.
Result<FeedPlace> placeOf(LedgerView& view, const QString& cursor);

/// What this person's desk has to learn after `place`, at most `limit` items.
Result<FeedBytes> feedPage(LedgerView& view, const domain::PersonId& person, const FeedPlace& place, qint64 limit);

} // namespace diakinisi::server
