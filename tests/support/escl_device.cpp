#include "tests/support/escl_device.h"

#include <QFile>

namespace diakinisi::test {

EsclDevice::EsclDevice()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("python3"),
                    {QStringLiteral("-B"), QStringLiteral(DIAKINISI_SOURCE "/tests/support/escl_device.py"),
                     QStringLiteral("--tls"), makeCertificate(QStringLiteral("device")),
                     makeCertificate(QStringLiteral("other"))});
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead())
            qFatal("the network scanner did not start");
    m_ports = m_process.readLine().trimmed().split(' ');
}

EsclDevice::~EsclDevice()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

/// A file with a certificate that signs itself, as a device's, and its key.
QString EsclDevice::makeCertificate(const QString& name) const
{
    const QString key = m_folder.filePath(name + QStringLiteral(".key"));
    const QString file = m_folder.filePath(name + QStringLiteral(".pem"));
    const QString command =
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=%1").arg(name);
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  command.split(u' ') + QStringList{QStringLiteral("-keyout"), key, QStringLiteral("-out"), file});
    QFile both(file);
    QFile secret(key);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0 || !both.open(QIODevice::Append) ||
        !secret.open(QIODevice::ReadOnly) || both.write(secret.readAll()) <= 0)
        qFatal("openssl made no certificate");
    return file;
}

QString EsclDevice::addressOf(const char* scheme, qsizetype port, const QString& behaviour)
{
    return QStringLiteral("%1://127.0.0.1:%2/%3id=%4/eSCL")
        .arg(QString::fromLatin1(scheme), QString::fromLatin1(m_ports.value(port)),
             behaviour.isEmpty() ? QString() : behaviour + u',', QString::number(++m_last));
}

QString EsclDevice::address(const QString& behaviour)
{
    return addressOf("http", 0, behaviour);
}

QString EsclDevice::secureAddress(const QString& behaviour)
{
    return addressOf("https", 1, behaviour);
}

QString EsclDevice::changingAddress(const QString& behaviour)
{
    return addressOf("https", 2, behaviour);
}

} // namespace diakinisi::test
