#pragma once
#include "pdf/document.h"
#include "signing/validation/signature_verdict.h"

#include <vector>

namespace diakinisi::signing {

/// An OCSP answer or a CRL that came along, unread, and since when it is proven to have been there.
struct EvidenceItem {
    QByteArray der;
    EvidenceOrigin origin = EvidenceOrigin::None;
    Instant existed;
    std::int64_t end = -1; ///< it lies in the file before this offset; -1: not in the file
};

/// What a path and its revocation may be judged with.
struct Evidence {
    QList<QByteArray> certificates;
    std::vector<EvidenceItem> ocsps;
    std::vector<EvidenceItem> crls;

    void add(const Evidence& other);
    bool hasAnswers() const { return !ocsps.empty() || !crls.empty(); }
};

/// The document security store (ETSI EN 319 142-1, 5.4): certificates, answers and lists, those of its VRI too, all
/// with `existed`. At most 500 of a kind, each at most 32 MB; what is unreadable is left out.
Evidence readSecurityStore(const pdf::Document& document, Instant existed);

/// The first `length` bytes of the file are proven to have been there at that moment.
void prove(Evidence& evidence, std::int64_t length, Instant existed);

} // namespace diakinisi::signing
