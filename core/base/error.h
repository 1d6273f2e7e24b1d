#pragma once
#include <QString>

#include <span>

namespace diakinisi {

// Every way in which something can go wrong, as one closed list: name in code, word on the wire and in logs.
// Texts and advice for people are in ui/texts; a test walks this list and demands both languages.
#define DIAKINISI_ERROR_CODES(X)                                                                                       \
    /* the machine */                                                                                                  \
    X(FileUnreadable, "file-unreadable")                                                                               \
    X(FileUnwritable, "file-unwritable")                                                                               \
    X(DiskFull, "disk-full")                                                                                           \
    X(StoreBroken, "store-broken")                                                                                     \
    X(StoreNewer, "store-newer")                                                                                       \
    X(StoreInUse, "store-in-use")                                                                                      \
    X(Cancelled, "cancelled")                                                                                          \
    X(TimedOut, "timed-out")                                                                                           \
    X(LimitExceeded, "limit-exceeded")                                                                                 \
    X(InternalFault, "internal-fault")                                                                                 \
    X(NotSupported, "not-supported")                                                                                   \
    /* what was sent or read */                                                                                        \
    X(MalformedInput, "malformed-input")                                                                               \
    X(UnknownKind, "unknown-kind")                                                                                     \
    X(DigestMismatch, "digest-mismatch")                                                                               \
    X(ChainBroken, "chain-broken")                                                                                     \
    /* the network and the server */                                                                                   \
    X(ServerUnreachable, "server-unreachable")                                                                         \
    X(ServerUntrusted, "server-untrusted")                                                                             \
    X(ServerRefused, "server-refused")                                                                                 \
    X(ServerBusy, "server-busy")                                                                                       \
    X(LedgerRewound, "ledger-rewound")                                                                                 \
    X(RateLimited, "rate-limited")                                                                                     \
    /* who asks */                                                                                                     \
    X(SignInFailed, "sign-in-failed")                                                                                  \
    X(SessionExpired, "session-expired")                                                                               \
    X(DeviceRevoked, "device-revoked")                                                                                 \
    X(NotPermitted, "not-permitted")                                                                                   \
    X(NotFound, "not-found")                                                                                           \
    /* the rules of documents */                                                                                       \
    X(FieldMissing, "field-missing")                                                                                   \
    X(FieldInvalid, "field-invalid")                                                                                   \
    X(ReasonMissing, "reason-missing")                                                                                 \
    X(AlreadyExists, "already-exists")                                                                                 \
    X(AlreadyRegistered, "already-registered")                                                                         \
    X(NotRegistered, "not-registered")                                                                                 \
    X(NumberCancelled, "number-cancelled")                                                                             \
    X(NumberNotReserved, "number-not-reserved")                                                                        \
    X(NumberingStopped, "numbering-stopped")                                                                           \
    X(AlreadyDispatched, "already-dispatched")                                                                         \
    X(StateChanged, "state-changed")                                                                                   \
    X(NotYourTurn, "not-your-turn")                                                                                    \
    X(FilesNotArrived, "files-not-arrived")                                                                            \
    X(RenditionSuperseded, "rendition-superseded")                                                                     \
    X(SignatureNotAccepted, "signature-not-accepted")                                                                  \
    X(UnitUnknown, "unit-unknown")                                                                                     \
    X(PersonUnknown, "person-unknown")                                                                                 \
    X(IdReused, "id-reused")                                                                                           \
    X(DependencyRefused, "dependency-refused")                                                                         \
    X(GroupRefused, "group-refused")                                                                                   \
    /* files, pages and scanners */                                                                                    \
    X(NotPdf, "not-pdf")                                                                                               \
    X(PdfBroken, "pdf-broken")                                                                                         \
    X(PdfEncrypted, "pdf-encrypted")                                                                                   \
    X(PdfForbids, "pdf-forbids")                                                                                       \
    X(FileTooLarge, "file-too-large")                                                                                  \
    X(ImageUnreadable, "image-unreadable")                                                                             \
    X(RecognitionDataMissing, "recognition-data-missing")                                                              \
    X(WorkerDied, "worker-died")                                                                                       \
    X(ScannerMissing, "scanner-missing")                                                                               \
    X(ScannerBusy, "scanner-busy")                                                                                     \
    X(ScannerOffline, "scanner-offline")                                                                               \
    X(ScannerJammed, "scanner-jammed")                                                                                 \
    X(ScannerCoverOpen, "scanner-cover-open")                                                                          \
    X(ScannerNoPaper, "scanner-no-paper")                                                                              \
    X(ScannerFailed, "scanner-failed")                                                                                 \
    /* keys and signatures */                                                                                          \
    X(KeyUnreadable, "key-unreadable")                                                                                 \
    X(PinWrong, "pin-wrong")                                                                                           \
    X(PinLocked, "pin-locked")                                                                                         \
    X(CertificateExpired, "certificate-expired")                                                                       \
    X(CertificateUnsuitable, "certificate-unsuitable")                                                                 \
    X(CertificateNotYours, "certificate-not-yours")                                                                    \
    X(PinToBeSet, "pin-to-be-set")                                                                                     \
    X(TokenMissing, "token-missing")                                                                                   \
    X(TokenFailed, "token-failed")                                                                                     \
    X(TokenModuleFailed, "token-module-failed")                                                                        \
    X(TimestampUnavailable, "timestamp-unavailable")                                                                   \
    X(RevocationUnavailable, "revocation-unavailable")                                                                 \
    X(CertificateRevoked, "certificate-revoked")                                                                       \
    X(SignatureBroken, "signature-broken")

enum class ErrorCode {
#define X(name, word) name,
    DIAKINISI_ERROR_CODES(X)
#undef X
};

/// The word of a code on the wire and in logs, e.g. "file-unreadable".
QString errorWord(ErrorCode code);

/// The code of a word; InternalFault for a word that this version does not know.
ErrorCode errorCode(QStringView word);

/// Every code, for tests that walk them all.
std::span<const ErrorCode> allErrorCodes();

/// Why something could not be done. Never carries secrets; `subject` may hold a file name or a field's name, so an
/// Error is shown to the person who asked and logged by its code and place only.
struct Error {
    ErrorCode code = ErrorCode::InternalFault;
    QString subject; ///< what it is about: a path, a field, an id; may be empty
    QString cause;   ///< the technical cause, in English, for the log and the details button; may be empty

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace diakinisi
