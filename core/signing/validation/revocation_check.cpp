#include "signing/validation/revocation_check.h"

#include "signing/authorities/certificate_addresses.h"
#include "signing/authorities/revocation_source.h"
#include "signing/cms/revocation_answer.h"
#include "signing/openssl_handles.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t clockTolerance = 5LL * 60 * 1000;
constexpr std::int64_t unsaidFreshness = 24LL * 3600 * 1000;

using Status = RevocationFinding::Status;
using Source = RevocationFinding::Source;

QString reasonWord(std::optional<int> reason)
{
    static constexpr const char* words[] = {
        "unspecified",   "keyCompromise",        "CACompromise",    "affiliationChanged",
        "superseded",    "cessationOfOperation", "certificateHold", "",
        "removeFromCRL", "privilegeWithdrawn",   "AACompromise"};
    const bool known = reason && *reason >= 0 && *reason < static_cast<int>(std::size(words));
    return known ? QString::fromLatin1(words[*reason]) : QString();
}

/// id-pkix-ocsp-nocheck (RFC 6960, 4.2.2.2.1) or the validity-assured short-term extension (ETSI EN 319 412-1, 5.2.2).
bool needsNoCheck(X509* certificate)
{
    if (X509_get_ext_by_NID(certificate, NID_id_pkix_OCSP_noCheck, -1) >= 0)
        return true;
    ASN1_OBJECT* shortTerm = OBJ_txt2obj("0.4.0.194121.2.1", 1);
    const bool found = X509_get_ext_by_OBJ(certificate, shortTerm, -1) >= 0;
    ASN1_OBJECT_free(shortTerm);
    return found;
}

bool namesNoPlaceToAsk(const QByteArray& der, X509* certificate)
{
    const CertificateAddresses addresses = readAddresses(der);
    return addresses.ocsp.isEmpty() && addresses.crls.isEmpty() &&
           X509_get_ext_by_NID(certificate, NID_crl_distribution_points, -1) < 0;
}

RevocationFinding findingOf(const RevocationAnswer& answer, Source source, EvidenceOrigin origin)
{
    RevocationFinding finding;
    finding.status = answer.state == RevocationState::Revoked ? Status::Revoked
                     : answer.state == RevocationState::Good  ? Status::Good
                                                              : Status::Unknown;
    finding.source = source;
    finding.origin = origin;
    finding.thisUpdate = answer.thisUpdate;
    finding.nextUpdate = answer.nextUpdate;
    finding.producedAt = answer.producedAt;
    finding.revokedAt = answer.revokedAt;
    finding.reason = reasonWord(answer.reason);
    return finding;
}

/// A delegated responder's own certificate must not be on a list of the issuer that is at hand (RFC 6960, 4.2.2.2.1).
bool responderIsRevoked(const RevocationAnswer& answer, const QByteArray& issuer, const Evidence& evidence)
{
    if (!answer.delegated || answer.signerNeedsNoCheck)
        return false;
    return std::any_of(evidence.crls.begin(), evidence.crls.end(), [&](const EvidenceItem& item) {
        const Result<RevocationAnswer> listed = readCrlAnswer(item.der, answer.signer, issuer);
        return listed && listed->state == RevocationState::Revoked;
    });
}

} // namespace

RevocationChecker::Known& RevocationChecker::known(const QByteArray& certificate, const QByteArray& issuer)
{
    const auto [at, isNew] = m_known.try_emplace({certificate, issuer});
    Known& known = at->second;
    if (!isNew)
        return known;
    if (const X509Handle own = toX509(certificate)) {
        known.needsNone = needsNoCheck(own.get());
        known.namesNoPlace = namesNoPlaceToAsk(certificate, own.get());
    }
    if (const Result<CertificateFacts> facts = readCertificate(certificate))
        known.ends = facts->notAfter;
    const auto take = [&](const Result<RevocationAnswer>& answer, Source source, const EvidenceItem& item) {
        if (!answer || answer->thisUpdate > m_now + clockTolerance || responderIsRevoked(*answer, issuer, m_evidence))
            return;
        const Instant until = answer->nextUpdate.value_or(answer->thisUpdate + unsaidFreshness) + clockTolerance;
        known.answers.push_back({findingOf(*answer, source, item.origin), until, &item});
    };
    for (const EvidenceItem& item : m_evidence.ocsps)
        take(readOcspAnswer(item.der, certificate, issuer), Source::Ocsp, item);
    for (const EvidenceItem& item : m_evidence.crls)
        take(readCrlAnswer(item.der, certificate, issuer), Source::Crl, item);
    return known;
}

void RevocationChecker::ask(Known& known, const QByteArray& certificate, const QByteArray& issuer)
{
    if (!m_source || known.asked)
        return;
    known.asked = true;
    const auto take = [&](const Result<QByteArray>& der, Source source) {
        if (!der) {
            if (der.error().code != ErrorCode::NotFound)
                known.problem = der.error().subject + u' ' + der.error().cause;
            return false;
        }
        const Result<RevocationAnswer> answer = source == Source::Ocsp ? readOcspAnswer(*der, certificate, issuer)
                                                                       : readCrlAnswer(*der, certificate, issuer);
        if (!answer || answer->state == RevocationState::Unknown) {
            known.problem = answer ? QStringLiteral("the authority does not know it") : answer.error().cause;
            return false;
        }
        const Instant until = answer->nextUpdate.value_or(answer->thisUpdate + unsaidFreshness) + clockTolerance;
        known.answers.push_back({findingOf(*answer, source, EvidenceOrigin::Fetched), until, nullptr});
        return true;
    };
    if (!take(m_source->ocsp(certificate, issuer, m_stop), Source::Ocsp))
        take(m_source->crl(certificate, issuer, m_stop), Source::Crl);
}

bool RevocationChecker::isCarried(const QByteArray& certificate, const QByteArray& issuer)
{
    const std::vector<Answer>& answers = known(certificate, issuer).answers;
    return std::any_of(answers.begin(), answers.end(), [](const Answer& answer) {
        return answer.item && answer.item->origin != EvidenceOrigin::Given;
    });
}

RevocationStatus RevocationChecker::check(const QByteArray& certificate, const QByteArray& issuer, Instant control,
                                          bool mayAsk)
{
    RevocationStatus status;
    Known& at = known(certificate, issuer);
    if (at.needsNone) {
        status.finding.status = Status::NotNeeded;
        return status;
    }
    if (mayAsk)
        ask(at, certificate, issuer);
    const Answer* best = nullptr;
    for (const Answer& answer : at.answers) {
        const bool revoked = answer.finding.status == Status::Revoked;
        if (answer.finding.status == Status::Unknown || (!revoked && at.ends && *answer.finding.thisUpdate > *at.ends))
            continue;
        if (control < m_now && (!answer.item || answer.item->existed > control)) {
            status.unproven = true;
            continue;
        }
        const bool better =
            !best || (revoked && best->finding.status != Status::Revoked) ||
            (revoked == (best->finding.status == Status::Revoked) && answer.freshUntil > best->freshUntil);
        if (better)
            best = &answer;
    }
    if (best) {
        status.finding = best->finding;
        status.freshUntil = best->freshUntil;
        status.unproven = false;
    } else if (at.answers.empty() && at.namesNoPlace) {
        status.finding.status = Status::NotOffered;
    } else {
        status.finding.reason = status.unproven        ? QStringLiteral("no answer is proven to be old enough")
                                : at.problem.isEmpty() ? QStringLiteral("no usable answer is at hand")
                                                       : at.problem;
    }
    return status;
}

} // namespace diakinisi::signing
