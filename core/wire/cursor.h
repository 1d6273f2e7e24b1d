#pragma once
#include "base/digest.h"

#include <QString>

#include <optional>

namespace diakinisi::wire {

/// How far a desk has read the feed. Opaque to desks as text: "epoch.position.hash".
struct FeedCursor {
    qint64 epoch = 1;
    qint64 position = 0; ///< 0: nothing read yet
    Sha256 hash;         ///< of the ledger at that position, so that a rewound ledger is noticed

    friend bool operator==(const FeedCursor&, const FeedCursor&) = default;
};

QString toText(const FeedCursor& cursor);
/// Exactly what toText writes; nothing else.
std::optional<FeedCursor> cursorFromText(QStringView text);

} // namespace diakinisi::wire
