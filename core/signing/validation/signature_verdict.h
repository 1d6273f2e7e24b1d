#pragma once
#include "pdf/revisions.h"
#include "signing/key.h"

#include <optional>
#include <vector>

/// What was found about the signatures of a file, as plain values. The words are those of ETSI EN 319 102-1.
namespace diakinisi::signing {

enum class Indication { TotalPassed, Indeterminate, TotalFailed };
enum class Trusted { Yes, No, Unknown };
enum class Qualified { Yes, No, Unknown };
enum class SignatureKind { Signature, Timestamp, Certification };

// ETSI EN 319 102-1, tables 5 and 6, as one closed list: name in code, the standard's word.
#define DIAKINISI_SUB_INDICATIONS(X)                                                                                   \
    X(FormatFailure, "FORMAT_FAILURE")                                                                                 \
    X(HashFailure, "HASH_FAILURE")                                                                                     \
    X(SigCryptoFailure, "SIG_CRYPTO_FAILURE")                                                                          \
    X(Revoked, "REVOKED")                                                                                              \
    X(Expired, "EXPIRED")                                                                                              \
    X(NotYetValid, "NOT_YET_VALID")                                                                                    \
    X(SigConstraintsFailure, "SIG_CONSTRAINTS_FAILURE")                                                                \
    X(ChainConstraintsFailure, "CHAIN_CONSTRAINTS_FAILURE")                                                            \
    X(CertificateChainGeneralFailure, "CERTIFICATE_CHAIN_GENERAL_FAILURE")                                             \
    X(CryptoConstraintsFailure, "CRYPTO_CONSTRAINTS_FAILURE")                                                          \
    X(CryptoConstraintsFailureNoPoe, "CRYPTO_CONSTRAINTS_FAILURE_NO_POE")                                              \
    X(PolicyProcessingError, "POLICY_PROCESSING_ERROR")                                                                \
    X(TimestampOrderFailure, "TIMESTAMP_ORDER_FAILURE")                                                                \
    X(NoSigningCertificateFound, "NO_SIGNING_CERTIFICATE_FOUND")                                                       \
    X(NoCertificateChainFound, "NO_CERTIFICATE_CHAIN_FOUND")                                                           \
    X(RevokedNoPoe, "REVOKED_NO_POE")                                                                                  \
    X(RevokedCaNoPoe, "REVOKED_CA_NO_POE")                                                                             \
    X(OutOfBoundsNoPoe, "OUT_OF_BOUNDS_NO_POE")                                                                        \
    X(NoPoe, "NO_POE")                                                                                                 \
    X(TryLater, "TRY_LATER")                                                                                           \
    X(SignedDataNotFound, "SIGNED_DATA_NOT_FOUND")                                                                     \
    X(Generic, "GENERIC")

enum class SubIndication {
    None,
#define X(name, word) name,
    DIAKINISI_SUB_INDICATIONS(X)
#undef X
};

/// Empty for None.
QString subIndicationWord(SubIndication sub);
/// Every one but None, for texts and for tests that walk them all.
std::vector<SubIndication> allSubIndications();

enum class EvidenceOrigin { None, Signature, Dss, Given, Fetched }; ///< in the CMS, in the file, beside it, by network

/// Whether a certificate was revoked, and how that is known.
struct RevocationFinding {
    enum class Status {
        NotNeeded,  ///< a trust anchor, or one whose issuer says that it need not be asked for
        NotOffered, ///< its issuer names no place to ask, and nothing of the issuer is at hand
        Unknown,    ///< no answer, or none that is fresh enough
        Good,
        Revoked,
    };
    enum class Source { None, Ocsp, Crl };

