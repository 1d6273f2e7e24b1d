#pragma once
#include "scanning/escl_scanner.h"
#include "scanning/sane_scanner.h"
#include "scanning/worker_scanner.h"
#include "tests/fakes/fake_scanner.h"
#include "tests/support/escl_device.h"

#include <QDir>
#include <QTemporaryDir>

namespace diakinisi::test {

/// The real thing without a device on the table: SANE's own `test` backend, in a configuration of our own. SANE looks
/// up the folder once in a process, so all tests share it and each writes it anew.
class SaneTestDevice
{
public:
    SaneTestDevice(const QTemporaryDir& folder, const QByteArray& settings);
    QString folder() const { return m_folder; }
    QString variable() const { return QStringLiteral("SANE_CONFIG_DIR=") + folder(); }

private:
    void write(const QString& name, const QByteArray& text) const;

    QString m_folder;
};

/// A worker that knows this SANE device, and hears of no network scanner that happens to stand in the next room.
WorkerSettings workerWith(const SaneTestDevice& device);

/// What all scanners of a test program share.
struct Devices {
    QTemporaryDir saneConfiguration;
    EsclDevice escl;
};

/// How the device that is asked shall behave, in the words of each kind.
struct Behaviour {
    QByteArray sane;
    QString escl = QStringLiteral("simplex");
};

/// One scanner of a kind, asked as the others are: "fake", "sane" (in this process), "worker" (SANE in the worker),
/// "escl" (in this process), "escl-worker".
struct ScannerBench {
    ScannerBench(Devices& devices, const QString& kind, const Behaviour& behaviour = {},
                 scanning::EsclLimits limits = {});

    QStringList files() const { return QDir(pages.path()).entryList(QDir::Files | QDir::Hidden); }
    bool isFake() const { return scanner == &fake; }

    SaneTestDevice device;
    QString address; ///< of the eSCL device
    QTemporaryDir pages;
    FakeScanner fake;
    scanning::SaneScanner sane;
    scanning::EsclScanner escl;
    WorkerProcess worker;
    scanning::WorkerScanner inWorker;
    scanning::ScanOptions options;
    scanning::Scanner* scanner = nullptr;
};

/// Rows for these kinds, in the column "kind".
void addKinds(std::initializer_list<const char*> kinds);

} // namespace diakinisi::test
