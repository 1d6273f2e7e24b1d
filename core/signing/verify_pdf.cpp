#include "signing/verify_pdf.h"

#include "signing/judge_signature.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::size_t mostSignatures = 500;

/// Changes that the signature does not allow make it worth nothing as a statement about what is shown now.
void applyChanges(SignatureVerdict& verdict)
{
    if (!verdict.changedUnlawfully() || verdict.indication == Indication::TotalFailed)
        return;
    verdict.indication = Indication::TotalFailed;
    verdict.subIndication = SubIndication::FormatFailure;
    verdict.explanation = QStringLiteral("the document was changed after signing in a way that is not allowed");
}

} // namespace

Result<PdfVerdict> verifyPdf(QIODevice& file, const VerifyOptions& options, std::stop_token stop)
{
    const Result<pdf::Document> document = pdf::Document::open(file);
    if (!document)
        return fail(document.error());
    if (document->isEncrypted())
        return fail(ErrorCode::PdfEncrypted);
    const std::vector<pdf::Field> fields = pdf::readFields(*document);
    PdfVerdict result;
    for (const pdf::Field& field : fields) {
        if (field.type != "Sig" || document->resolve(field.value).dict().isEmpty())
            continue;
        if (result.signatures.size() >= mostSignatures)
            return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("too many signatures"));
        const SignedRange range = readRange(*document, field);
        RangeDigest digest(document->source(), range, stop);
        const auto digestOf = [&](const QString& algorithm) { return digest(algorithm); };
        SignatureVerdict verdict = judgeSignature(*document, field, range, digestOf, options);
        if (digest.error())
            return fail(*digest.error());
        if (range.problem.isEmpty() && !verdict.coversWholeFile) {
            Result<std::vector<pdf::Change>> changes =
                pdf::compareRevisions(file, range.end, rulesOf(*document, range.signature, fields));
            if (!changes)
                return fail(changes.error());
            verdict.changesAfter = std::move(*changes);
        }
        applyChanges(verdict);
        result.signatures.push_back(std::move(verdict));
    }
    std::stable_sort(result.signatures.begin(), result.signatures.end(),
                     [](const auto& a, const auto& b) { return a.signedLength < b.signedLength; });
    return result;
}

} // namespace diakinisi::signing
