#pragma once
#include "pdf/revisions.h"
#include "signing/key.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <stop_token>

class QIODevice;

namespace diakinisi::signing {

enum class Indication { TotalPassed, Indeterminate, TotalFailed };
enum class Trusted { Yes, No, Unknown };
enum class SignatureKind { Signature, Timestamp, Certification };

/// What was found about one signature (words as in ETSI EN 319 102-1). "Intact" and "trusted" are kept apart.
struct SignatureVerdict {
    QString field;
    SignatureKind kind = SignatureKind::Signature;
    std::optional<CertificateFacts> signer;
    std::optional<Instant> signingTime; ///< claimed, from /M or the signing-time attribute
    QString level;                      ///< "B-B" when the attributes fit PAdES baseline, else "CMS" or empty
    QString digest;                     ///< "SHA-256"
    std::optional<bool> intact;         ///< digest and value hold over the signed bytes; none: cannot tell
    Trusted trusted = Trusted::Unknown;
    Indication indication = Indication::Indeterminate;
    QString subIndication; ///< "HASH_FAILURE", "TRY_LATER" ...; empty when there is none
    QString explanation;   ///< in English, for the evidence
    bool coversWholeFile = false;
    std::int64_t signedLength = 0; ///< the signed version is the file's first bytes up to here
    std::vector<pdf::Change> changesAfter;

    bool changedUnlawfully() const;
};

struct PdfVerdict {
    std::vector<SignatureVerdict> signatures; ///< in the order of what they cover

    /// At least one, all intact, and no change that is not allowed.
    bool allIntact() const;
    bool allPassed() const;
};

struct VerifyOptions {
    QList<QByteArray> anchors; ///< DER
    Instant at;                ///< judged as of then
};

/// Judges every signature in the file; no network. Reads the file in pieces. NotPdf, PdfBroken, PdfEncrypted,
/// FileUnreadable, Cancelled.
Result<PdfVerdict> verifyPdf(QIODevice& file, const VerifyOptions& options, std::stop_token stop = {});

/// The certificates (PEM or DER) in a folder, not deeper. FileUnreadable when there is no such folder.
Result<QList<QByteArray>> readAnchors(const QString& folder);

QString indicationWord(Indication indication);
QString trustedWord(Trusted trusted);
QString kindWord(SignatureKind kind);

} // namespace diakinisi::signing
