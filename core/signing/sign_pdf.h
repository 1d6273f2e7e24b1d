#pragma once
#include "base/progress.h"
#include "pdf/font.h"
#include "pdf/mark.h"
#include "signing/key.h"

#include <QStringList>

#include <optional>
#include <stop_token>

class QIODevice;

namespace diakinisi::signing {

/// ETSI EN 319 142-1. Only what signPdf makes; anything else is NotSupported.
enum class Level { BB, BT, BLT, BLTA };

enum class Certify { None, NoChanges, Forms, Annotations };

using VisibleMark = pdf::Mark;

struct SignOptions {
    Level level = Level::BB;
    QString reason{};
    QString location{};
    QString fieldName{}; ///< an empty signature field of that name is used, else one is made; a free name when empty
    Certify certify = Certify::None;
    std::optional<VisibleMark> mark{};
    Instant now{}; ///< goes into /M, and the certificate must be valid then
};

struct SignedPdf {
    QString fieldName{};
    std::int64_t length = 0;
    CertificateFacts signer;
};

/// Signs as an incremental update: `to` begins with all bytes of `from`. Streams: memory does not grow with the file.
/// The new signature is checked before this returns; `to` is worth nothing after an error. `font` is needed for a
/// visible mark only. Errors: NotPdf, PdfBroken, PdfEncrypted, PdfForbids (an earlier signature does not allow it),
/// CertificateExpired, CertificateUnsuitable, AlreadyExists (field is signed), FieldInvalid (page, area), NotSupported
/// (level), SignatureBroken, Cancelled, FileUnreadable, FileUnwritable, and those of the key.
Result<SignedPdf> signPdf(QIODevice& from, QIODevice& to, SigningKey& key, const SignOptions& options,
                          const pdf::Font* font, std::stop_token stop, Progress& progress);

/// The default lines of a mark: name, capacity, local date and time as given. Never the personal number.
QStringList markLines(const QString& heading, const CertificateFacts& signer, const QString& capacity,
                      const QString& dateAndTime);

} // namespace diakinisi::signing
