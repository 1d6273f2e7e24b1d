#pragma once
#include "signing/signature_range.h"
#include "signing/trust.h"

namespace diakinisi::signing {

/// Judges one signature field that has a value. `digestOfRange` as for checkCms. Changes after it are not looked for
/// here.
SignatureVerdict judgeSignature(const pdf::Document& document, const pdf::Field& field, const SignedRange& range,
                                const std::function<QByteArray(const QString&)>& digestOfRange,
                                const VerifyOptions& options);

/// What the signature lets later savings do, from its references (ISO 32000-1, 12.8.2).
pdf::ChangeRules rulesOf(const pdf::Document& document, const pdf::Dict& signature,
                         const std::vector<pdf::Field>& fields);

/// "D:20261123091005+02'00'" as a moment.
std::optional<Instant> readPdfDate(const QString& text);
QString writePdfDate(Instant instant);

} // namespace diakinisi::signing
