#include "scanner_bench.h"

#include "imaging/encode.h"
#include "scanning/received_pages.h"

#include <QTest>

#include <csignal>
#include <thread>

using namespace diakinisi;
using namespace diakinisi::scanning;
using namespace diakinisi::test;

namespace {

QByteArray jpegOf(QSize size)
{
    QImage image(size, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    return imaging::encodeJpeg(image, 75).value();
}

} // namespace

class TestScannerFaults : public QObject
{
    Q_OBJECT

    Devices m_devices;

private Q_SLOTS:
    void aCancelLeavesNothingHalfWritten_data() { addKinds({"fake", "sane", "worker", "escl", "escl-worker"}); }
    void aCancelLeavesNothingHalfWritten()
    {
        QFETCH(QString, kind);
        ScannerBench bench(m_devices, kind,
                           {"read-limit true\nread-limit-size 2000\nread-delay true\nread-delay-duration 20000\n",
                            QStringLiteral("page=slow")});
        bench.fake.afterLine = [] { std::this_thread::sleep_for(std::chrono::milliseconds(2)); };
        std::stop_source stop;
        const auto count = bench.scanner->scan(bench.options, {}, Progress([&](std::int64_t done, std::int64_t) {
                                                   if (done > 3)
                                                       stop.request_stop();
                                               }),
                                               stop.get_token());
        QCOMPARE(count.error().code, ErrorCode::Cancelled);
        QVERIFY(bench.files().isEmpty());
        bench.fake.afterLine = {};
        QVERIFY(bench.scanner->list({}));
    }

    void faultsAreToldByName_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<Behaviour>("behaviour");
        QTest::addColumn<ErrorCode>("code");
        struct Fault {
            const char* sane;
            const char* escl; ///< empty where no such device says so
            ErrorCode code;
        };
        const std::array faults{Fault{"SANE_STATUS_JAMMED", "adf=Jam", ErrorCode::ScannerJammed},
                                Fault{"SANE_STATUS_COVER_OPEN", "adf=HatchOpen", ErrorCode::ScannerCoverOpen},
                                Fault{"SANE_STATUS_NO_DOCS", "sheets=0", ErrorCode::ScannerNoPaper},
                                Fault{"SANE_STATUS_DEVICE_BUSY", "", ErrorCode::ScannerBusy},
                                Fault{"SANE_STATUS_IO_ERROR", "page=reset", ErrorCode::ScannerOffline},
                                Fault{"SANE_STATUS_ACCESS_DENIED", "aborts=0", ErrorCode::ScannerFailed}};
        // SANE not in this process: after a fault its test backend hangs now and then in its own cancel, which a worker
        // survives (the answer goes first, then a watch ends it).
        for (const char* kind : {"fake", "worker", "escl", "escl-worker"})
            for (const auto& [sane, escl, code] : faults)
                if (*escl != 0 || QByteArrayView(kind).first(4) != QByteArrayView("escl"))
                    QTest::addRow("%s %s", kind, sane)
                        << QString::fromUtf8(kind)
                        << Behaviour{"read-status-code \"" + QByteArray(sane) + "\"\n", QString::fromUtf8(escl)}
                        << code;
    }

    void faultsAreToldByName()
    {
        QFETCH(QString, kind);
        QFETCH(Behaviour, behaviour);
        QFETCH(ErrorCode, code);
        ScannerBench bench(m_devices, kind, behaviour);
        bench.fake.faulty = true;
        bench.fake.nextFault = code;
        bench.options.source = kind.startsWith(u"escl") ? ScanSource::Feeder : ScanSource::Flatbed;
        const auto count = bench.scanner->scan(bench.options, {}, {}, {});
        QVERIFY(!count);
        QVERIFY2(count.error().code == code, qPrintable(errorWord(count.error().code) + u' ' + count.error().cause));
        QVERIFY(bench.files().isEmpty());
    }

    void afterAJamTheNextScanGoesOnWithTheNextNumber_data() { addKinds({"fake", "escl", "escl-worker"}); }
    void afterAJamTheNextScanGoesOnWithTheNextNumber()
    {
        QFETCH(QString, kind);
        ScannerBench bench(m_devices, kind, {{}, QStringLiteral("sheets=9,after=6")});
        bench.fake.sheets = 9;
        bench.fake.nextFault = ErrorCode::ScannerJammed;
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        const auto sixth = [&bench](const ScannedPage& page) { bench.fake.faulty = page.file.endsWith(u"006.png"); };
        const auto jammed = bench.scanner->scan(bench.options, sixth, {}, {});
        QVERIFY(!jammed);
        QVERIFY2(jammed.error().code == ErrorCode::ScannerJammed, qPrintable(jammed.error().cause));
        QCOMPARE(bench.files().size(), 6);
        QStringList rest;
        const auto count = bench.scanner->scan(
            bench.options, [&rest](const ScannedPage& page) { rest.append(QFileInfo(page.file).fileName()); }, {}, {});
        QVERIFY2(count, qPrintable(count ? QString() : count.error().cause));
        QCOMPARE(rest, (QStringList{QStringLiteral("in-7-007.png"), QStringLiteral("in-7-008.png"),
                                    QStringLiteral("in-7-009.png")}));
        QCOMPARE(bench.files().size(), 9);
    }

