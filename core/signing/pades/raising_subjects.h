#pragma once
#include "pdf/document.h"
#include "signing/key.h"

#include <optional>
#include <vector>

namespace diakinisi::signing {

/// A signature or document timestamp in a file, as raising looks at it.
struct RaisingSubject {
    /// Somebody who signed something in it: the signer himself, a timestamp authority.
    struct Signer {
        QByteArray certificate;
        Instant at;             ///< when, as well as it is proved
        QList<QByteArray> pool; ///< certificates that came along
    };

    QString field;
    bool timestamp = false;      ///< a document timestamp
    bool stamped = false;        ///< carries a signature timestamp of its own
    std::optional<Instant> time; ///< of its own timestamp
    std::int64_t end = 0;        ///< first byte not covered
    QByteArray contents;         ///< with the zeros
    std::vector<Signer> signers;
    std::optional<Error> problem; ///< SignatureBroken: it does not hold in itself, or could not be judged
};

/// All signatures in the order of what they cover. A timestamp that covers a signature proves when it was there;
/// without one it is taken as made `now`. FileUnreadable, LimitExceeded.
Result<std::vector<RaisingSubject>> readSubjects(const pdf::Document& document, Instant now);

/// Every signature has a timestamp of its own or after it.
bool allStamped(const std::vector<RaisingSubject>& subjects);

} // namespace diakinisi::signing
