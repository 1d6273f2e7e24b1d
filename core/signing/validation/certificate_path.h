#pragma once
#include "signing/openssl_handles.h"
#include "signing/validation/signature_verdict.h"

#include <map>
#include <memory>
#include <stop_token>
#include <vector>

namespace diakinisi::signing {

class RevocationSource;

/// DER certificates: the one asked about first, an anchor last. One alone when it is an anchor itself.
using CertificatePath = std::vector<QByteArray>;

enum class PathUse { Signature, Timestamp };

/// Finds every path from a certificate to an anchor, through what came along and, where that is not enough, what the
/// network gives; at most 10 certificates long, 16 paths, 256 checked signatures. Remembers what it found, since the
/// signatures of one file mostly share their certificates. One thread at a time.
class PathFinder
{
public:
    PathFinder(const QList<QByteArray>& anchors, RevocationSource* source, std::stop_token stop);
    ~PathFinder();
    PathFinder(const PathFinder&) = delete;
    PathFinder& operator=(const PathFinder&) = delete;

    /// The shortest first; stays in place as long as this does.
    const std::vector<CertificatePath>& find(const QByteArray& certificate, const QList<QByteArray>& others);
    bool hasAnchors() const { return !m_anchors.empty(); }

private:
    class Search;
    struct Known {
        X509Handle certificate;
        QByteArray der;
    };
    bool isAnchor(const QByteArray& der) const;

    std::vector<Known> m_anchors;
    std::map<std::pair<QByteArray, QList<QByteArray>>, std::vector<CertificatePath>> m_found;
    RevocationSource* m_source;
    std::stop_token m_stop;
};

struct PathFault {
    SubIndication subIndication = SubIndication::None;
    QString explanation;
};

/// All of RFC 5280, 6.1 but time and revocation: signatures, names, basic constraints, lengths, key usage, name
/// constraints, policies, critical extensions; and that the first certificate is meant for such a use. No fault: None.
PathFault checkConstraints(const CertificatePath& path, PathUse use);

} // namespace diakinisi::signing
