#pragma once
#include "base/limits.h"
#include "signing/validation/signature_judge.h"

/// What goes to the worker that judges signatures, and what comes back, as bytes between our own processes.
namespace diakinisi::signing::verdictbytes {

/// Of one verdict. One that is longer says more than anybody could look at.
inline constexpr std::int64_t most = 64 * limits::miB;

QByteArray of(const JudgeQuestion& question);
QByteArray of(const JudgedPdf& judged);
QByteArray of(const Derivation& derivation);

/// Nothing when the bytes are not exactly one.
std::optional<JudgeQuestion> toQuestion(QByteArrayView bytes);
std::optional<JudgedPdf> toJudged(QByteArrayView bytes);
std::optional<Derivation> toDerivation(QByteArrayView bytes);

} // namespace diakinisi::signing::verdictbytes
