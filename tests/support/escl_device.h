#pragma once
#include <QProcess>
#include <QTemporaryDir>

namespace diakinisi::test {

/// Starts tests/support/escl_device.py, a network scanner of ours, which behaves as its address says; see there.
class EsclDevice
{
public:
    EsclDevice();
    ~EsclDevice();
    EsclDevice(const EsclDevice&) = delete;
    EsclDevice& operator=(const EsclDevice&) = delete;

    /// "http://127.0.0.1:PORT/<behaviour>,id=N/eSCL": each call another device.
    QString address(const QString& behaviour = {});
    QString secureAddress(const QString& behaviour = {});
    /// One that shows another certificate each time.
    QString changingAddress(const QString& behaviour = {});

private:
    QString makeCertificate(const QString& name) const;
    QString addressOf(const char* scheme, qsizetype port, const QString& behaviour);

    QTemporaryDir m_folder;
    QProcess m_process;
    QList<QByteArray> m_ports; ///< http, https, https with changing certificates
    int m_last = 0;
};

} // namespace diakinisi::test
