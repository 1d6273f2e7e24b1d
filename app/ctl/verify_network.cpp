#include "ctl/verify_network.h"

namespace diakinisi::ctl {

VerifyNetwork::VerifyNetwork(const Clock& clock, bool privateAddresses)
    : m_vouched({.privateAddresses = true}),
      m_unknown({.privateAddresses = privateAddresses}),
      m_answers(m_vouched, m_cache, clock),
      m_issuers(m_unknown, m_cache, clock)
{
}

Result<QByteArray> VerifyNetwork::ocsp(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop)
{
    return m_answers.ocsp(certificate, issuer, std::move(stop));
}

Result<QByteArray> VerifyNetwork::crl(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop)
{
    return m_answers.crl(certificate, issuer, std::move(stop));
}

Result<QList<QByteArray>> VerifyNetwork::issuers(const QByteArray& certificate, std::stop_token stop)
{
    return m_issuers.issuers(certificate, std::move(stop));
}

} // namespace diakinisi::ctl
