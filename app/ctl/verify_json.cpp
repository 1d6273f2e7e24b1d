#include "ctl/verify_json.h"

#include <QJsonArray>

namespace diakinisi::ctl {

namespace {

using signing::EvidenceOrigin;
using signing::RevocationFinding;

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<Instant>& instant)
{
    return instant ? QJsonValue(toIso(*instant)) : QJsonValue();
}

QJsonValue orNull(const std::optional<bool>& answer)
{
    return answer ? QJsonValue(*answer) : QJsonValue();
}

QJsonArray toJson(const std::vector<pdf::Change>& changes)
{
    QJsonArray list;
    for (const pdf::Change& change : changes)
        list += QJsonObject{{QStringLiteral("revision"), change.revision},
                            {QStringLiteral("what"), pdf::changeWord(change.what)},
                            {QStringLiteral("allowed"), change.allowed},
                            {QStringLiteral("detail"), change.detail}};
    return list;
}

QString statusWord(RevocationFinding::Status status)
{
    switch (status) {
    case RevocationFinding::Status::NotNeeded:
        return QStringLiteral("not-needed");
    case RevocationFinding::Status::NotOffered:
        return QStringLiteral("not-offered");
    case RevocationFinding::Status::Good:
        return QStringLiteral("good");
    case RevocationFinding::Status::Revoked:
        return QStringLiteral("revoked");
    case RevocationFinding::Status::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QJsonValue originWord(EvidenceOrigin origin)
{
    switch (origin) {
    case EvidenceOrigin::Signature:
        return QStringLiteral("signature");
    case EvidenceOrigin::Dss:
        return QStringLiteral("dss");
    case EvidenceOrigin::Given:
        return QStringLiteral("given");
    case EvidenceOrigin::Fetched:
        return QStringLiteral("fetched");
    case EvidenceOrigin::None:
        break;
    }
    return {};
}

QJsonObject toJson(const RevocationFinding& finding)
{
    const QJsonValue source = finding.source == RevocationFinding::Source::Ocsp  ? QStringLiteral("ocsp")
                              : finding.source == RevocationFinding::Source::Crl ? QJsonValue(QStringLiteral("crl"))
                                                                                 : QJsonValue();
    return {{QStringLiteral("status"), statusWord(finding.status)},
            {QStringLiteral("source"), source},
            {QStringLiteral("from"), originWord(finding.origin)},
            {QStringLiteral("this_update"), orNull(finding.thisUpdate)},
            {QStringLiteral("next_update"), orNull(finding.nextUpdate)},
            {QStringLiteral("produced_at"), orNull(finding.producedAt)},
            {QStringLiteral("revoked_at"), orNull(finding.revokedAt)},
            {QStringLiteral("reason"), orNull(finding.reason)}};
}

QJsonArray toJson(const std::vector<signing::PathMember>& path)
{
    QJsonArray list;
    for (const signing::PathMember& member : path)
        list += QJsonObject{{QStringLiteral("subject"), member.facts.subject},
                            {QStringLiteral("issuer"), member.facts.issuer},
                            {QStringLiteral("serial"), member.facts.serial},
                            {QStringLiteral("key"), member.facts.key},
                            {QStringLiteral("sha256"), member.facts.fingerprint.hex()},
                            {QStringLiteral("not_before"), toIso(member.facts.notBefore)},
                            {QStringLiteral("not_after"), toIso(member.facts.notAfter)},
                            {QStringLiteral("anchor"), member.isAnchor},
                            {QStringLiteral("revocation"), toJson(member.revocation)}};
    return list;
}

QJsonObject toJson(const signing::QualificationFinding& finding)
{
    using Type = signing::QualificationFinding::Type;
    const QJsonValue type = finding.type == Type::Signature ? QStringLiteral("esign")
                            : finding.type == Type::Seal    ? QJsonValue(QStringLiteral("eseal"))
                            : finding.type == Type::Website ? QJsonValue(QStringLiteral("web"))
                                                            : QJsonValue();
    return {{QStringLiteral("qualified"), signing::qualifiedWord(finding.qualified)},
            {QStringLiteral("qc_compliance"), finding.compliance},
            {QStringLiteral("qc_sscd"), finding.device},
            {QStringLiteral("qc_type"), type},
            {QStringLiteral("service"), orNull(finding.service)},
            {QStringLiteral("service_status"), orNull(finding.serviceStatus)},
            {QStringLiteral("territory"), orNull(finding.territory)},
            {QStringLiteral("reason"), orNull(finding.reason)}};
}

QJsonArray toJson(const std::vector<signing::TimestampVerdict>& timestamps)
{
    using Kind = signing::TimestampVerdict::Kind;
    QJsonArray list;
    for (const signing::TimestampVerdict& stamp : timestamps)
        list += QJsonObject{
            {QStringLiteral("kind"), stamp.kind == Kind::Signature  ? QStringLiteral("signature")
                                     : stamp.kind == Kind::Document ? QStringLiteral("document")
                                                                    : QStringLiteral("content")},
            {QStringLiteral("time"), orNull(stamp.time)},
            {QStringLiteral("authority"), stamp.authority ? orNull(stamp.authority->subject) : QJsonValue()},
            {QStringLiteral("digest"), orNull(stamp.digest)},
            {QStringLiteral("intact"), orNull(stamp.intact)},
            {QStringLiteral("trusted"), signing::trustedWord(stamp.trusted)},
            {QStringLiteral("qualified"), signing::qualifiedWord(stamp.qualification.qualified)},
            {QStringLiteral("indication"), signing::indicationWord(stamp.indication)},
            {QStringLiteral("sub_indication"), orNull(signing::subIndicationWord(stamp.subIndication))},
            {QStringLiteral("explanation"), orNull(stamp.explanation)}};
    return list;
}

QJsonArray toJson(const std::vector<signing::WeakAlgorithm>& weak)
{
    QJsonArray list;
    for (const signing::WeakAlgorithm& one : weak)
        list += QJsonObject{{QStringLiteral("where"), one.where},
                            {QStringLiteral("name"), one.name},
                            {QStringLiteral("reliable_until"), orNull(one.reliableUntil)}};
    return list;
}

/// The earliest time that somebody else vouches for: a timestamp's own, else what stamps the signature.
QJsonValue timestampTime(const signing::SignatureVerdict& s)
{
    if (s.kind == signing::SignatureKind::Timestamp)
        return orNull(s.signingTime);
    std::optional<Instant> earliest;
    for (const signing::TimestampVerdict& stamp : s.timestamps)
        if (stamp.kind != signing::TimestampVerdict::Kind::Content && stamp.intact.value_or(false) && stamp.time &&
            (!earliest || *stamp.time < *earliest))
            earliest = stamp.time;
    return orNull(earliest);
}

QString timeSourceWord(signing::TimeSource source)
{
    return source == signing::TimeSource::SignatureTimestamp  ? QStringLiteral("signature-timestamp")
           : source == signing::TimeSource::DocumentTimestamp ? QStringLiteral("document-timestamp")
                                                              : QStringLiteral("validation-time");
}

/// What the verdict rests on.
void addEvidence(QJsonObject& object, const signing::SignatureVerdict& s)
{
    object[QStringLiteral("explanation")] = orNull(s.explanation);
    object[QStringLiteral("remarks")] = QJsonArray::fromStringList(s.remarks);
    object[QStringLiteral("algorithm")] = orNull(s.algorithm);
    object[QStringLiteral("best_signature_time")] = orNull(s.bestTime);
    object[QStringLiteral("best_signature_time_from")] = timeSourceWord(s.bestTimeFrom);
    object[QStringLiteral("signed_length")] = static_cast<qint64>(s.signedLength);
    object[QStringLiteral("reason")] = orNull(s.reason);
    object[QStringLiteral("location")] = orNull(s.location);
    object[QStringLiteral("qualification")] = toJson(s.qualification);
    object[QStringLiteral("revocation")] = toJson(s.revocation);
    object[QStringLiteral("path")] = toJson(s.path);
    object[QStringLiteral("timestamps")] = toJson(s.timestamps);
    object[QStringLiteral("weak_algorithms")] = toJson(s.weak);
}

} // namespace

QJsonObject toJson(const signing::SignatureVerdict& s)
{
    const bool timestamp = s.kind == signing::SignatureKind::Timestamp;
    const auto ofSigner = [&](QString signing::CertificateFacts::*member) {
        return s.signer ? orNull((*s.signer).*member) : QJsonValue();
    };
    QJsonObject object{{QStringLiteral("field"), s.field},
                       {QStringLiteral("signer"), ofSigner(&signing::CertificateFacts::subject)},
                       {QStringLiteral("issuer"), ofSigner(&signing::CertificateFacts::issuer)},
                       {QStringLiteral("serial"), ofSigner(&signing::CertificateFacts::serial)},
                       {QStringLiteral("key"), ofSigner(&signing::CertificateFacts::key)},
                       {QStringLiteral("signing_time"), timestamp ? QJsonValue() : orNull(s.signingTime)},
                       {QStringLiteral("timestamp_time"), timestampTime(s)},
                       {QStringLiteral("level"), orNull(s.level)},
                       {QStringLiteral("digest"), orNull(s.digest)},
                       {QStringLiteral("intact"), orNull(s.intact)},
                       {QStringLiteral("trusted"), signing::trustedWord(s.trusted)},
                       {QStringLiteral("indication"), signing::indicationWord(s.indication)},
                       {QStringLiteral("sub_indication"), orNull(signing::subIndicationWord(s.subIndication))},
                       {QStringLiteral("covers_whole_file"), s.coversWholeFile},
                       {QStringLiteral("changes_after"), toJson(s.changesAfter)},
                       {QStringLiteral("kind"), signing::kindWord(s.kind)}};
    addEvidence(object, s);
    return object;
}

} // namespace diakinisi::ctl
