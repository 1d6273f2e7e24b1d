#pragma once
#include "base/result.h"
#include "base/time.h"

#include <QByteArray>
#include <QStringList>

namespace diakinisi::server {

struct KeyAndCertificate {
    QByteArray key;         ///< PEM, PKCS#8, not encrypted: kept 0600
    QByteArray certificate; ///< PEM
};

/// A certificate authority of this organisation's own, for its server's TLS only: ECDSA P-256, ten years.
Result<KeyAndCertificate> makeLocalCa(const QString& organisation, Instant now);

/// A server certificate by that CA for these DNS names and IP addresses: ECDSA P-256, 800 days.
Result<KeyAndCertificate> makeServerCertificate(const KeyAndCertificate& ca, const QStringList& hosts, Instant now);

/// SHA-256 of a PEM certificate's DER bytes, as "AB:CD:...": what is compared at the first sign-in.
QString fingerprintOf(const QByteArray& certificate);

} // namespace diakinisi::server
