#pragma once
#include "signing/validation/verify_pdf.h"

namespace diakinisi::signing {

/// How a new rendition came out of a former one.
struct Derivation {
    std::vector<pdf::Change> changes; ///< since the former rendition; all allowed
    bool numberFilled = false;
    QString number; ///< what the number field says now
    QString date;
    /// At most one; intact, covering the whole new rendition but for what raises it: long-term data, timestamps. Where
    /// only timestamps are new, the first of them.
    std::optional<SignatureVerdict> newSignature;
};

/// Proves that `renewed` is `former` with allowed changes only: former bytes kept as prefix, at most one new signature,
/// number field filled, long-term data, up to two timestamps. SignatureNotAccepted with the reason as cause when it is
/// not so; also NotPdf, PdfBroken, PdfEncrypted, FileUnreadable. Whose certificate it is, the caller decides by its
/// fingerprint.
Result<Derivation> checkDerivation(QIODevice& former, QIODevice& renewed, const VerifyOptions& options,
                                   std::stop_token stop = {});

} // namespace diakinisi::signing
