#pragma once
#include "base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

namespace diakinisi::sync {

/// Where the server is, and whom to believe that it is the one.
struct ServerAddress {
    QUrl url;                           ///< https, host, port; no path
    QList<QSslCertificate> authorities; ///< these alone are believed; empty: those of the system
};

/// FieldInvalid (subject: server) when it is no https URL with a host, or carries anything but host and port.
Done checkAddress(const QUrl& url);
/// PEM. FileUnreadable; MalformedInput when there is no certificate in it; FileTooLarge above 1 MiB.
Result<QList<QSslCertificate>> readAuthorities(const QString& path);
/// TLS 1.2 or newer, the peer verified.
QSslConfiguration tlsFor(const ServerAddress& address);
/// "AB:CD:..." of the certificate's SHA-256.
QString fingerprintOf(const QSslCertificate& certificate);

} // namespace diakinisi::sync
