#include "signing/validation/qualification.h"

#include "signing/cms/cms_attributes.h"
#include "signing/der.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

QByteArray statements(X509* certificate)
{
    const int at = X509_get_ext_by_NID(certificate, NID_qcStatements, -1);
    const ASN1_OCTET_STRING* value = at < 0 ? nullptr : X509_EXTENSION_get_data(X509_get_ext(certificate, at));
    return value ? QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value))
                 : QByteArray();
}

void readStatements(const QByteArray& certificate, QualificationFinding& finding)
{
    using Type = QualificationFinding::Type;
    const X509Handle own = toX509(certificate);
    if (!own)
        return;
    for (const QByteArray& statement : derMembers(statements(own.get()))) {
        const QList<QByteArray> parts = derMembers(statement);
        if (parts.isEmpty())
            continue;
        finding.compliance = finding.compliance || parts[0] == der::oid("0.4.0.1862.1.1");
        finding.device = finding.device || parts[0] == der::oid("0.4.0.1862.1.4");
        if (parts[0] != der::oid("0.4.0.1862.1.6") || parts.size() < 2)
            continue;
        const QList<QByteArray> types = derMembers(parts[1]);
        finding.type = types.contains(der::oid("0.4.0.1862.1.6.1"))   ? Type::Signature
                       : types.contains(der::oid("0.4.0.1862.1.6.2")) ? Type::Seal
                       : types.contains(der::oid("0.4.0.1862.1.6.3")) ? Type::Website
                                                                      : Type::None;
    }
}

const TrustService::Period* periodAt(const TrustService& service, Instant time)
{
    const auto found = std::find_if(service.periods.begin(), service.periods.end(),
                                    [&](const TrustService::Period& period) { return period.since <= time; });
    return found == service.periods.end() ? nullptr : &*found;
}

/// Statuses of before eIDAS that meant the same (TS 119 612, annex D).
bool isGranted(const QString& status)
{
    return status == u"granted" || status == u"undersupervision" || status == u"supervisionincessation" ||
           status == u"accredited";
}

bool fits(const TrustService::Period& period, QualificationFinding::Type type)
{
    const bool unsaid = !period.forSignatures && !period.forSeals && !period.forWebsites;
    return unsaid || (type == QualificationFinding::Type::Seal ? period.forSeals : period.forSignatures);
}

void decide(QualificationFinding& finding, Qualified qualified, const char* reason)
{
    finding.qualified = qualified;
    finding.reason = QString::fromLatin1(reason);
}

} // namespace

QualificationFinding judgeQualification(const QByteArray& certificate, const std::vector<PathMember>& path,
                                        const std::vector<TrustService>& services, PathUse use, Instant time)
{
    QualificationFinding finding;
    readStatements(certificate, finding);
    if (use == PathUse::Signature && !finding.compliance) {
        decide(finding, Qualified::No, "the certificate does not say that it is a qualified one");
        return finding;
    }
    if (services.empty()) {
        decide(finding, Qualified::Unknown, "no trusted list was given");
        return finding;
    }
    const auto wanted =
        use == PathUse::Timestamp ? TrustService::Type::QualifiedTimestamping : TrustService::Type::QualifiedCa;
    decide(finding, Qualified::No, "the issuer is on none of the trusted lists");
    for (const PathMember& member : path) {
        for (const TrustService& service : services) {
            const bool listed = service.type == wanted &&
                                std::find(service.certificates.begin(), service.certificates.end(), member.der) !=
                                    service.certificates.end();
            const TrustService::Period* period = listed ? periodAt(service, time) : nullptr;
            if (!period)
                continue;
            finding.service = service.name;
            finding.territory = service.territory;
            finding.serviceStatus = period->status;
            if (!isGranted(period->status)) {
                decide(finding, Qualified::No, "the trust service was not a qualified one at that time");
            } else if (use == PathUse::Signature && !fits(*period, finding.type)) {
                decide(finding, Qualified::No, "the trust service is not qualified for such certificates");
            } else if (use == PathUse::Signature && !finding.device) {
                decide(finding, Qualified::No,
                       "the key is not in a qualified device: an advanced signature with a "
                       "qualified certificate");
            } else {
                decide(finding, Qualified::Yes, "");
                return finding;
            }
        }
    }
    return finding;
}

} // namespace diakinisi::signing
