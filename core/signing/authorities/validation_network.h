#pragma once
#include "signing/authorities/http_fetcher.h"
#include "signing/authorities/patient_fetcher.h"
#include "signing/authorities/revocation_fetcher.h"

#include <atomic>

namespace diakinisi::signing {

struct ValidationNetworkRules {
    bool privateAddresses = false;                     ///< missing issuers may be fetched from private networks
    std::optional<std::chrono::milliseconds> patience; ///< for all questions together; none: each has its own time
};

/// The network as validation uses it (ETSI EN 319 102-1). Revocation is asked for only of certificates that lead to an
/// anchor that the caller gave: those who issued them are known, so that their addresses may lie in a private network
/// (an office's own authority). Missing issuers are asked for before anybody vouches for the certificate: only from
/// public addresses, unless the rules say otherwise. Made for one validation; thread-safe. What is given must outlive
/// it.
class ValidationNetwork final : public RevocationSource
{
public:
    ValidationNetwork(RevocationCache& cache, AbsentHosts& absent, const Clock& clock, ValidationNetworkRules rules);

    Result<QByteArray> ocsp(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop) override;
    Result<QByteArray> crl(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop) override;
    Result<QList<QByteArray>> issuers(const QByteArray& certificate, std::stop_token stop) override;

    /// Something that could be asked has had no usable answer: asked later, the verdict may be another one.
    bool hasMissed() const { return m_missed; }

private:
    template <class T>
    Result<T> noted(Result<T> answer);

    HttpFetcher m_anywhere;
    HttpFetcher m_public;
    PatientFetcher m_vouched;
    PatientFetcher m_unknown;
    RevocationFetcher m_answers;
    RevocationFetcher m_issuers;
    std::atomic<bool> m_missed = false;
};

} // namespace diakinisi::signing
