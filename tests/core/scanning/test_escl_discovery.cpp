#include "scanning/escl_discovery.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::scanning;

namespace {

/// Avahi on a bus of its own and on the loopback interface alone: nothing of it is seen outside this test.
class Avahi
{
public:
    /// Empty when all runs, else why not.
    QString start()
    {
        const QString bus = QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("bus"));
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.toLocal8Bit());
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--address=") + bus, QStringLiteral("--nofork"),
                     QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
        if (!m_bus.waitForReadyRead(10'000))
            return QStringLiteral("no bus");
        QFile settings(m_folder.filePath(QStringLiteral("avahi.conf")));
        settings.open(QIODevice::WriteOnly);
        settings.write("[server]\nuse-ipv4=yes\nuse-ipv6=no\nallow-interfaces=lo\n[publish]\npublish-workstation=no\n");
        settings.close();
        // In a view of /run of its own, for another daemon's lock lies there; only root may.
        m_daemon.setProcessChannelMode(QProcess::MergedChannels);
        m_daemon.start(QStringLiteral("unshare"), {QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"),
                                                   QStringLiteral("mount -t tmpfs none /run && exec avahi-daemon "
                                                                  "-f \"$0\" --no-drop-root --no-chroot --no-rlimits"),
                                                   settings.fileName()});
        return said(m_daemon, "startup complete") ? QString() : QString::fromUtf8(m_heard);
    }

    bool publish(const QStringList& words)
    {
        auto& publisher = *m_publishers.emplace_back(std::make_unique<QProcess>());
        publisher.setProcessChannelMode(QProcess::MergedChannels);
        publisher.start(QStringLiteral("avahi-publish"), QStringList{QStringLiteral("-s")} + words);
        return said(publisher, "Established");
    }

    ~Avahi()
    {
        for (const auto& each : m_publishers)
            end(*each);
        end(m_daemon);
        end(m_bus);
    }

private:
    bool said(QProcess& process, const char* word)
    {
        m_heard.clear();
        while (!m_heard.contains(word) && process.waitForReadyRead(10'000))
            m_heard += process.readAll();
        return m_heard.contains(word);
    }
    static void end(QProcess& process)
    {
        process.kill();
        process.waitForFinished();
    }

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_daemon;
    std::vector<std::unique_ptr<QProcess>> m_publishers;
    QByteArray m_heard;
};

} // namespace

class TestEsclDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void devicesThatSayThatTheyAreThereAreFound()
    {
        Avahi avahi;
        if (const QString why = avahi.start(); !why.isEmpty())
            QSKIP(qPrintable(QStringLiteral("no Avahi of our own here: ") + why));
        const auto words = [](const char* name, const char* type, const char* port) {
            return QStringList{QString::fromUtf8(name), QString::fromLatin1(type), QString::fromLatin1(port)};
        };
        const QStringList both{QStringLiteral("ty=ACME Σαρωτής 3"), QStringLiteral("rs=eSCL")};
        QVERIFY(avahi.publish(words("Both", "_uscan._tcp", "8080") + both));
        QVERIFY(avahi.publish(words("Both", "_uscans._tcp", "8443") + both));
        QVERIFY(avahi.publish(words("Πρωτόκολλο", "_uscan._tcp", "9000") + QStringList{QStringLiteral("rs=/a/b")}));
        auto found = discoverEscl({});
        QVERIFY(found);
        std::sort(found->begin(), found->end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        QCOMPARE(found->size(), std::size_t{2});
        QCOMPARE(found->at(0),
                 (ScannerInfo{QStringLiteral("escl:http://127.0.0.1:9000/a/b"), {}, QStringLiteral("Πρωτόκολλο")}));
        QCOMPARE(
            found->at(1),
            (ScannerInfo{QStringLiteral("escl:https://127.0.0.1:8443/eSCL"), {}, QStringLiteral("ACME Σαρωτής 3")}));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(discoverEscl(stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void withoutTheDaemonThereAreNone()
    {
        qputenv("DBUS_SYSTEM_BUS_ADDRESS",
                "unix:path=/none"); // or the bus of above, which has gone: libdbus looks once
        const auto found = discoverEscl({});
        QVERIFY(found);
        QVERIFY(found->empty());
    }
};

QTEST_GUILESS_MAIN(TestEsclDiscovery)
#include "test_escl_discovery.moc"
