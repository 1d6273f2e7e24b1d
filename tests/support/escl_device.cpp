#include "tests/support/escl_device.h"

#include <QFile>

namespace diakinisi::test {

EsclDevice::EsclDevice()
{
    // A device signs its own certificate.
    const QString certificate = m_folder.filePath(QStringLiteral("device.crt"));
    const QString key = m_folder.filePath(QStringLiteral("device.key"));
    const QStringList make{QStringLiteral("req"),
                           QStringLiteral("-x509"),
                           QStringLiteral("-newkey"),
                           QStringLiteral("rsa:2048"),
                           QStringLiteral("-nodes"),
                           QStringLiteral("-subj"),
                           QStringLiteral("/CN=scanner"),
                           QStringLiteral("-keyout"),
                           key,
                           QStringLiteral("-out"),
                           certificate};
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), make);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl made no certificate");
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("python3"),
                    {QStringLiteral("-B"), QStringLiteral(DIAKINISI_SOURCE "/tests/support/escl_device.py"),
                     QStringLiteral("--tls"), certificate, key});
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead())
            qFatal("the network scanner did not start");
    const QList<QByteArray> ports = m_process.readLine().trimmed().split(' ');
    m_port = ports.value(0);
    m_securePort = ports.value(1);
}

EsclDevice::~EsclDevice()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

QString EsclDevice::pathOf(const QString& behaviour)
{
    return QStringLiteral("/%1id=%2/eSCL").arg(behaviour.isEmpty() ? QString() : behaviour + u',').arg(++m_last);
}

QString EsclDevice::address(const QString& behaviour)
{
    return QStringLiteral("http://127.0.0.1:") + QString::fromLatin1(m_port) + pathOf(behaviour);
}

QString EsclDevice::secureAddress(const QString& behaviour)
{
    return QStringLiteral("https://127.0.0.1:") + QString::fromLatin1(m_securePort) + pathOf(behaviour);
}

} // namespace diakinisi::test
