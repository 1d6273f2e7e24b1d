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

class RevocationSource;
class TimestampAuthorities;

/// ETSI EN 319 142-1, 6.
enum class Level { BB, BT, BLT, BLTA };
/// "B-B" ... "B-LTA".
QString levelWord(Level level);
std::optional<Level> levelFrom(QStringView word);

/// What is to be done when no timestamp, or no revocation data, can be had now.
enum class WhenAway {
    Wait,   ///< nothing is signed: TimestampUnavailable, RevocationUnavailable
    SignNow ///< sign as high as can be; what is owed is said, and raisePdf() can add it later
};

/// Those whom levels above B-B need. What it points to must outlive the signing.
struct Authorities {
    TimestampAuthorities* timestamps = nullptr; ///< B-T and above
    RevocationSource* revocation = nullptr;     ///< B-LT and above
    QList<QByteArray> anchors{};                ///< DER; chains may end there
};

enum class Certify { None, NoChanges, Forms, Annotations };

using VisibleMark = pdf::Mark;

struct SignOptions {
    Level level = Level::BB;
    Authorities authorities{};
    WhenAway away = WhenAway::Wait;
    std::optional<DigestAlgorithm> digest{}; ///< what fits the key when not said
    std::optional<SignatureScheme> scheme{}; ///< what the key prefers when not said
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
    Level level = Level::BB;     ///< reached
    std::optional<Error> owed{}; ///< why it is lower than was asked for
};

/// Signs as an incremental update: `to` begins with all bytes of `from`. Streams: memory does not grow with the file.
/// The new signature is checked before this returns; `to` is worth nothing after an error. `font` is needed for a
/// visible mark only. B-LT appends the long-term data as a revision after the signature, B-LTA a document timestamp
/// after that. Errors: NotPdf, PdfBroken, PdfEncrypted, PdfForbids (an earlier signature does not allow it),
/// CertificateExpired, CertificateUnsuitable, CertificateRevoked, AlreadyExists (field is signed), FieldInvalid (page,
/// area), NotSupported (scheme), TimestampUnavailable, RevocationUnavailable, SignatureBroken, Cancelled,
/// FileUnreadable, FileUnwritable, and those of the key.
Result<SignedPdf> signPdf(QIODevice& from, QIODevice& to, SigningKey& key, const SignOptions& options,
                          const pdf::Font* font, std::stop_token stop, Progress& progress);

/// The default lines of a mark: name, capacity, local date and time as given. Never the personal number.
QStringList markLines(const QString& heading, const CertificateFacts& signer, const QString& capacity,
                      const QString& dateAndTime);

} // namespace diakinisi::signing