    Status status = Status::Unknown;
    Source source = Source::None;
    EvidenceOrigin origin = EvidenceOrigin::None;
    std::optional<Instant> thisUpdate;
    std::optional<Instant> nextUpdate;
    std::optional<Instant> producedAt;
    std::optional<Instant> revokedAt;
    QString reason; ///< of a revocation: "keyCompromise"; of Unknown: why, in English
};

/// One certificate of a path, the signer's first, the trust anchor last.
struct PathMember {
    CertificateFacts facts;
    QByteArray der;
    bool isAnchor = false;
    RevocationFinding revocation;
};

/// Qualified or not (eIDAS; ETSI EN 319 412-5, TS 119 615): what the certificate says and what the trusted list says
/// of its issuer at the time that counts. Yes needs both; Unknown when no trusted list was given.
struct QualificationFinding {
    enum class Type { None, Signature, Seal, Website };

    Qualified qualified = Qualified::Unknown;
    bool compliance = false; ///< QcCompliance
    bool device = false;     ///< QcSSCD: the key lives in a qualified device
    Type type = Type::None;  ///< QcType
    QString service;         ///< the trust service's name on the list
    QString serviceStatus;   ///< "granted", "withdrawn" ... at that time; empty: not on a list
    QString territory;       ///< of the list: "EL"
    QString reason;          ///< in English
};

/// An algorithm or key size below what may be relied on at the time that counts.
struct WeakAlgorithm {
    QString where;                        ///< "signature", "certificate Μαρία ...", "timestamp"
    QString name;                         ///< "SHA-1", "RSA-1024"
    std::optional<Instant> reliableUntil; ///< none: never was
};

/// A timestamp on or about a signature; each is judged like a signature of its authority.
struct TimestampVerdict {
    enum class Kind { Signature, Document, Content };

    Kind kind = Kind::Signature;
    std::optional<Instant> time;
    std::optional<CertificateFacts> authority;
    QString digest;
    std::optional<bool> intact;
    Trusted trusted = Trusted::Unknown;
    Indication indication = Indication::Indeterminate;
    SubIndication subIndication = SubIndication::None;
    QString explanation; ///< in English
    QualificationFinding qualification;
};

/// What the best signature time rests on.
enum class TimeSource { ValidationTime, SignatureTimestamp, DocumentTimestamp };

/// "Intact" (digest and value hold over the signed bytes) and "trusted" (a chain to an anchor) are kept apart.
struct SignatureVerdict {
    QString field;
    SignatureKind kind = SignatureKind::Signature;
    std::optional<CertificateFacts> signer;
    std::optional<Instant> signingTime; ///< claimed: /M or the signing-time attribute; of a timestamp, its time
    std::optional<Instant> bestTime;    ///< the signature is proven to have been there then
    TimeSource bestTimeFrom = TimeSource::ValidationTime;
    QString level;              ///< "B-B", "B-T", "B-LT", "B-LTA"; "CMS" when it is no PAdES baseline; or empty
    QString digest;             ///< "SHA-256"
    QString algorithm;          ///< "RSA PKCS#1 v1.5", "RSA-PSS", "ECDSA"
    std::optional<bool> intact; ///< none: cannot tell
    Trusted trusted = Trusted::Unknown;
    QualificationFinding qualification;
    Indication indication = Indication::Indeterminate;
    SubIndication subIndication = SubIndication::None;
    QString explanation;          ///< in English, for the evidence
    QStringList remarks;          ///< in English: what was seen and does not change the indication
    RevocationFinding revocation; ///< of the signer's certificate
    std::vector<PathMember> path; ///< empty when none was found
    std::vector<WeakAlgorithm> weak;
    std::vector<TimestampVerdict> timestamps;
    QString reason;   ///< /Reason
    QString location; ///< /Location
    bool coversWholeFile = false;
    std::int64_t signedLength = 0; ///< the signed version is the file's first bytes up to here
    std::vector<pdf::Change> changesAfter;

    bool changedUnlawfully() const;
};

struct PdfVerdict {
    std::vector<SignatureVerdict> signatures; ///< in the order of what they cover
    Instant at;                               ///< judged as of then

    /// At least one, all intact, and no change that is not allowed.
    bool allIntact() const;
    bool allPassed() const;
};

QString indicationWord(Indication indication);
QString trustedWord(Trusted trusted);
QString qualifiedWord(Qualified qualified); ///< "yes", "no", "unknown"
QString kindWord(SignatureKind kind);

} // namespace diakinisi::signing
