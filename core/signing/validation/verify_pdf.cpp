#include "signing/validation/verify_pdf.h"

#include "pdf/change_history.h"
#include "signing/cms/timestamp_token.h"
#include "signing/validation/change_rules.h"
#include "signing/validation/file_digests.h"
#include "signing/validation/judge_trust.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <memory>

namespace diakinisi::signing {

namespace {

constexpr std::size_t mostSignatures = 500;

/// A signature field with what belongs to it while it is judged. Never moved: the digest keeps the range's address.
struct Found {
    Found(const pdf::Document& document, const pdf::Field& own, FileDigests& digests)
        : field(&own),
          range(readRange(document, own)),
          digest(digests, range),
          digestOf([this](const QString& algorithm) { return digest(algorithm); })
    {
    }
    Found(const Found&) = delete;
    Found& operator=(const Found&) = delete;

    const pdf::Field* field;
    SignedRange range;
    RangeDigest digest;
    DigestOfRange digestOf;
    Examined examined;
};

using AllFound = std::vector<std::unique_ptr<Found>>;

Result<AllFound> findSignatures(const pdf::Document& document, const std::vector<pdf::Field>& fields,
                                FileDigests& digests)
{
    AllFound found;
    for (const pdf::Field& field : fields) {
        if (field.type != "Sig" || document.resolve(field.value).dict().isEmpty())
            continue;
        if (found.size() >= mostSignatures)
            return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("too many signatures"));
        found.push_back(std::make_unique<Found>(document, field, digests));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a->range.end < b->range.end; });
    return found;
}

/// What the first sound signature covers; all savings after it are compared, once for all signatures.
std::int64_t firstSigned(const AllFound& found)
{
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    for (const auto& one : found)
        if (one->range.problem.isEmpty())
            first = std::min(first, one->range.end);
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
    for (SignatureVerdict& signature : verdict.signatures)
        if (signature.changedUnlawfully() && signature.indication != Indication::TotalFailed)
            decide(signature, SubIndication::FormatFailure,
                   QStringLiteral("the document was changed after signing in a way that is not allowed"));
}

Done examineAll(const pdf::Document& document, const AllFound& found, const QList<QByteArray>& others)
{
    for (const auto& one : found) {
        one->examined = examineSignature(document, *one->field, one->range, one->digestOf, others);
        if (one->digest.error())
            return fail(*one->digest.error());
    }
    return {};
}

/// Adds what the signatures carry to what the security store has.
void addCarried(Evidence& evidence, const AllFound& found, Instant now)
{
    for (const auto& one : found) {
        const CmsFinding& cms = one->examined.cms;
        for (const QByteArray& certificate : cms.certificates)
            if (!evidence.certificates.contains(certificate))
                evidence.certificates += certificate;
        for (const QByteArray& der : cms.ocsps)
            evidence.ocsps.push_back({der, EvidenceOrigin::Signature, now, one->range.end});
        for (const QByteArray& der : cms.crls)
            evidence.crls.push_back({der, EvidenceOrigin::Signature, now, one->range.end});
        for (const QList<QByteArray>* tokens : {&cms.timestamps, &cms.contentTimestamps})
            for (const QByteArray& der : *tokens)
                if (const Result<TimestampToken> token = readTimestampToken(der))
                    evidence.certificates += token->certificates;
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
    FileDigests digests(document->source(), stop);
    const Result<AllFound> found = findSignatures(*document, fields, digests);
    if (!found)
        return fail(found.error());
    const auto history = readHistory(*document, file, firstSigned(*found));
    if (!history)
        return fail(history.error());
    Evidence evidence = readSecurityStore(*document, options.at);
    if (const Done done = examineAll(*document, *found, options.anchors + evidence.certificates); !done)
        return fail(done.error());
    addCarried(evidence, *found, options.at);
    TrustJudge trust(options, std::move(evidence), stop);
    PdfVerdict result{{}, options.at};
    // The outermost first: it proves the age of the rest.
    for (auto one = found->rbegin(); one != found->rend(); ++one) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const SignedRange& range = (*one)->range;
        trust.judge((*one)->examined, (*one)->digestOf);
        SignatureVerdict& verdict = (*one)->examined.verdict;
        if (document->isRepaired()) {
            // Readers that repair differ in what they show: no more can be said than that the signed bytes are there.
            verdict.coversWholeFile = false;
            verdict.changesAfter = {{0, pdf::ChangeKind::Structure, false, QStringLiteral("damaged cross-reference")}};
        } else if (range.problem.isEmpty()) {
            verdict.changesAfter = (*history)->since(range.end, rulesOf(*document, *(*one)->field, fields));
        }
        result.signatures.insert(result.signatures.begin(), std::move(verdict));
    }
    applyChanges(result);
    return result;
}

} // namespace diakinisi::signing
