#include "signing/authorities/validation_network.h"

namespace diakinisi::signing {

ValidationNetwork::ValidationNetwork(RevocationCache& cache, AbsentHosts& absent, const Clock& clock,
                                     ValidationNetworkRules rules)
    : m_anywhere({.privateAddresses = true}),
      m_public({.privateAddresses = rules.privateAddresses}),
      m_vouched(m_anywhere, absent, clock, rules.patience),
      m_unknown(m_public, absent, clock, rules.patience),
      m_answers(m_vouched, cache, clock),
      m_issuers(m_unknown, cache, clock)
{
}

template <class T>
Result<T> ValidationNetwork::noted(Result<T> answer)
{
    if (!answer && answer.error().code == ErrorCode::RevocationUnavailable)
        m_missed = true;
    return answer;
}

Result<QByteArray> ValidationNetwork::ocsp(const QByteArray& certificate, const QByteArray& issuer,
                                           std::stop_token stop)
{
    return noted(m_answers.ocsp(certificate, issuer, std::move(stop)));
}

Result<QByteArray> ValidationNetwork::crl(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop)
{
    return noted(m_answers.crl(certificate, issuer, std::move(stop)));
}

Result<QList<QByteArray>> ValidationNetwork::issuers(const QByteArray& certificate, std::stop_token stop)
{
    return noted(m_issuers.issuers(certificate, std::move(stop)));
}

} // namespace diakinisi::signing
