#pragma once
#include "base/clock.h"
#include "signing/authorities/fetcher.h"
#include "signing/authorities/revocation_cache.h"
#include "signing/authorities/revocation_source.h"

#include <functional>

namespace diakinisi::signing {

/// Revocation answers and issuers from the addresses that the certificates name. Each is fetched once and kept while it
/// is fresh: an OCSP answer up to an hour, a CRL up to its nextUpdate, an issuer for a month. Only what is well signed
/// is kept or given. Thread-safe; the parts given must outlive this.
class RevocationFetcher final : public RevocationSource
{
public:
    RevocationFetcher(Fetcher& fetcher, RevocationCache& cache, const Clock& clock)
        : m_fetcher(fetcher),
          m_cache(cache),
          m_clock(clock)
    {
    }

    Result<QByteArray> ocsp(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop) override;
    Result<QByteArray> crl(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop) override;
    Result<QList<QByteArray>> issuers(const QByteArray& certificate, std::stop_token stop) override;

private:
    /// What one address gives: what is to be kept, and until when; or why it is worth nothing.
    struct Kept {
        QByteArray value;
        Instant until;
    };
    using Check = std::function<Result<Kept>(const QByteArray&)>;
    Result<QByteArray> first(const QList<QUrl>& urls, const FetchRequest& shape, const Check& check,
                             const std::stop_token& stop);

    Fetcher& m_fetcher;
    RevocationCache& m_cache;
    const Clock& m_clock;
};

} // namespace diakinisi::signing
