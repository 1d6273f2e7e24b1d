#pragma once
#include "signing/validation/certificate_path.h"
#include "signing/validation/revocation_check.h"

#include <map>

namespace diakinisi::signing {

/// What a path from a certificate to an anchor is worth for something that is proven to have been there at `best`.
struct PathJudgement {
    Trusted trusted = Trusted::Unknown; ///< No: none was found, it breaks a rule, or a certificate was revoked before
    SubIndication subIndication = SubIndication::None; ///< None: it holds
    QString explanation;
    std::optional<Instant>
        failedSince; ///< when the certificate ended or was revoked; for comparing with content stamps
    std::vector<PathMember> members;
    std::vector<WeakAlgorithm> weak;
    QStringList remarks;
};

/// Judges paths by sliding the validation time (ETSI EN 319 102-1, 5.2.6 and 5.6.2): from the anchor down, the moment
/// for which trust can be said moves from now back to each end of a certificate or an algorithm, each revocation, and
/// the last moment that an answer speaks about. The path holds for what is proven to be older than where that ends.
class PathJudge
{
public:
    PathJudge(PathFinder& finder, RevocationChecker& revocation, Instant now)
        : m_finder(finder),
          m_revocation(revocation),
          m_now(now)
    {
    }

    /// Tries every path and gives the best. `others` came along with the certificate.
    PathJudgement judge(const QByteArray& certificate, const QList<QByteArray>& others, PathUse use, Instant best);

private:
    /// What a path is whatever the moment.
    struct Read {
        PathFault fault;
        std::vector<PathMember> members;       ///< revocation not yet looked at
        std::vector<QString> signatureDigests; ///< of each member
    };
    const Read& read(const CertificatePath& path, PathUse use);
    PathJudgement judgeOne(const CertificatePath& path, PathUse use, Instant best, bool ask);

    PathFinder& m_finder;
    RevocationChecker& m_revocation;
    Instant m_now;
    std::map<std::pair<CertificatePath, PathUse>, Read> m_read;
};

} // namespace diakinisi::signing
