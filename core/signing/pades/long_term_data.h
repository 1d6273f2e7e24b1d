#pragma once
#include "base/time.h"
#include "signing/authorities/revocation_source.h"

namespace diakinisi::signing {

/// What is kept beside signatures so that they can be judged when the authorities are gone; each once, all DER.
struct LongTermData {
    QList<QByteArray> certificates;
    QList<QByteArray> ocsps; ///< whole OCSPResponses
    QList<QByteArray> crls;

    bool isEmpty() const { return certificates.isEmpty() && ocsps.isEmpty() && crls.isEmpty(); }
    /// Takes over what is not there yet.
    void add(const LongTermData& other);
};

/// Collects for signers' certificates the chain and one revocation answer for each certificate in it, also for
/// delegated OCSP responders. A chain ends at an anchor or at a self-signed certificate.
class LongTermCollector
{
public:
    /// `held` is what the file has already: an answer in it is used when it says enough about the moment wanted.
    /// The source must outlive this.
    LongTermCollector(RevocationSource& source, LongTermData held, QList<QByteArray> anchors, std::stop_token stop)
        : m_source(source),
          m_held(std::move(held)),
          m_anchors(std::move(anchors)),
          m_stop(std::move(stop))
    {
    }

    /// For a certificate that signed at `at`; `pool` came along with the signature. RevocationUnavailable when
    /// something cannot be had, CertificateRevoked when it was revoked before or at `at`, Cancelled.
    Result<LongTermData> collect(const QByteArray& certificate, Instant at, const QList<QByteArray>& pool);

private:
    struct Collected;
    Done chain(const QByteArray& certificate, Instant at, const QList<QByteArray>& pool, Collected& into);
    Result<QByteArray> issuerOf(const QByteArray& certificate, const QList<QByteArray>& pool);
    Done prove(const QByteArray& certificate, const QByteArray& issuer, Instant at, Collected& into);
    Result<bool> byOcsp(const QByteArray& response, const QByteArray& certificate, const QByteArray& issuer, Instant at,
                        Collected& into);
    Result<bool> byCrl(const QByteArray& crl, const QByteArray& certificate, const QByteArray& issuer, Instant at,
                       Collected& into);

    RevocationSource& m_source;
    LongTermData m_held;
    QList<QByteArray> m_anchors;
    std::stop_token m_stop;
};

} // namespace diakinisi::signing
