#include "signing/validation/judge_trust.h"

#include "signing/cms/certificate_bag.h"
#include "signing/cms/timestamp_token.h"
#include "signing/validation/algorithm_lifetimes.h"
#include "signing/validation/qualification.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t clockTolerance = 5LL * 60 * 1000;

QList<QByteArray> anchorsOf(const VerifyOptions& options)
{
    QList<QByteArray> anchors = options.anchors;
    for (const TrustService& service : options.services)
        for (const QByteArray& certificate : service.certificates)
            if (service.type != TrustService::Type::Other && !anchors.contains(certificate))
                anchors += certificate;
    return anchors;
}

Evidence withGiven(Evidence evidence, const VerifyOptions& options)
{
    for (const QByteArray& crl : options.crls)
        evidence.crls.push_back({crl, EvidenceOrigin::Given, options.at, -1});
    return evidence;
}

void decideToken(TimestampVerdict& verdict, SubIndication subIndication, const QString& explanation)
{
    verdict.indication = indicationOf(subIndication);
    verdict.subIndication = subIndication;
    verdict.explanation = explanation;
}

TimestampVerdict documentTimestamp(const SignatureVerdict& of)
{
    TimestampVerdict verdict;
    verdict.kind = TimestampVerdict::Kind::Document;
    verdict.time = of.signingTime;
    verdict.authority = of.signer;
    verdict.digest = of.digest;
    verdict.intact = of.intact;
    verdict.trusted = of.trusted;
    verdict.qualification = of.qualification;
    return verdict;
}

} // namespace

TrustJudge::TrustJudge(const VerifyOptions& options, Evidence evidence, std::stop_token stop)
    : m_options(options),
      m_evidence(withGiven(std::move(evidence), options)),
      m_finder(anchorsOf(options), options.source, stop),
      m_revocation(m_evidence, options.source, options.at, stop),
      m_paths(m_finder, m_revocation, options.at)
{
}

Instant TrustJudge::existedAt(std::int64_t end) const
{
    Instant earliest = m_options.at;
    for (const Proof& proof : m_proofs)
        if (proof.length > end)
            earliest = std::min(earliest, *proof.timestamp.time);
    return earliest;
}

void TrustJudge::takePath(SignatureVerdict& verdict, PathJudgement path)
{
    verdict.trusted = path.trusted;
    verdict.path = std::move(path.members);
    verdict.weak = std::move(path.weak);
    verdict.remarks += path.remarks;
    if (!verdict.path.empty())
        verdict.revocation = verdict.path.front().revocation;
    if (verdict.subIndication == SubIndication::None && path.subIndication != SubIndication::None)
        decide(verdict, path.subIndication, path.explanation);
}

/// Digest and key of the signature itself (5.2.8).
void TrustJudge::judgeAlgorithms(SignatureVerdict& verdict, Instant best)
{
    const std::optional<Instant> until = reliableUntil(verdict.digest);
    if (!until)
        return;
    verdict.weak.insert(verdict.weak.begin(), {QStringLiteral("signature"), verdict.digest, until});
    const bool mayGiveWay = verdict.subIndication == SubIndication::None ||
                            verdict.subIndication == SubIndication::TryLater ||
                            verdict.subIndication == SubIndication::NoPoe;
    if (best <= *until || !mayGiveWay)
        return;
    const bool madeAfter = verdict.signingTime.value_or(best) > *until;
    decide(verdict, madeAfter ? SubIndication::CryptoConstraintsFailure : SubIndication::CryptoConstraintsFailureNoPoe,
           QStringLiteral("%1 is not reliable since %2").arg(verdict.digest, toIso(*until)));
}

