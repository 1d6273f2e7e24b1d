#pragma once
#include "signing/validation/judge_path.h"
#include "signing/validation/judge_signature.h"

namespace diakinisi::signing {

/// Goes on from what a signature says by itself to whose it is and when it was there (ETSI EN 319 102-1, 5.3, 5.5,
/// 5.6). The signatures of a file are judged from the outermost inward: a document timestamp that holds proves that
/// all it covers was there at its time.
class TrustJudge
{
public:
    /// `evidence`: all that the file carries; what was given beside it is added.
    TrustJudge(const VerifyOptions& options, Evidence evidence, std::stop_token stop);

    /// Fills the rest of the verdict.
    void judge(Examined& signature, const DigestOfRange& digestOfRange);

private:
    struct Proof {
        std::int64_t length = 0; ///< of the file's beginning that it covers
        TimestampVerdict timestamp;
    };

    void judgeTimestamp(Examined& signature);
    void judgeSigner(Examined& signature, const DigestOfRange& digestOfRange);
    TimestampVerdict judgeToken(const QByteArray& token, const QByteArray& imprinted,
                                const DigestOfRange* digestOfRange, Instant existed);
    void takePath(SignatureVerdict& verdict, PathJudgement path);
    void judgeAlgorithms(SignatureVerdict& verdict, Instant best);
    void findLevel(SignatureVerdict& verdict, const CmsFinding& cms);
    Instant existedAt(std::int64_t end) const;

    const VerifyOptions& m_options;
    Evidence m_evidence;
    PathFinder m_finder;
    RevocationChecker m_revocation;
    PathJudge m_paths;
    std::vector<Proof> m_proofs;
};

} // namespace diakinisi::signing
