#include "signing/validation/judge_path.h"

#include "signing/validation/algorithm_lifetimes.h"

#include <algorithm>
#include <array>

namespace diakinisi::signing {

namespace {

using Status = RevocationFinding::Status;

/// The digest in a certificate's own signature.
QString signatureDigest(const QByteArray& der)
{
    const X509Handle certificate = toX509(der);
    int digest = NID_undef;
    if (!certificate || X509_get_signature_info(certificate.get(), &digest, nullptr, nullptr, nullptr) != 1)
        return {};
    ERR_clear_error();
    switch (digest) {
    case NID_sha1:
        return QStringLiteral("SHA-1");
    case NID_sha224:
        return QStringLiteral("SHA-224");
    case NID_sha256:
        return QStringLiteral("SHA-256");
    case NID_sha384:
        return QStringLiteral("SHA-384");
    case NID_sha512:
        return QStringLiteral("SHA-512");
    default:
        return digest == NID_undef ? QString() : QString::fromLatin1(OBJ_nid2sn(digest)); // Ed25519 has none
    }
}

/// The worst first: what is told where a path fails for several reasons.
constexpr std::array severity{SubIndication::RevokedNoPoe,
                              SubIndication::RevokedCaNoPoe,
                              SubIndication::NotYetValid,
                              SubIndication::OutOfBoundsNoPoe,
                              SubIndication::CryptoConstraintsFailure,
                              SubIndication::CryptoConstraintsFailureNoPoe,
                              SubIndication::NoPoe,
                              SubIndication::TryLater};

std::size_t rank(SubIndication sub)
{
    return static_cast<std::size_t>(std::find(severity.begin(), severity.end(), sub) - severity.begin());
}

/// One walk down a path.
class Slide
{
public:
    Slide(RevocationChecker& revocation, Instant now, Instant best, bool ask)
        : m_revocation(revocation),
          m_control(now),
          m_best(best),
          m_ask(ask)
    {
    }

    PathJudgement walk(std::vector<PathMember> members, const std::vector<QString>& signatureDigests)
    {
        for (std::size_t i = members.size(); i-- > 0;) {
            PathMember& member = members[i];
            m_isFirst = i == 0;
            if (member.isAnchor)
                member.revocation.status = Status::NotNeeded;
            else
                checkRevocation(member, members[i + 1].der);
            if (!member.isAnchor || m_isFirst)
                checkValidity(member.facts);
            checkAlgorithms(member, signatureDigests[i]);
        }
        m_judgement.members = std::move(members);
        m_judgement.trusted = m_revoked ? Trusted::No : Trusted::Yes;
        return std::move(m_judgement);
    }

private:
    /// Trust can be said for moments up to `to` only.
    void slide(Instant to, SubIndication why, const QString& explanation)
    {
        m_control = std::min(m_control, to);
        if (m_best <= to)
            return;
        if (m_judgement.subIndication != SubIndication::None && rank(m_judgement.subIndication) <= rank(why))
            return;
        m_judgement.subIndication = why;
        m_judgement.explanation = explanation;
        m_judgement.failedSince = m_isFirst ? std::optional(to) : std::nullopt;
    }

    void checkRevocation(PathMember& member, const QByteArray& issuer)
    {
        const RevocationStatus status = m_revocation.check(member.der, issuer, m_control, m_ask);
        member.revocation = status.finding;
        const RevocationFinding& finding = status.finding;
        const QString& name = member.facts.commonName;
        if (finding.status == Status::Revoked && finding.revokedAt.value_or(Instant{}) <= m_control) {
            const Instant since = finding.revokedAt.value_or(Instant{});
            m_revoked = m_revoked || m_best > since;
            slide(since, m_isFirst ? SubIndication::RevokedNoPoe : SubIndication::RevokedCaNoPoe,
                  QStringLiteral("the certificate of %1 was revoked on %2").arg(name, toIso(since)));
        } else if (finding.status == Status::Good || finding.status == Status::Revoked) {
            if (status.freshUntil)
                slide(*status.freshUntil, SubIndication::TryLater,
                      QStringLiteral("what is known of the revocation of %1 is of %2 and too old")
                          .arg(name, toIso(*finding.thisUpdate)));
        } else if (finding.status == Status::NotOffered) {
            m_judgement.remarks +=
                QStringLiteral("the issuer of %1 names no place where revocation could be asked for").arg(name);
        } else if (finding.status == Status::Unknown) {
            slide(Instant{-1}, status.unproven ? SubIndication::NoPoe : SubIndication::TryLater,
                  QStringLiteral("revocation of %1 could not be checked: %2").arg(name, finding.reason));
        }
    }

