#pragma once
#include "signing/trust/trust_material.h"

#include <QUrl>

namespace diakinisi::signing {

/// A trusted list (ETSI TS 119 612), or a list of such lists, whose own signature held.
struct TrustedList {
    QString territory; ///< "EL", "EU"
    std::int64_t sequenceNumber = 0;
    Instant issued;
    std::optional<Instant> nextUpdate;
    std::vector<TrustService> services;

    /// Another list, and the certificates one of which must have signed it.
    struct Pointer {
        QUrl url;
        QString territory;
        QList<QByteArray> signers; ///< DER
    };
    std::vector<Pointer> pointers;
};

/// Reads a list and checks that one of `signers` (DER) signed the whole of it (XML-DSig, enveloped, exclusive or
/// inclusive canonical form, SHA-2). At most 32 MB, 64 deep, no DTD, no entities, nothing loaded from anywhere.
/// MalformedInput; SignatureBroken when the signature is missing, does not hold or is somebody else's; LimitExceeded.
Result<TrustedList> readTrustedList(const QByteArray& xml, const QList<QByteArray>& signers);

} // namespace diakinisi::signing