void TrustJudge::judgeTimestamp(Examined& signature)
{
    SignatureVerdict& verdict = signature.verdict;
    const Instant existed = existedAt(verdict.signedLength);
    if (!signature.cms.certificate.isEmpty())
        takePath(verdict,
                 m_paths.judge(signature.cms.certificate, m_evidence.certificates, PathUse::Timestamp, existed));
    judgeAlgorithms(verdict, existed);
    const Instant time = verdict.signingTime.value_or(Instant{});
    verdict.bestTime = existed;
    if (verdict.signer)
        verdict.qualification =
            judgeQualification(signature.cms.certificate, verdict.path, m_options.services, PathUse::Timestamp, time);
    if (verdict.subIndication == SubIndication::None && time > existed + clockTolerance)
        decide(verdict, SubIndication::TimestampOrderFailure,
               QStringLiteral("the timestamp is later than one that covers it"));
    if (verdict.subIndication == SubIndication::None && verdict.signer &&
        (time < verdict.signer->notBefore || time > verdict.signer->notAfter))
        decide(verdict, SubIndication::ChainConstraintsFailure,
               QStringLiteral("the authority's certificate was not in force at the time that it stamped"));
    if (verdict.subIndication != SubIndication::None)
        return;
    verdict.indication = Indication::TotalPassed;
    m_proofs.push_back({verdict.signedLength, documentTimestamp(verdict)});
    m_proofs.back().timestamp.indication = Indication::TotalPassed;
    prove(m_evidence, verdict.signedLength, time);
}

TimestampVerdict TrustJudge::judgeToken(const QByteArray& der, const QByteArray& imprinted,
                                        const DigestOfRange* digestOfRange, Instant existed)
{
    TimestampVerdict verdict;
    verdict.kind = digestOfRange ? TimestampVerdict::Kind::Content : TimestampVerdict::Kind::Signature;
    const Result<TimestampToken> token = readTimestampToken(der);
    if (!token) {
        decideToken(verdict, SubIndication::FormatFailure, token.error().cause);
        verdict.intact = false;
        return verdict;
    }
    verdict.time = token->time;
    verdict.digest = token->digest;
    const bool stamps =
        digestOfRange ? (*digestOfRange)(token->imprintDigest) == token->imprint : token->stamps(imprinted);
    QList<QByteArray> pool = m_evidence.certificates;
    pool += token->certificates;
    if (const Result<CertificateFacts> authority = readCertificate(token->certificate))
        verdict.authority = *authority;
    if (token->certificate.isEmpty()) {
        decideToken(verdict, SubIndication::NoSigningCertificateFound,
                    QStringLiteral("the authority's certificate is not in the timestamp"));
        return verdict;
    }
    verdict.intact = stamps && token->signatureHolds;
    PathJudgement path = m_paths.judge(token->certificate, pool, PathUse::Timestamp, existed);
    verdict.trusted = path.trusted;
    verdict.qualification =
        judgeQualification(token->certificate, path.members, m_options.services, PathUse::Timestamp, token->time);
    if (!stamps)
        decideToken(verdict, SubIndication::HashFailure, QStringLiteral("the timestamp is about something else"));
    else if (!token->signatureHolds)
        decideToken(verdict, SubIndication::SigCryptoFailure,
                    QStringLiteral("the timestamp's signature does not hold"));
    else if (!token->namesCertificate)
        decideToken(verdict, SubIndication::NoSigningCertificateFound,
                    QStringLiteral("the timestamp does not name its authority's certificate"));
    else if (!token->mayTimestamp || !token->certificateWasInForce)
        decideToken(verdict, SubIndication::ChainConstraintsFailure,
                    QStringLiteral("the certificate is not one that may stamp the time then"));
    else
        decideToken(verdict, path.subIndication, path.explanation);
    return verdict;
}