    void checkValidity(const CertificateFacts& facts)
    {
        if (m_best < facts.notBefore && rank(SubIndication::NotYetValid) < rank(m_judgement.subIndication)) {
            m_judgement.subIndication = SubIndication::NotYetValid;
            m_judgement.explanation =
                QStringLiteral("the certificate of %1 begins on %2").arg(facts.commonName, toIso(facts.notBefore));
        }
        slide(facts.notAfter, SubIndication::OutOfBoundsNoPoe,
              QStringLiteral("the certificate of %1 ended on %2").arg(facts.commonName, toIso(facts.notAfter)));
    }

    void checkAlgorithms(const PathMember& member, const QString& signatureDigest)
    {
        QStringList names{member.facts.key};
        if (!member.isAnchor)
            names += signatureDigest;
        for (const QString& name : names) {
            const std::optional<Instant> until = name.isEmpty() ? std::nullopt : reliableUntil(name);
            if (!until)
                continue;
            m_judgement.weak.push_back({QStringLiteral("certificate ") + member.facts.commonName, name, until});
            slide(*until,
                  member.facts.notBefore > *until ? SubIndication::CryptoConstraintsFailure
                                                  : SubIndication::CryptoConstraintsFailureNoPoe,
                  QStringLiteral("%1 in the certificate of %2 is not reliable any more")
                      .arg(name, member.facts.commonName));
        }
    }

    RevocationChecker& m_revocation;
    Instant m_control;
    Instant m_best;
    bool m_ask;
    bool m_isFirst = false;
    bool m_revoked = false;
    PathJudgement m_judgement;
};

/// A fault that an answer from the network could mend.
bool wantsNetwork(SubIndication sub)
{
    return sub == SubIndication::TryLater || sub == SubIndication::NoPoe;
}

bool isBetter(const PathJudgement& a, const PathJudgement& b)
{
    const auto order = [](const PathJudgement& judgement) {
        return judgement.subIndication == SubIndication::None ? severity.size() + 1 : rank(judgement.subIndication);
    };
    return order(a) > order(b);
}

} // namespace

const PathJudge::Read& PathJudge::read(const CertificatePath& path, PathUse use)
{
    const auto [at, isNew] = m_read.try_emplace({path, use});
    Read& read = at->second;
    if (!isNew)
        return read;
    read.fault = checkConstraints(path, use);
    for (const QByteArray& der : path) {
        const Result<CertificateFacts> facts = readCertificate(der);
        const bool isAnchor = read.members.size() + 1 == path.size();
        read.members.push_back({facts ? *facts : CertificateFacts{}, der, isAnchor, {}});
        read.signatureDigests.push_back(signatureDigest(der));
    }
    return read;
}

PathJudgement PathJudge::judgeOne(const CertificatePath& path, PathUse use, Instant best, bool ask)
{
    const Read& known = read(path, use);
    PathJudgement judgement = Slide(m_revocation, m_now, best, ask).walk(known.members, known.signatureDigests);
    if (known.fault.subIndication == SubIndication::None)
        return judgement;
    judgement.trusted = Trusted::No;
    judgement.subIndication = known.fault.subIndication;
    judgement.explanation = known.fault.explanation;
    return judgement;
}

PathJudgement PathJudge::judge(const QByteArray& certificate, const QList<QByteArray>& others, PathUse use,
                               Instant best)
{
    std::optional<PathJudgement> found;
    for (const CertificatePath& path : m_finder.find(certificate, others)) {
        PathJudgement judgement = judgeOne(path, use, best, false);
        if (wantsNetwork(judgement.subIndication))
            judgement = judgeOne(path, use, best, true);
        if (!found || isBetter(judgement, *found))
            found = std::move(judgement);
        if (found->subIndication == SubIndication::None)
            break;
    }
    if (found)
        return std::move(*found);
    PathJudgement none;
    none.trusted = m_finder.hasAnchors() ? Trusted::No : Trusted::Unknown;
    none.subIndication = SubIndication::NoCertificateChainFound;
    none.explanation = m_finder.hasAnchors() ? QStringLiteral("no chain leads to one of the trust anchors")
                                             : QStringLiteral("no trust anchors were given");
    return none;
}

} // namespace diakinisi::signing
