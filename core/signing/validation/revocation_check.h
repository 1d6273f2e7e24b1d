#pragma once
#include "signing/validation/evidence.h"

#include <map>
#include <stop_token>

namespace diakinisi::signing {

class RevocationSource;

/// What is known of one certificate's revocation at a moment, and until when that may be relied on.
struct RevocationStatus {
    RevocationFinding finding;
    std::optional<Instant> freshUntil; ///< of Good: the last moment about which it speaks; none: for ever
    bool unproven = false;             ///< there is an answer, but none proven to be old enough
};

/// Chooses among the answers at hand; `evidence` outlives this, keeps its items, and may only gain proof of their age.
/// An answer must be signed by the certificate's issuer or by a responder that the
/// issuer entitled, and is about moments up to its nextUpdate (a day from thisUpdate where it names none); a good
/// answer given after the certificate's end says nothing, since lists may drop what has expired.
class RevocationChecker
{
public:
    RevocationChecker(const Evidence& evidence, RevocationSource* source, Instant now, std::stop_token stop)
        : m_evidence(evidence),
          m_source(source),
          m_now(now),
          m_stop(std::move(stop))
    {
    }

    /// As known at `control`; asks the network only when told to.
    RevocationStatus check(const QByteArray& certificate, const QByteArray& issuer, Instant control, bool ask);

    /// The file itself carries an answer about the certificate.
    bool isCarried(const QByteArray& certificate, const QByteArray& issuer);

private:
    struct Answer {
        RevocationFinding finding;
        Instant freshUntil;
        const EvidenceItem* item = nullptr; ///< none: fetched now
    };
    struct Known {
        bool needsNone = false;      ///< the certificate says so itself
        bool namesNoPlace = false;   ///< where revocation could be asked for
        std::optional<Instant> ends; ///< the certificate's notAfter
        std::vector<Answer> answers;
        bool asked = false;
        QString problem; ///< of asking
    };
    Known& known(const QByteArray& certificate, const QByteArray& issuer);
    void ask(Known& known, const QByteArray& certificate, const QByteArray& issuer);

    const Evidence& m_evidence;
    RevocationSource* m_source;
    Instant m_now;
    std::stop_token m_stop;
    std::map<std::pair<QByteArray, QByteArray>, Known> m_known;
};

} // namespace diakinisi::signing
