#pragma once
#include "signing/authorities/timestamp_authorities.h"
#include "signing/pades/growing_pdf.h"

namespace diakinisi::signing {

/// Appends a document timestamp over all there is (ETSI EN 319 142-1, 5.4.3). TimestampUnavailable, SignatureBroken,
/// Cancelled, PdfBroken.
Done appendDocumentTimestamp(GrowingPdf& pdf, TimestampAuthorities& authorities, std::stop_token stop);

/// Appends to the document security store what the signatures and timestamps of the file still need to be judged when
/// their authorities are gone; nothing when it is all there. With `field`, only that signature must have everything,
/// and the others get what can be had. RevocationUnavailable, CertificateRevoked, SignatureBroken, Cancelled,
/// PdfBroken.
Done appendLongTermData(GrowingPdf& pdf, const Authorities& authorities, const QString& field, Instant now,
                        std::stop_token stop);

} // namespace diakinisi::signing
