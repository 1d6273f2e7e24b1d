#pragma once
#include "base/error.h"
#include "wire/problem.h"

#include <array>

// For problem.cpp and its test: what each error means over HTTP. A code that is not here is 422 and never retried.
namespace diakinisi::wire {

struct ProblemRow {
    ErrorCode code;
    int status; ///< 500 and above: a fault of the machine, whose subject and cause stay in its log
    Retry retry;
};

inline constexpr std::array problemRows{
    ProblemRow{ErrorCode::FileUnreadable, 500, Retry::Later},
    ProblemRow{ErrorCode::FileUnwritable, 500, Retry::Later},
    ProblemRow{ErrorCode::DiskFull, 507, Retry::Later},
    ProblemRow{ErrorCode::StoreBroken, 500, Retry::Later},
    ProblemRow{ErrorCode::StoreNewer, 500, Retry::Later},
    ProblemRow{ErrorCode::StoreInUse, 503, Retry::Later},
    ProblemRow{ErrorCode::Cancelled, 503, Retry::Later},
    ProblemRow{ErrorCode::TimedOut, 503, Retry::Later},
    ProblemRow{ErrorCode::LimitExceeded, 413, Retry::AfterChange},
    ProblemRow{ErrorCode::InternalFault, 500, Retry::Later},
    ProblemRow{ErrorCode::NotSupported, 501, Retry::AfterChange},
    ProblemRow{ErrorCode::MalformedInput, 400, Retry::Never},
    ProblemRow{ErrorCode::UnknownKind, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::DigestMismatch, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::ChainBroken, 422, Retry::Never},
    ProblemRow{ErrorCode::ServerUnreachable, 502, Retry::Later},
    ProblemRow{ErrorCode::ServerUntrusted, 502, Retry::AfterChange},
    ProblemRow{ErrorCode::ServerRefused, 502, Retry::AfterChange},
    ProblemRow{ErrorCode::ServerBusy, 503, Retry::Later},
    ProblemRow{ErrorCode::LedgerRewound, 409, Retry::AfterChange},
    ProblemRow{ErrorCode::RateLimited, 429, Retry::Later},
    ProblemRow{ErrorCode::SignInFailed, 401, Retry::AfterChange},
    ProblemRow{ErrorCode::SessionExpired, 401, Retry::Later},
    ProblemRow{ErrorCode::DeviceRevoked, 403, Retry::AfterChange},
    ProblemRow{ErrorCode::NotPermitted, 403, Retry::Never},
    ProblemRow{ErrorCode::NotFound, 404, Retry::Never},
    ProblemRow{ErrorCode::FieldMissing, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::FieldInvalid, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::ReasonMissing, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::AlreadyExists, 409, Retry::Never},
    ProblemRow{ErrorCode::AlreadyRegistered, 409, Retry::Never},
    ProblemRow{ErrorCode::NotRegistered, 409, Retry::AfterChange},
    ProblemRow{ErrorCode::NumberCancelled, 409, Retry::Never},
    ProblemRow{ErrorCode::NumberNotReserved, 409, Retry::AfterChange},
    ProblemRow{ErrorCode::NumberingStopped, 503, Retry::Later},
    ProblemRow{ErrorCode::AlreadyDispatched, 409, Retry::Never},
    ProblemRow{ErrorCode::StateChanged, 409, Retry::AfterChange},
    ProblemRow{ErrorCode::NotYourTurn, 409, Retry::AfterChange},
    ProblemRow{ErrorCode::FilesNotArrived, 409, Retry::Later},
    ProblemRow{ErrorCode::RenditionSuperseded, 409, Retry::AfterChange},
    ProblemRow{ErrorCode::SignatureNotAccepted, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::UnitUnknown, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::PersonUnknown, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::IdReused, 409, Retry::Never},
    ProblemRow{ErrorCode::DependencyRefused, 409, Retry::AfterChange},
    ProblemRow{ErrorCode::GroupRefused, 409, Retry::AfterChange},
    ProblemRow{ErrorCode::NotPdf, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::PdfBroken, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::PdfEncrypted, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::PdfForbids, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::FileTooLarge, 413, Retry::AfterChange},
    ProblemRow{ErrorCode::ImageUnreadable, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::RecognitionDataMissing, 500, Retry::AfterChange},
    ProblemRow{ErrorCode::WorkerDied, 500, Retry::Later},
    ProblemRow{ErrorCode::ScannerMissing, 500, Retry::AfterChange},
    ProblemRow{ErrorCode::ScannerBusy, 500, Retry::Later},
    ProblemRow{ErrorCode::ScannerOffline, 500, Retry::AfterChange},
    ProblemRow{ErrorCode::ScannerJammed, 500, Retry::AfterChange},
    ProblemRow{ErrorCode::ScannerCoverOpen, 500, Retry::AfterChange},
    ProblemRow{ErrorCode::ScannerNoPaper, 500, Retry::AfterChange},
    ProblemRow{ErrorCode::ScannerFailed, 500, Retry::Later},
    ProblemRow{ErrorCode::KeyUnreadable, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::PinWrong, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::PinLocked, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::CertificateExpired, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::CertificateUnsuitable, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::CertificateNotYours, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::PinToBeSet, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::TokenMissing, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::TokenFailed, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::TokenModuleFailed, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::TimestampUnavailable, 503, Retry::Later},
    ProblemRow{ErrorCode::RevocationUnavailable, 503, Retry::Later},
    ProblemRow{ErrorCode::CertificateRevoked, 422, Retry::AfterChange},
    ProblemRow{ErrorCode::SignatureBroken, 422, Retry::AfterChange},
};

} // namespace diakinisi::wire
