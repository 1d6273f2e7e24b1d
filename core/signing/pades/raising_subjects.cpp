#include "signing/pades/raising_subjects.h"

#include "signing/cms/cms_check.h"
#include "signing/cms/timestamp_token.h"
#include "signing/openssl_handles.h"
#include "signing/validation/file_digests.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::size_t mostSignatures = 500;

/// The signature timestamps of the one signer (EN 319 122-1, 5.3), as they stand.
QList<QByteArray> signatureTimestamps(const QByteArray& der, QByteArray& value)
{
    const auto* in = reinterpret_cast<const unsigned char*>(der.constData());
    const CmsHandle cms(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(der.size())));
    STACK_OF(CMS_SignerInfo)* signers = cms ? CMS_get0_SignerInfos(cms.get()) : nullptr;
    QList<QByteArray> tokens;
    if (sk_CMS_SignerInfo_num(signers) != 1)
        return tokens;
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    const ASN1_OCTET_STRING* signature = CMS_SignerInfo_get0_signature(signer);
    value = QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(signature)), ASN1_STRING_length(signature));
    int at = -1;
    while ((at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, at)) >= 0 && tokens.size() < 8) {
        X509_ATTRIBUTE* attribute = CMS_unsigned_get_attr(signer, at);
        const ASN1_TYPE* token = X509_ATTRIBUTE_get0_type(attribute, 0);
        if (token && token->type == V_ASN1_SEQUENCE)
            tokens += QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(token->value.sequence)),
                                 ASN1_STRING_length(token->value.sequence));
    }
    ERR_clear_error();
    return tokens;
}

void addTimestamp(RaisingSubject& subject, const TimestampToken& token)
{
    subject.time = subject.time ? std::min(*subject.time, token.time) : token.time;
    subject.signers.push_back({token.certificate, token.time, token.certificates});
}

Result<RaisingSubject> readSubject(const pdf::Document& document, const pdf::Field& field, FileDigests& digests)
{
    const SignedRange range = readRange(document, field);
    const auto broken = [&](const QString& why) {
        RaisingSubject subject;
        subject.field = field.name;
        subject.end = range.end;
        subject.problem = Error{ErrorCode::SignatureBroken, field.name, why};
        return subject;
    };
    if (!range.problem.isEmpty())
        return broken(range.problem);
    RangeDigest digest(digests, range);
    const CmsFinding found = checkCms(range.contents, [&](const QString& name) { return digest(name); });
    if (digest.error())
        return fail(*digest.error());
    if (!found.readable || !found.digestHolds || !found.valueHolds)
        return broken(found.problem.isEmpty() ? QStringLiteral("it does not hold") : found.problem);
    RaisingSubject subject{field.name, found.isTimestamp, false, {}, range.end, range.contents, {}, {}};
    if (found.isTimestamp) {
        const Result<TimestampToken> token = readTimestampToken(range.contents);
        if (!token || !token->holds())
            return broken(QStringLiteral("no good timestamp"));
        addTimestamp(subject, *token);
        return subject;
    }
    QByteArray value;
    for (const QByteArray& der : signatureTimestamps(range.contents, value))
        if (const Result<TimestampToken> token = readTimestampToken(der);
            token && token->holds() && token->stamps(value)) {
            addTimestamp(subject, *token);
            subject.stamped = true;
        }
    subject.signers.insert(subject.signers.begin(), {found.certificate, {}, found.certificates});
    return subject;
}

/// The earliest proof that the signature was there: its own timestamp, or a document timestamp that covers it.
Instant provedTime(const RaisingSubject& subject, const std::vector<RaisingSubject>& all, Instant now)
{
    Instant best = subject.time.value_or(now);
    for (const RaisingSubject& other : all)
        if (other.timestamp && other.end > subject.end)
            best = std::min(best, other.time.value_or(now));
    return best;
}

} // namespace

Result<std::vector<RaisingSubject>> readSubjects(const pdf::Document& document, Instant now)
{
    std::vector<RaisingSubject> subjects;
    FileDigests digests(document.source(), {});
    for (const pdf::Field& field : pdf::readFields(document)) {
        if (field.type != "Sig" || document.resolve(field.value).dict().isEmpty())
            continue;
        if (subjects.size() >= mostSignatures)
            return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("too many signatures"));
        Result<RaisingSubject> subject = readSubject(document, field, digests);
        if (!subject)
            return fail(subject.error());
        subjects.push_back(std::move(*subject));
    }
    std::ranges::stable_sort(subjects, {}, &RaisingSubject::end);
    for (RaisingSubject& subject : subjects)
        if (!subject.timestamp && !subject.problem)
            subject.signers.front().at = provedTime(subject, subjects, now);
    return subjects;
}

bool allStamped(const std::vector<RaisingSubject>& subjects)
{
    return std::ranges::all_of(subjects, [&](const RaisingSubject& subject) {
        return subject.timestamp || subject.stamped || std::ranges::any_of(subjects, [&](const RaisingSubject& other) {
                   return other.timestamp && other.end > subject.end;
               });
    });
}

} // namespace diakinisi::signing
