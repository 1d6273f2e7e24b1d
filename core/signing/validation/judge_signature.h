#pragma once
#include "signing/validation/signature_range.h"
#include "signing/validation/verify_pdf.h"

namespace diakinisi::signing {

using DigestOfRange = std::function<QByteArray(const QString&)>;

/// What can be said of a signature by itself (ETSI EN 319 102-1, 5.2.2, 5.2.3, 5.2.7): its form, whose it is, and
/// whether digest and value hold. A verdict with a sub-indication has failed already.
struct Examined {
    SignatureVerdict verdict;
    CmsFinding cms;
};

/// Examines one signature field that has a value. `digestOfRange` as for checkCms; `others`: certificates among which
/// the signer's may be when it did not come along.
Examined examineSignature(const pdf::Document& document, const pdf::Field& field, const SignedRange& range,
                          const DigestOfRange& digestOfRange, const QList<QByteArray>& others = {});

/// The verdict of that, as far as it goes.
SignatureVerdict judgeSignature(const pdf::Document& document, const pdf::Field& field, const SignedRange& range,
                                const DigestOfRange& digestOfRange, const VerifyOptions& options);

/// Sets the sub-indication and the indication that goes with it (tables 5 and 6).
void decide(SignatureVerdict& verdict, SubIndication subIndication, const QString& explanation);
Indication indicationOf(SubIndication subIndication);

/// "D:20261123091005+02'00'" as a moment.
std::optional<Instant> readPdfDate(const QString& text);
QString writePdfDate(Instant instant);

} // namespace diakinisi::signing