    void aWorkerKilledWhileScanningIsToldAndScansAgain()
    {
        ScannerBench bench(m_devices, QStringLiteral("worker"),
                           {"read-limit true\nread-limit-size 20000\nread-delay true\n"
                            "read-delay-duration 5000\n"});
        // What a worker killed in the middle of writing leaves behind, and what is none of its business.
        for (const char* name : {"in-7-001.png.aB3xYz", "in-8-001.png.aB3xYz"}) {
            QFile begun(bench.pages.filePath(QString::fromUtf8(name)));
            QVERIFY(begun.open(QIODevice::WriteOnly));
        }
        const auto killed = bench.scanner->scan(bench.options, {}, Progress([&](std::int64_t done, std::int64_t) {
                                                    if (done > 20 && bench.worker.pid())
                                                        ::kill(static_cast<pid_t>(*bench.worker.pid()), SIGKILL);
                                                }),
                                                {});
        QCOMPARE(killed.error().code, ErrorCode::WorkerDied);
        QCOMPARE(bench.files(), QStringList{QStringLiteral("in-8-001.png.aB3xYz")});
        bench.options.dpi = 75;
        QVERIFY(bench.scanner->scan(bench.options, {}, {}, {}));
        QCOMPARE(bench.files().size(), 2);
    }

    void aPageThatAKilledWorkerHadReceivedIsFinished()
    {
        ScannerBench bench(m_devices, QStringLiteral("escl-worker"), {{}, QStringLiteral("page=slow")});
        bench.options.source = ScanSource::Feeder;
        const QByteArray jpeg = jpegOf(QSize(620, 877));
        const QString kept =
            received::keep(bench.pages.filePath(QStringLiteral("in-7-004.png")), 75, ScanColour::LineArt, jpeg);
        const QString other =
            received::keep(bench.pages.filePath(QStringLiteral("x-001.png")), 75, ScanColour::Gray, jpeg);
        QCOMPARE(bench.files(), (QStringList{QStringLiteral(".in-7-004.75.lineart.received"),
                                             QStringLiteral(".x-001.75.gray.received")}));
        std::vector<ScannedPage> pages;
        const auto killed =
            bench.scanner->scan(bench.options, [&pages](const ScannedPage& page) { pages.push_back(page); },
                                Progress([&](std::int64_t done, std::int64_t) {
                                    if (done > 20 && bench.worker.pid())
                                        ::kill(static_cast<pid_t>(*bench.worker.pid()), SIGKILL);
                                }),
                                {});
        QCOMPARE(killed.error().code, ErrorCode::WorkerDied);
        QCOMPARE(pages.size(), std::size_t{1});
        QCOMPARE(pages[0].file, bench.pages.filePath(QStringLiteral("in-7-004.png")));
        QCOMPARE(pages[0].dpi, 75);
        QCOMPARE(QImage(pages[0].file).depth(), 1);
        QVERIFY(QFile::exists(other)); // of another scan, whose folder is found again later
        QCOMPARE(bench.inWorker.takeUp(bench.pages.path(), {}).size(), std::size_t{1});
        QCOMPARE(bench.files(), (QStringList{QStringLiteral("in-7-004.png"), QStringLiteral("x-001.png")}));
    }

    void whatWasNotReceivedWholeIsNoPage()
    {
        ScannerBench bench(m_devices, QStringLiteral("escl-worker"));
        received::keep(bench.pages.filePath(QStringLiteral("in-7-001.png")), 75, ScanColour::Gray,
                       jpegOf(QSize(620, 877)).chopped(100));
        QVERIFY(bench.inWorker.takeUp(bench.pages.path(), {}).empty());
        for (const char* name : {"/etc/passwd", "in-7-001.png", ".in-7-001.75.pink.received"})
            QCOMPARE(received::finish(bench.pages.filePath(QString::fromLatin1(name))).error().code,
                     ErrorCode::FieldInvalid);
    }

    void aPageThatCannotBeWrittenLeavesNothing_data() { addKinds({"worker", "escl-worker"}); }
    void aPageThatCannotBeWrittenLeavesNothing()
    {
        QFETCH(QString, kind);
        ScannerBench bench(m_devices, kind);
        WorkerSettings settings = workerWith(bench.device);
        settings.writtenFileBytes = 10'000;
        WorkerProcess process(settings);
        WorkerScanner scanner(process);
        bench.options.colour = ScanColour::Colour;
        const auto count = scanner.scan(bench.options, {}, {}, {});
        QVERIFY(!count);
        QVERIFY2(count.error().code == ErrorCode::FileUnwritable, qPrintable(count.error().cause));
        QVERIFY(bench.files().isEmpty());
        QVERIFY(scanner.list({})); // the worker lives
    }
};

QTEST_GUILESS_MAIN(TestScannerFaults)
#include "test_scanner_faults.moc"
