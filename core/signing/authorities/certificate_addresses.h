#pragma once
#include <QByteArray>
#include <QList>
#include <QUrl>

namespace diakinisi::signing {

/// Where a certificate says that more is to be learnt; http and https only, at most four of a kind, in its order. Come
/// from outside: to be asked only through a Fetcher.
struct CertificateAddresses {
    QList<QUrl> ocsp;    ///< authority information access, id-ad-ocsp (RFC 5280, 4.2.2.1)
    QList<QUrl> issuers; ///< likewise, id-ad-caIssuers
    QList<QUrl> crls;    ///< CRL distribution points with all reasons (RFC 5280, 4.2.1.13)
};

CertificateAddresses readAddresses(const QByteArray& certificate);

} // namespace diakinisi::signing
