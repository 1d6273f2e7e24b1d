#pragma once
#include "signing/authorities/http_fetcher.h"
#include "signing/authorities/revocation_fetcher.h"

namespace diakinisi::ctl {

/// The network as `pdf verify` uses it. Revocation is asked for only of certificates that lead to an anchor that the
/// caller gave: those who issued them are known, so that their addresses may lie in a private network (an office's own
/// authority). Missing issuers are asked for before anybody vouches for the certificate: only from public addresses,
/// unless `privateAddresses`.
class VerifyNetwork final : public signing::RevocationSource
{
public:
    VerifyNetwork(const Clock& clock, bool privateAddresses);

    Result<QByteArray> ocsp(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop) override;
    Result<QByteArray> crl(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop) override;
    Result<QList<QByteArray>> issuers(const QByteArray& certificate, std::stop_token stop) override;

private:
    signing::RevocationCache m_cache;
    signing::HttpFetcher m_vouched;
    signing::HttpFetcher m_unknown;
    signing::RevocationFetcher m_answers;
    signing::RevocationFetcher m_issuers;
};

} // namespace diakinisi::ctl
