#include "signing/verify_pdf.h"

#include "pdf/change_history.h"
#include "signing/judge_signature.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace diakinisi::signing {

namespace {

constexpr std::size_t mostSignatures = 500;

struct Found {
    const pdf::Field* field;
    SignedRange range;
};

Result<std::vector<Found>> findSignatures(const pdf::Document& document, const std::vector<pdf::Field>& fields)
{
    std::vector<Found> found;
    for (const pdf::Field& field : fields) {
        if (field.type != "Sig" || document.resolve(field.value).dict().isEmpty())
            continue;
        if (found.size() >= mostSignatures)
            return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("too many signatures"));
        found.push_back({&field, readRange(document, field)});
    }
    return found;
}

/// What the first sound signature covers; all savings after it are compared, once for all signatures.
std::int64_t firstSigned(const std::vector<Found>& found)
{
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    for (const Found& one : found)
        if (one.range.problem.isEmpty())
            first = std::min(first, one.range.end);
    return first;
}

/// None of a file that had to be repaired.
Result<std::optional<pdf::ChangeHistory>> readHistory(const pdf::Document& document, QIODevice& file, std::int64_t from)
{
    if (document.isRepaired())
        return std::nullopt;
    return pdf::ChangeHistory::read(file, from).map([](pdf::ChangeHistory h) { return std::optional(std::move(h)); });
}

/// What came as a signature but does not hold is a mere picture.
void refuseFailedSignings(PdfVerdict& verdict)
{
    QSet<QString> failed;
    for (const SignatureVerdict& signature : verdict.signatures)
        if (!signature.intact.value_or(true))
            failed.insert(signature.field);
    for (SignatureVerdict& signature : verdict.signatures)
        for (pdf::Change& change : signature.changesAfter)
            if (!change.field.isEmpty() && change.field != signature.field && failed.contains(change.field))
                change.allowed = false;
}

/// Changes that the signature does not allow make it worth nothing as a statement about what is shown now.
void applyChanges(PdfVerdict& verdict)
{
    refuseFailedSignings(verdict);
    for (SignatureVerdict& signature : verdict.signatures) {
        if (!signature.changedUnlawfully() || signature.indication == Indication::TotalFailed)
            continue;
        signature.indication = Indication::TotalFailed;
        signature.subIndication = SubIndication::FormatFailure;
        signature.explanation = QStringLiteral("the document was changed after signing in a way that is not allowed");
    }
}

} // namespace

Result<PdfVerdict> verifyPdf(QIODevice& file, const VerifyOptions& options, std::stop_token stop)
{
    const Result<pdf::Document> document = pdf::Document::open(file, -1, pdf::Damaged::Repair);
    if (!document)
        return fail(document.error());
    if (const Done open = document->readable(); !open)
        return fail(open.error());
    const std::vector<pdf::Field> fields = pdf::readFields(*document);
    const Result<std::vector<Found>> found = findSignatures(*document, fields);
    if (!found)
        return fail(found.error());
    const auto history = readHistory(*document, file, firstSigned(*found));
    if (!history)
        return fail(history.error());
    PdfVerdict result;
    for (const Found& one : *found) {
        RangeDigest digest(document->source(), one.range, stop);
        const auto digestOf = [&](const QString& algorithm) { return digest(algorithm); };
        SignatureVerdict verdict = judgeSignature(*document, *one.field, one.range, digestOf, options);
        if (digest.error())
            return fail(*digest.error());
        if (document->isRepaired()) {
            // Readers that repair differ in what they show: no more can be said than that the signed bytes are there.
            verdict.coversWholeFile = false;
            verdict.changesAfter = {{0, pdf::ChangeKind::Structure, false, QStringLiteral("damaged cross-reference")}};
        } else if (one.range.problem.isEmpty()) {
            verdict.changesAfter = (*history)->since(one.range.end, rulesOf(*document, one.range.signature, fields));
        }
        result.signatures.push_back(std::move(verdict));
    }
    std::stable_sort(result.signatures.begin(), result.signatures.end(),
                     [](const auto& a, const auto& b) { return a.signedLength < b.signedLength; });
    applyChanges(result);
    return result;
}

} // namespace diakinisi::signing
