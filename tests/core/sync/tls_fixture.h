#pragma once
#include "sync/network_transport.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

namespace diakinisi::tests {

/// A self-signed certificate for these names, made by openssl.
struct TlsIdentity {
    QSslCertificate certificate = QSslCertificate();
    QSslKey key = QSslKey();

    static TlsIdentity make(const QString& names)
    {
        QTemporaryDir folder;
        const QString key = folder.filePath(QStringLiteral("key"));
        const QString certificate = folder.filePath(QStringLiteral("certificate"));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                       QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                       QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=test"), QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + names,
                       QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
        openssl.waitForFinished();
        QFile keyFile(key);
        if (!keyFile.open(QIODevice::ReadOnly))
            return TlsIdentity();
        return {QSslCertificate::fromPath(certificate).value(0), QSslKey(&keyFile, QSsl::Ec)};
    }
};

/// A TLS server in this thread's event loop that answers every request with the bytes it is given, or not at all.
class TlsServer
{
public:
    explicit TlsServer(const TlsIdentity& identity)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(identity.certificate);
        tls.setPrivateKey(identity.key);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(tls);
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort())); }

    QByteArray answer;       ///< whole, with its head; empty: silence
    bool closeAfter = false; ///< hangs up behind it
    QByteArrayList requests;

private:
    void accept()
    {
        QTcpSocket* socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            requests << socket->readAll();
            if (answer.isEmpty())
                return;
            socket->write(answer);
            if (closeAfter)
                socket->disconnectFromHost();
        });
    }

    QSslServer m_server;
};

} // namespace diakinisi::tests
