#include "scanner_bench.h"

#include <QTest>

namespace diakinisi::test {

using namespace scanning;

SaneTestDevice::SaneTestDevice(const QTemporaryDir& folder, const QByteArray& settings) : m_folder(folder.path())
{
    write(QStringLiteral("dll.conf"), "test\n");
    write(QStringLiteral("test.conf"), "number_of_devices 1\ntest-picture \"Color pattern\"\n" + settings);
}

void SaneTestDevice::write(const QString& name, const QByteArray& text) const
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write SANE's configuration");
}

WorkerSettings workerWith(const SaneTestDevice& device)
{
    WorkerSettings settings;
    settings.program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
    settings.environment = {device.variable(), QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS=unix:path=/none")};
    return settings;
}

ScannerBench::ScannerBench(Devices& devices, const QString& kind, const Behaviour& behaviour, EsclLimits limits)
    : device(devices.saneConfiguration, behaviour.sane),
      address(EsclScanner::prefix + devices.escl.address(behaviour.escl)),
      escl(
          [this](std::stop_token) {
              return std::vector<ScannerInfo>{{address, QStringLiteral("Test"), QStringLiteral("Device")}};
          },
          limits),
      worker(workerWith(device)),
      inWorker(worker)
{
    qputenv("SANE_CONFIG_DIR", device.folder().toLocal8Bit());
    options.scanner = kind == u"fake" ? fake.id : kind.startsWith(u"escl") ? address : QStringLiteral("test:0");
    options.folder = pages.path();
    options.name = QStringLiteral("in-7");
    scanner = kind == u"fake"   ? static_cast<Scanner*>(&fake)
              : kind == u"sane" ? static_cast<Scanner*>(&sane)
              : kind == u"escl" ? static_cast<Scanner*>(&escl)
                                : &inWorker;
}

void addKinds(std::initializer_list<const char*> kinds)
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : kinds)
        QTest::newRow(kind) << QString::fromUtf8(kind);
}

} // namespace diakinisi::test
