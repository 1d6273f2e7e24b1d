#pragma once
#include "pdf/form.h"
#include "signing/pades/sign_pdf.h"

namespace diakinisi::signing {

/// Does the file let such a signature be put in? Asks, in this order: can it be read and appended to; dynamic XFA; the
/// encryption's rights; certifications (DocMDP), earlier signatures' locks (FieldMDP); the empty field's own flags.
/// `existing` is the field that is to be signed, null when one is made as `name`. PdfBroken, PdfEncrypted, PdfForbids
/// with the reason.
Done maySign(const pdf::Document& document, const std::vector<pdf::Field>& fields, const pdf::Field* existing,
             const QString& name, const SignOptions& options);

/// A document timestamp is allowed whatever certifications say; what encryption and repair say holds for it too.
Done mayTimestamp(const pdf::Document& document);

/// The seed value dictionary of the field that is to be signed (ISO 32000-1, table 234): what it demands and we do is
/// done, what it demands and we do not is PdfForbids with the reason; mere wishes are not binding.
Done checkSeedValue(const pdf::Document& document, const pdf::Field& field, const CertificateFacts& signer,
                    DigestAlgorithm digest, const SignOptions& options);

/// The references (ISO 32000-1, table 253) that the field's /Lock asks for when it is signed; null when there is none.
pdf::Value lockReference(const pdf::Document& document, const pdf::Field& field);

} // namespace diakinisi::signing
