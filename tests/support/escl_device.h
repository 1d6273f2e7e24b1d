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

private:
    QString pathOf(const QString& behaviour);

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_port;
    QByteArray m_securePort;
    int m_last = 0;
};

} // namespace diakinisi::test
