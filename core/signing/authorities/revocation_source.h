#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QList>

#include <stop_token>

namespace diakinisi::signing {

/// Where the state of certificates and missing issuers are learnt: from the network with a cache, from what a file
/// brings along, from a test. All certificates are DER. What is given is as it came and only read, not judged: whose
/// signature it bears and how fresh it is, the caller decides (revocation_check.h). May block; may be called from
/// several threads at once.
class RevocationSource
{
public:
    virtual ~RevocationSource() = default;
    /// A whole OCSPResponse (RFC 6960) about `certificate`. NotFound when the certificate names no responder;
    /// RevocationUnavailable when none answered; Cancelled.
    virtual Result<QByteArray> ocsp(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop) = 0;
    /// The CRL (RFC 5280, DER) of `issuer` on which `certificate` would stand. Errors as ocsp().
    virtual Result<QByteArray> crl(const QByteArray& certificate, const QByteArray& issuer, std::stop_token stop) = 0;
    /// Certificates that may have issued `certificate`, by its caIssuers address (RFC 5280, 4.2.2.1). Errors as ocsp().
    virtual Result<QList<QByteArray>> issuers(const QByteArray& certificate, std::stop_token stop) = 0;
};

} // namespace diakinisi::signing
