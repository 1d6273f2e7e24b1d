#pragma once
#include "pdf/incremental_update.h"
#include "signing/pades/long_term_data.h"

#include <vector>

namespace diakinisi::signing {

/// What one signature or timestamp needs (VRI, ETSI EN 319 142-1, 5.4.2.3).
struct ValidationRelatedData {
    QByteArray contents; ///< of /Contents, with its zeros: its digest is the entry's name
    LongTermData data;
};

/// What the document security store of the file holds (ISO 32000-2, 12.8.4.3); at most 1000 streams and 64 MiB; what is
/// broken is left out.
LongTermData readSecurityStore(const pdf::Document& document);

/// Adds to the store, or makes it; what it has already is named, not written again. Only the store's own objects and,
/// where there was none, the catalog change. False when nothing new came.
bool addToSecurityStore(pdf::IncrementalUpdate& update, const std::vector<ValidationRelatedData>& entries);

} // namespace diakinisi::signing
