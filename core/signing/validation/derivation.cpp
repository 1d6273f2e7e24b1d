#include "signing/validation/derivation.h"

#include "pdf/byte_source.h"
#include "pdf/number_field.h"

#include <QIODevice>

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::ptrdiff_t mostTimestamps = 2; ///< for the signature, and over its long-term data

tl::unexpected<Error> refused(const QString& why)
{
    return fail(ErrorCode::SignatureNotAccepted, {}, why);
}

Result<bool> isPrefix(QIODevice& former, QIODevice& renewed, const std::stop_token& stop)
{
    constexpr std::int64_t piece = 1 << 20;
    const pdf::ByteSource old(former, former.size());
    const pdf::ByteSource now(renewed, renewed.size());
    if (old.size() >= now.size())
        return false;
    for (std::int64_t at = 0; at < old.size(); at += piece) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const Result<QByteArray> a = old.read(at, piece);
        const Result<QByteArray> b = now.read(at, std::min(piece, old.size() - at));
        if (!a || !b)
            return fail(a ? b.error() : a.error());
        if (*a != *b)
            return false;
    }
    return true;
}

Done checkChanges(const std::vector<pdf::Change>& changes)
{
    std::ptrdiff_t signatures = 0;
    std::ptrdiff_t timestamps = 0;
    for (const pdf::Change& change : changes) {
        if (!change.allowed)
            return refused(pdf::changeWord(change.what) + QStringLiteral(": ") + change.detail);
        if (change.what == pdf::ChangeKind::Annotation)
            return refused(QStringLiteral("annotation: ") + change.detail);
        signatures += change.what == pdf::ChangeKind::Signing ? 1 : 0;
        timestamps += change.what == pdf::ChangeKind::Timestamp ? 1 : 0;
    }
    if (signatures > 1 || timestamps > mostTimestamps)
        return refused(QStringLiteral("more than one new signature"));
    return {};
}

/// What raises a signature and says nothing else (B-LT, B-LTA).
bool isRaising(const pdf::Change& change)
{
    return change.what == pdf::ChangeKind::LongTermData || change.what == pdf::ChangeKind::Timestamp;
}

Done findNewSignature(QIODevice& renewed, std::int64_t formerLength, const VerifyOptions& options, std::stop_token stop,
                      Derivation& derivation)
{
    Result<PdfVerdict> verdict = verifyPdf(renewed, options, std::move(stop));
    if (!verdict)
        return fail(verdict.error());
    for (SignatureVerdict& signature : verdict->signatures) {
        if (!signature.intact.value_or(false) || signature.changedUnlawfully())
            return refused(signature.field + QStringLiteral(": ") + signature.explanation);
        if (signature.signedLength <= formerLength)
            continue;
        if (!std::ranges::all_of(signature.changesAfter, isRaising))
            return refused(signature.field + QStringLiteral(": does not cover the whole file"));
        const bool isFirst = !derivation.newSignature;
        if (isFirst || signature.kind != SignatureKind::Timestamp)
            derivation.newSignature = std::move(signature);
    }
    return {};
}

} // namespace

Result<Derivation> checkDerivation(QIODevice& former, QIODevice& renewed, const VerifyOptions& options,
                                   std::stop_token stop)
{
    const Result<bool> prefix = isPrefix(former, renewed, stop);
    if (!prefix)
        return fail(prefix.error());
    if (!*prefix)
        return refused(QStringLiteral("the former rendition is not the beginning of the new one"));
    pdf::ChangeRules rules;
    rules.newNumberField = true;
    Result<std::vector<pdf::Change>> changes = pdf::compareRevisions(renewed, former.size(), rules);
    if (!changes)
        return fail(changes.error());
    if (const Done good = checkChanges(*changes); !good)
        return fail(good.error());
    Derivation derivation;
    derivation.changes = std::move(*changes);
    const Result<pdf::NumberFieldState> before = pdf::readNumberField(former);
    const Result<pdf::NumberFieldState> after = pdf::readNumberField(renewed);
    if (!before || !after)
        return fail(before ? after.error() : before.error());
    derivation.number = after->number;
    derivation.date = after->date;
    derivation.numberFilled = after->number != before->number || after->date != before->date;
    if (const Done found = findNewSignature(renewed, former.size(), options, stop, derivation); !found)
        return fail(found.error());
    return derivation;
}

} // namespace diakinisi::signing
