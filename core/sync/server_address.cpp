#include "sync/server_address.h"

#include "base/limits.h"

#include <QFile>

namespace diakinisi::sync {

Done checkAddress(const QUrl& url)
{
    const bool bare = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
                      (url.path().isEmpty() || url.path() == u"/");
    if (!url.isValid() || url.scheme() != u"https" || url.host().isEmpty() || !bare)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("server"), url.toDisplayString(QUrl::RemoveUserInfo));
    return {};
}

Result<QList<QSslCertificate>> readAuthorities(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > limits::miB)
        return fail(ErrorCode::FileTooLarge, path);
    QList<QSslCertificate> certificates = QSslCertificate::fromData(file.readAll(), QSsl::Pem);
    certificates.removeIf([](const QSslCertificate& certificate) { return certificate.isNull(); });
    if (certificates.isEmpty())
        return fail(ErrorCode::MalformedInput, path, QStringLiteral("no certificate in it"));
    return certificates;
}

QSslConfiguration tlsFor(const ServerAddress& address)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!address.authorities.isEmpty())
        tls.setCaCertificates(address.authorities);
    return tls;
}

QString fingerprintOf(const QSslCertificate& certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

} // namespace diakinisi::sync
