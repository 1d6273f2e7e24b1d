#pragma once
#include "base/time.h"
#include "pdf/value.h"

namespace diakinisi::pdf {

/// What a file says of itself, once in the document information dictionary and once as XMP: both from here, so that
/// they agree (ISO 19005-2, 6.6.3).
struct Metadata {
    QString title;
    QString author;     ///< dc:creator
    QString identifier; ///< dc:identifier: the identity line, "123/2026 Δήμος ..."; not in the information dictionary
    QString language;
    Instant created;
    bool claimsPdfA = false; ///< PDF/A-2b
};

Dict informationOf(const Metadata& metadata);

/// The XMP packet (ISO 16684-1) of predefined schemas only, unfiltered.
QByteArray xmpOf(const Metadata& metadata);

} // namespace diakinisi::pdf
