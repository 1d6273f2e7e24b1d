#pragma once
#include "domain/ids.h"

#include <QByteArray>

#include <compare>

namespace diakinisi::server {

/// A place in somebody's feed, finer than a position: many documents may come into sight at one position.
struct FeedPlace {
    enum Rank { Event = 0, Withdrawn = 1, Appeared = 2, End = 3 };

    qint64 position = 0;
    int rank = End;
    qint64 grantedAt = 0;
    qint64 document = 0; ///< key

    friend auto operator<=>(const FeedPlace&, const FeedPlace&) = default;
    /// All up to and including this position has been delivered as it stood.
    qint64 done() const { return rank == End ? position : position - 1; }
};

struct FeedCandidate {
    FeedPlace place;
    domain::DocumentId document;
    QByteArray bytes; ///< the record of an event
};

} // namespace diakinisi::server
