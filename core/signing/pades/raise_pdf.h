#pragma once
#include "signing/pades/sign_pdf.h"

namespace diakinisi::signing {

struct RaiseOptions {
    Level level = Level::BLTA; ///< B-T, B-LT or B-LTA
    Authorities authorities{};
    Instant now{};
};

struct RaisedPdf {
    std::int64_t length = 0;
    int timestamps = 0;        ///< document timestamps that were appended
    bool longTermData = false; ///< something was added to the document security store
};

/// Raises what is signed already, by appending only: `to` begins with all bytes of `from`. B-T: a document timestamp
/// where a signature has none. B-LT: B-T, then the long-term data that is missing. B-LTA: B-LT, then a document
/// timestamp over all, every time it is asked: that is also how a file is renewed before its last timestamp's
/// certificate or algorithm fades. When nothing is missing `to` is a copy. Streams as signPdf; `to` is worth nothing
/// after an error. Errors: NotPdf, PdfBroken, PdfEncrypted, NotFound (no signature), SignatureBroken (one that does not
/// hold), FieldInvalid (level), TimestampUnavailable, RevocationUnavailable, CertificateRevoked, Cancelled,
/// FileUnreadable, FileUnwritable.
Result<RaisedPdf> raisePdf(QIODevice& from, QIODevice& to, const RaiseOptions& options, std::stop_token stop,
                           Progress& progress);

} // namespace diakinisi::signing
