#include "scanner_bench.h"

#include "scanning/escl_reader.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::scanning;
using namespace diakinisi::test;
using namespace std::chrono_literals;

namespace {

/// So that what takes a minute in an office takes a moment here; `silence`: a device that says nothing is given up at
/// once.
EsclLimits impatient(bool silence = false)
{
    EsclLimits limits;
    limits.idle = silence ? 300ms : 30s;
    limits.textIdle = limits.idle;
    limits.busy = 100ms;
    limits.pause = 20ms;
    limits.pageBytes = 2 * limits::miB;
    return limits;
}

QString describe(const Result<int>& count)
{
    return count ? QString::number(*count)
                 : errorWord(count.error().code) + u' ' + count.error().subject + u' ' + count.error().cause;
}

} // namespace

/// What only a network scanner can do, and do wrong.
class TestEsclDevices : public QObject
{
    Q_OBJECT

    Devices m_devices;

private Q_SLOTS:
    void oddDevicesAreUnderstood_data()
    {
        QTest::addColumn<QString>("behaviour");
        QTest::addColumn<int>("pages");
        const auto row = [](const char* behaviour, int pages = 3) {
            QTest::newRow(behaviour) << QStringLiteral("sheets=3,") + QString::fromUtf8(behaviour) << pages;
        };
        row("busy=2");            // a moment, then takes the job
        row("wait=2");            // asked for a page before it has one
        row("early=2");           // says "no more" while it still feeds
        row("location=relative"); // the job's address as a path
        row("location=foreign");  // or with a host that is not its own
        row("caps=here");         // moved, on the same host
        row("caps=tls");          // over to https
        row("colour-only");       // gray is made here
    }
    void oddDevicesAreUnderstood()
    {
        QFETCH(QString, behaviour);
        QFETCH(int, pages);
        EsclLimits limits = impatient();
        limits.busy = 5s;
        ScannerBench bench(m_devices, QStringLiteral("escl"), {{}, behaviour}, limits);
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        QImage image;
        const auto count =
            bench.scanner->scan(bench.options, [&](const ScannedPage& page) { image.load(page.file); }, {}, {});
        QVERIFY2(count == Result<int>(pages), qPrintable(describe(count)));
        QCOMPARE(image.format(), QImage::Format_Grayscale8);
    }

    void aPageOfTheGlassThatIsNotYetThereIsWaitedFor()
    {
        EsclLimits limits = impatient();
        limits.busy = 5s;
        ScannerBench bench(m_devices, QStringLiteral("escl"), {{}, QStringLiteral("early=2")}, limits);
        bench.options.dpi = 75;
        const auto count = bench.scanner->scan(bench.options, {}, {}, {});
        QVERIFY2(count == Result<int>(1), qPrintable(describe(count)));
    }

