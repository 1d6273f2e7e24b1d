#include "signing/pades/pdf_raising.h"

#include "signing/pades/raising_subjects.h"
#include "signing/pades/security_store.h"

namespace diakinisi::signing {

namespace {

constexpr DigestAlgorithm timestampDigest = DigestAlgorithm::Sha256;
constexpr int mostTries = 2; ///< the second one knows how much room such a token takes

Result<pdf::Document> open(GrowingPdf& pdf)
{
    return pdf::Document::open(pdf.device());
}

Result<ValidationRelatedData> dataFor(const RaisingSubject& subject, LongTermCollector& collector)
{
    if (subject.problem)
        return fail(*subject.problem);
    ValidationRelatedData entry{subject.contents, {}};
    for (const RaisingSubject::Signer& signer : subject.signers) {
        const Result<LongTermData> data = collector.collect(signer.certificate, signer.at, signer.pool);
        if (!data)
            return fail(data.error());
        entry.data.add(*data);
    }
    return entry;
}

} // namespace

Done appendDocumentTimestamp(GrowingPdf& pdf, TimestampAuthorities& authorities, std::stop_token stop)
{
    for (int tries = 0; tries < mostTries; ++tries) {
        const Result<pdf::Document> document = open(pdf);
        if (!document)
            return fail(document.error());
        Result<SignatureUpdate> update = prepareDocumentTimestamp(*document, authorities.tokenRoom());
        if (!update)
            return fail(update.error());
        update->setByteRange(document->length());
        const Result<QByteArray> digest = pdf.digest(timestampDigest, *update, stop);
        if (!digest)
            return fail(digest.error());
        const Result<Timestamp> timestamp = authorities.stamp(timestampDigest, *digest, stop);
        if (!timestamp)
            return fail(timestamp.error());
        if (update->setContents(timestamp->der))
            return pdf.appendChecked(*update, timestampDigest, *digest);
    }
    return fail(ErrorCode::TimestampUnavailable, {}, QStringLiteral("the token is too large"));
}

Done appendLongTermData(GrowingPdf& pdf, const Authorities& authorities, const QString& field, Instant now,
                        std::stop_token stop)
{
    const Result<pdf::Document> document = open(pdf);
    if (!document)
        return fail(document.error());
    const Result<std::vector<RaisingSubject>> subjects = readSubjects(*document, now);
    if (!subjects)
        return fail(subjects.error());
    const LongTermData held = readSecurityStore(*document);
    LongTermCollector collector(*authorities.revocation, held, authorities.anchors, std::move(stop));
    std::vector<ValidationRelatedData> entries;
    for (const RaisingSubject& subject : *subjects) {
        Result<ValidationRelatedData> entry = dataFor(subject, collector);
        const bool needed = field.isEmpty() || field == subject.field;
        if (!entry && (needed || entry.error().code == ErrorCode::Cancelled))
            return fail(entry.error());
        if (entry)
            entries.push_back(std::move(*entry));
    }
    pdf::IncrementalUpdate update(*document);
    if (addToSecurityStore(update, entries))
        pdf.append(update.section().bytes);
    return {};
}

} // namespace diakinisi::signing