void TrustJudge::findLevel(SignatureVerdict& verdict, const CmsFinding& cms)
{
    if (verdict.level != u"B-B")
        return;
    const auto covers = [&](std::int64_t end) {
        return std::any_of(m_proofs.begin(), m_proofs.end(), [&](const Proof& p) { return p.length > end; });
    };
    const bool stamped =
        std::any_of(verdict.timestamps.begin(), verdict.timestamps.end(), [](const TimestampVerdict& t) {
            return t.kind != TimestampVerdict::Kind::Content && t.intact.value_or(false);
        });
    if (!stamped)
        return;
    verdict.level = QStringLiteral("B-T");
    bool carried = false;
    for (const QByteArray& issuer : m_evidence.certificates)
        carried = carried || (isIssuedBy(cms.certificate, issuer) && m_revocation.isCarried(cms.certificate, issuer));
    if (!carried)
        return;
    verdict.level = QStringLiteral("B-LT");
    std::int64_t stored = -1;
    for (const auto* items : {&m_evidence.ocsps, &m_evidence.crls})
        for (const EvidenceItem& item : *items)
            if (item.origin == EvidenceOrigin::Dss && (stored < 0 || item.end < stored))
                stored = item.end;
    if (stored >= 0 && covers(stored))
        verdict.level = QStringLiteral("B-LTA");
}

void TrustJudge::judgeSigner(Examined& signature, const DigestOfRange& digestOfRange)
{
    SignatureVerdict& verdict = signature.verdict;
    const CmsFinding& cms = signature.cms;
    const Instant existed = existedAt(verdict.signedLength);
    Instant best = existed;
    verdict.bestTimeFrom = existed < m_options.at ? TimeSource::DocumentTimestamp : TimeSource::ValidationTime;
    bool inOrder = true;
    Instant notBefore{-1};
    for (const QByteArray& token : cms.contentTimestamps) {
        verdict.timestamps.push_back(judgeToken(token, {}, &digestOfRange, existed));
        if (verdict.timestamps.back().indication == Indication::TotalPassed)
            notBefore = std::max(notBefore, *verdict.timestamps.back().time);
    }
    for (const QByteArray& token : cms.timestamps) {
        verdict.timestamps.push_back(judgeToken(token, cms.value, nullptr, existed));
        const TimestampVerdict& stamp = verdict.timestamps.back();
        if (stamp.indication != Indication::TotalPassed)
            continue;
        inOrder = inOrder && *stamp.time <= existed + clockTolerance && notBefore <= *stamp.time + clockTolerance;
        if (*stamp.time < best) {
            best = *stamp.time;
            verdict.bestTimeFrom = TimeSource::SignatureTimestamp;
        }
    }
    for (const Proof& proof : m_proofs)
        if (proof.length > verdict.signedLength)
            verdict.timestamps.push_back(proof.timestamp);
    verdict.bestTime = best;
    PathJudgement path = m_paths.judge(cms.certificate, m_evidence.certificates, PathUse::Signature, best);
    if (path.failedSince && notBefore > *path.failedSince) { // proven to be made after (5.3.4)
        if (path.subIndication == SubIndication::RevokedNoPoe)
            path.subIndication = SubIndication::Revoked;
        if (path.subIndication == SubIndication::OutOfBoundsNoPoe)
            path.subIndication = SubIndication::Expired;
    }
    takePath(verdict, std::move(path));
    judgeAlgorithms(verdict, best);
    if (verdict.subIndication == SubIndication::None && !inOrder)
        decide(verdict, SubIndication::TimestampOrderFailure,
               QStringLiteral("the timestamps are not in the order of what they cover"));
    if (verdict.signingTime && *verdict.signingTime > best + clockTolerance)
        verdict.remarks += QStringLiteral("the claimed signing time is later than the proven one");
    verdict.qualification =
        judgeQualification(cms.certificate, verdict.path, m_options.services, PathUse::Signature, best);
    findLevel(verdict, cms);
    if (verdict.subIndication == SubIndication::None)
        verdict.indication = Indication::TotalPassed;
}

void TrustJudge::judge(Examined& signature, const DigestOfRange& digestOfRange)
{
    if (signature.verdict.kind == SignatureKind::Timestamp)
        judgeTimestamp(signature);
    else if (!signature.cms.certificate.isEmpty())
        judgeSigner(signature, digestOfRange);
}

} // namespace diakinisi::signing