    void badDevicesAreToldApartAndBounded_data()
    {
        QTest::addColumn<QString>("behaviour");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* behaviour, ErrorCode code) {
            QTest::newRow(behaviour) << QString::fromUtf8(behaviour) << code;
        };
        row("busy=1000", ErrorCode::ScannerBusy);
        row("wait=1000", ErrorCode::ScannerBusy);
        row("busy=1000,state=Down", ErrorCode::ScannerOffline);
        row("adf=Mispick", ErrorCode::ScannerJammed);
        row("adf=MultipickDetected", ErrorCode::ScannerJammed);
        row("adf=InputTrayFailed", ErrorCode::ScannerJammed);
        row("location=none", ErrorCode::ScannerFailed);
        row("flatbed", ErrorCode::NotSupported);
        row("caps=hang", ErrorCode::ScannerOffline);
        row("caps=nothing", ErrorCode::ScannerOffline);
        row("caps=endless", ErrorCode::LimitExceeded);
        row("caps=endless-head", ErrorCode::ScannerFailed);
        row("caps=bomb", ErrorCode::ScannerFailed);
        row("caps=deep", ErrorCode::ScannerFailed);
        row("caps=large", ErrorCode::LimitExceeded);
        row("caps=html", ErrorCode::ScannerFailed);
        row("caps=gzip", ErrorCode::ScannerFailed);
        row("caps=away", ErrorCode::ScannerFailed); // a redirect to another machine
        row("page=hang", ErrorCode::ScannerOffline);
        row("page=die", ErrorCode::ScannerOffline);
        row("page=reset", ErrorCode::ScannerOffline);
        row("page=endless", ErrorCode::LimitExceeded);
        row("page=long", ErrorCode::ScannerOffline); // less than it announced
        row("page=short", ErrorCode::ScannerFailed); // more than it announced: the picture is cut
        row("page=pdf", ErrorCode::ScannerFailed);
        row("page=empty", ErrorCode::ScannerFailed);
        row("page=garbage", ErrorCode::ScannerFailed);
        row("page=20001", ErrorCode::LimitExceeded);
    }
    void badDevicesAreToldApartAndBounded()
    {
        QFETCH(QString, behaviour);
        QFETCH(ErrorCode, code);
        ScannerBench bench(m_devices, QStringLiteral("escl"), {{}, behaviour}, impatient(behaviour.contains(u"hang")));
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        const auto count = bench.scanner->scan(bench.options, {}, {}, {});
        QVERIFY(!count);
        QVERIFY2(count.error().code == code, qPrintable(describe(count)));
        QVERIFY(bench.files().isEmpty());
    }

    void aJobThatTheDeviceEndsKeepsThePagesBefore()
    {
        ScannerBench bench(m_devices, QStringLiteral("escl"), {{}, QStringLiteral("aborts=2")}, impatient());
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        const auto count = bench.scanner->scan(bench.options, {}, {}, {});
        QCOMPARE(count.error().code, ErrorCode::ScannerFailed);
        QVERIFY2(count.error().cause.contains(u"JobTimedOut"), qPrintable(count.error().cause));
        QCOMPARE(bench.files().size(), 2);
    }

    void aJobThatWeEndIsEndedAtTheDeviceToo()
    {
        ScannerBench bench(m_devices, QStringLiteral("escl"), {}, impatient());
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        bench.options.mostPages = 2;
        for (int i = 0; i < 3; ++i) // the device takes no job while it has one
            QCOMPARE(bench.scanner->scan(bench.options, {}, {}, {}), Result<int>(2));
        QCOMPARE(bench.files().size(), 6);
    }

    void aDeviceOverHttpsSignsItsOwnCertificate()
    {
        ScannerBench bench(m_devices, QStringLiteral("escl"));
        bench.options.scanner = EsclScanner::prefix + m_devices.escl.secureAddress(QStringLiteral("sheets=2"));
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        const auto count = bench.scanner->scan(bench.options, {}, {}, {});
        QVERIFY2(count == Result<int>(2), qPrintable(describe(count)));
    }

    void aDeviceWhoseCertificateChangesInTheMiddleIsNotBelieved()
    {
        ScannerBench bench(m_devices, QStringLiteral("escl"), {}, impatient());
        bench.options.scanner = EsclScanner::prefix + m_devices.escl.changingAddress();
        const auto count = bench.scanner->scan(bench.options, {}, {}, {});
        QVERIFY2(!count && count.error().cause.contains(u"certificate"), qPrintable(describe(count)));
        QCOMPARE(count.error().code, ErrorCode::ScannerFailed);
    }

    void aDeviceThatIsSwitchedOffIsOffline()
    {
        EsclScanner scanner({}, impatient());
        QCOMPARE(scanner.capabilities(QStringLiteral("escl:http://127.0.0.1:9/eSCL"), {}).error().code,
                 ErrorCode::ScannerOffline);
        QCOMPARE(scanner.capabilities(QStringLiteral("escl:https://127.0.0.1:9"), {}).error().code,
                 ErrorCode::ScannerOffline);
    }

    void whatIsNoAddressIsNoScanner_data()
    {
        QTest::addColumn<QString>("id");
        for (const char* id : {"escl:", "escl:here", "escl:ftp://127.0.0.1/eSCL", "escl:file:///etc/passwd", "test:0",
                               "escl:http:///eSCL", "escl:http://u:p@127.0.0.1/eSCL", "escl:http://127.0.0.1/eSCL?x=1"})
            QTest::newRow(id) << QString::fromUtf8(id);
    }
    void whatIsNoAddressIsNoScanner()
    {
        QFETCH(QString, id);
        EsclScanner scanner({}, impatient());
        QCOMPARE(scanner.capabilities(id, {}).error().code, ErrorCode::ScannerMissing);
    }

    void aReaderOfXmlTakesNoDtdAndNothingEndless_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("DTD") << QByteArray("<!DOCTYPE a><a>1</a>");
        QTest::newRow("entity") << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
        QTest::newRow("unknown entity") << QByteArray("<a>&b;</a>");
        QTest::newRow("cut off") << QByteArray("<a><b>1</b>");
        QTest::newRow("two roots") << QByteArray("<a/><a/>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another root") << QByteArray("<b/>");
        QTest::newRow("long text") << "<a>" + QByteArray(2'000, 'x') + "</a>";
        QTest::newRow("deep") << "<a>" + QByteArray("<b>").repeated(40) + QByteArray("</b>").repeated(40) + "</a>";
    }
    void aReaderOfXmlTakesNoDtdAndNothingEndless()
    {
        QFETCH(QByteArray, xml);
        QCOMPARE(escl::readLeaves(xml, u"a", [](const escl::Leaf&) {}).error().code, ErrorCode::ScannerFailed);
    }

    void leavesAreReadWithTheirWay()
    {
        QStringList read;
        QVERIFY(escl::readLeaves(
            "<n:a xmlns:n='x'><b> 1 <c>2</c> 3 </b><d/><e>&#65;&lt;</e></n:a>", u"a",
            [&read](const escl::Leaf& leaf) { read.append(leaf.path.join(u'/') + u'=' + leaf.text); }));
        QCOMPARE(read, (QStringList{QStringLiteral("a/b/c=2"), QStringLiteral("a/d="), QStringLiteral("a/e=A<")}));
    }
};

QTEST_GUILESS_MAIN(TestEsclDevices)
#include "test_escl_devices.moc"
