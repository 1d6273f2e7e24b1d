#include "scanning/sane_scanner.h"
#include "scanning/worker_scanner.h"
#include "tests/fakes/fake_scanner.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace diakinisi;
using namespace diakinisi::scanning;
using namespace diakinisi::test;

namespace {

/// The real thing without a device on the table: SANE's own `test` backend, in a configuration of our own. SANE looks
/// up the folder once in a process, so all tests share it and each writes it anew.
class SaneTestDevice
{
public:
    SaneTestDevice(const QTemporaryDir& folder, const QByteArray& settings) : m_folder(folder.path())
    {
        write(QStringLiteral("dll.conf"), "test\n");
        write(QStringLiteral("test.conf"), "number_of_devices 1\ntest-picture \"Color pattern\"\n" + settings);
    }
    QString folder() const { return m_folder; }
    QString variable() const { return QStringLiteral("SANE_CONFIG_DIR=") + folder(); }

private:
    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write SANE's configuration");
    }

    QString m_folder;
};

WorkerSettings workerWith(const SaneTestDevice& device)
{
    WorkerSettings settings;
    settings.program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
    settings.environment = {device.variable()};
    return settings;
}

/// One scanner of each kind, asked the same.
struct Bench {
    Bench(const QTemporaryDir& configuration, const QString& kind, const QByteArray& settings = {})
        : device(configuration, settings),
          worker(workerWith(device)),
          inWorker(worker)
    {
        qputenv("SANE_CONFIG_DIR", device.folder().toLocal8Bit());
        options.scanner = kind == u"fake" ? fake.id : QStringLiteral("test:0");
        options.folder = pages.path();
        options.name = QStringLiteral("in-7");
        scanner = kind == u"fake"   ? static_cast<Scanner*>(&fake)
                  : kind == u"sane" ? static_cast<Scanner*>(&sane)
                                    : &inWorker;
    }
    QStringList files() const { return QDir(pages.path()).entryList(QDir::Files | QDir::Hidden); }

    SaneTestDevice device;
    QTemporaryDir pages;
    FakeScanner fake;
    SaneScanner sane;
    WorkerProcess worker;
    WorkerScanner inWorker;
    ScanOptions options;
    Scanner* scanner = nullptr;
};

} // namespace

class TestScannerContract : public QObject
{
    Q_OBJECT

    QTemporaryDir m_configuration;

    static void everyKind()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"fake", "sane", "worker"})
            QTest::newRow(kind) << QString::fromUtf8(kind);
    }

private Q_SLOTS:
    void scannersAreListedWithWhatTheyCan_data() { everyKind(); }
    void scannersAreListedWithWhatTheyCan()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind);
        const auto scanners = bench.scanner->list({});
        QVERIFY2(scanners, qPrintable(scanners ? QString() : scanners.error().cause));
        QCOMPARE(scanners->size(), std::size_t{1});
        QCOMPARE(scanners->front().id, bench.options.scanner);
        QVERIFY(!scanners->front().vendor.isEmpty());
        const auto can = bench.scanner->capabilities(bench.options.scanner, {});
        QVERIFY(can);
        QCOMPARE(can->sources, (std::vector{ScanSource::Flatbed, ScanSource::Feeder}));
        QCOMPARE(can->colours, (std::vector{ScanColour::Gray, ScanColour::Colour, ScanColour::LineArt}));
        QVERIFY(std::find(can->resolutions.begin(), can->resolutions.end(), 300) != can->resolutions.end());
        QVERIFY(std::is_sorted(can->resolutions.begin(), can->resolutions.end()));
        QVERIFY(can->area.width() > 100);
    }

    void aGrayPageIsOnDiskBeforeItIsReported_data() { everyKind(); }
    void aGrayPageIsOnDiskBeforeItIsReported()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind);
        bench.options.area = QSizeF(100, 150);
        std::vector<ScannedPage> pages;
        std::vector<QImage> images;
        std::int64_t lines = 0;
        const auto count =
            bench.scanner->scan(bench.options,
                                [&](const ScannedPage& page) {
                                    pages.push_back(page);
                                    images.emplace_back(page.file);
                                },
                                Progress([&](std::int64_t done, std::int64_t) { lines = std::max(lines, done); }), {});
        QVERIFY2(count, qPrintable(count ? QString() : count.error().cause));
        QCOMPARE(*count, 1);
        QCOMPARE(pages.size(), std::size_t{1});
        QCOMPARE(pages[0].file, bench.pages.filePath(QStringLiteral("in-7-001.png")));
        QCOMPARE(pages[0].dpi, 300);
        QVERIFY(!images[0].isNull());
        QCOMPARE(images[0].size(), pages[0].pixels);
        QVERIFY2(qAbs(images[0].width() - 1181) <= 2 && qAbs(images[0].height() - 1772) <= 2,
                 qPrintable(QStringLiteral("%1x%2").arg(images[0].width()).arg(images[0].height())));
        QVERIFY(images[0].isGrayscale());
        QCOMPARE(images[0].dotsPerMeterX(), 11811);
        QCOMPARE(lines, qint64{images[0].height()});
        QCOMPARE(bench.files(), QStringList{QStringLiteral("in-7-001.png")});
    }

    void aColourPageHasColours_data() { everyKind(); }
    void aColourPageHasColours()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind);
        bench.options.colour = ScanColour::Colour;
        bench.options.dpi = 75;
        QImage image;
        QVERIFY(bench.scanner->scan(bench.options, [&](const ScannedPage& page) { image.load(page.file); }, {}, {}));
        QVERIFY(!image.isNull());
        if (kind != u"fake")
            QVERIFY(!image.isGrayscale());
    }

    void aNextPageNeverTakesTheNameOfOneThatIsThere_data() { everyKind(); }
    void aNextPageNeverTakesTheNameOfOneThatIsThere()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind);
        bench.options.dpi = 75;
        for (int i = 0; i < 3; ++i)
            QVERIFY(bench.scanner->scan(bench.options, {}, {}, {}));
        QCOMPARE(bench.files(), (QStringList{QStringLiteral("in-7-001.png"), QStringLiteral("in-7-002.png"),
                                             QStringLiteral("in-7-003.png")}));
    }

    void aFeederGivesAllItsPagesOrAsManyAsAreWanted_data() { everyKind(); }
    void aFeederGivesAllItsPagesOrAsManyAsAreWanted()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind);
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        bench.options.mostPages = 3;
        int told = 0;
        const auto count = [&](const ScannedPage& page) { told += QFile::exists(page.file) ? 1 : 0; };
        QCOMPARE(bench.scanner->scan(bench.options, count, {}, {}), Result<int>(3));
        QCOMPARE(told, 3);
        bench.options.mostPages = 0;
        const auto rest = bench.scanner->scan(bench.options, count, {}, {});
        QVERIFY2(rest, qPrintable(rest ? QString() : rest.error().cause));
        QVERIFY2(*rest == 7 || *rest == 10,
                 qPrintable(QString::number(*rest))); // SANE's test device fills itself again
        QCOMPARE(bench.files().size(), 3 + *rest);
        QCOMPARE(bench.files().at(3), QStringLiteral("in-7-004.png"));
    }

    void aCancelInTheMiddleOfThePileKeepsThePagesBefore_data() { everyKind(); }
    void aCancelInTheMiddleOfThePileKeepsThePagesBefore()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind);
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        std::stop_source stop;
        const auto afterTwo = [&](const ScannedPage& page) {
            if (page.file.endsWith(u"002.png"))
                stop.request_stop();
        };
        const auto count = bench.scanner->scan(bench.options, afterTwo, {}, stop.get_token());
        QCOMPARE(count.error().code, ErrorCode::Cancelled);
        const QStringList files = bench.files();
        QVERIFY2(files.size() >= 2 && files.size() <= 4, qPrintable(files.join(u' ')));
        for (const QString& file : files)
            QVERIFY(!QImage(bench.pages.filePath(file)).isNull());
    }

    void lineArtIsBlackAndWhite_data() { everyKind(); }
    void lineArtIsBlackAndWhite()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind);
        bench.options.colour = ScanColour::LineArt;
        bench.options.dpi = 75;
        QImage image;
        const auto count =
            bench.scanner->scan(bench.options, [&](const ScannedPage& page) { image.load(page.file); }, {}, {});
        QVERIFY2(count, qPrintable(count ? QString() : count.error().cause));
        QCOMPARE(image.depth(), 1);
    }

    void badOptionsAreNamed_data() { everyKind(); }
    void badOptionsAreNamed()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind);
        const auto codeWith = [&](const std::function<void(ScanOptions&)>& change) {
            ScanOptions options = bench.options;
            change(options);
            const auto count = bench.scanner->scan(options, {}, {}, {});
            return count ? QStringLiteral("scanned") : errorWord(count.error().code);
        };
        QCOMPARE(codeWith([](ScanOptions& o) { o.scanner = QStringLiteral("test:99"); }),
                 errorWord(ErrorCode::ScannerMissing));
        QCOMPARE(codeWith([](ScanOptions& o) { o.scanner.clear(); }), errorWord(ErrorCode::ScannerMissing));
        QCOMPARE(codeWith([](ScanOptions& o) { o.dpi = 5'000; }), errorWord(ErrorCode::NotSupported));
        QCOMPARE(codeWith([](ScanOptions& o) { o.source = ScanSource::FeederDuplex; }),
                 errorWord(ErrorCode::NotSupported)); // the test device has no such feeder
        QCOMPARE(codeWith([](ScanOptions& o) { o.brightness = 20; }), errorWord(ErrorCode::NotSupported));
        QCOMPARE(codeWith([](ScanOptions& o) { o.area = QSizeF(0, 0); }), errorWord(ErrorCode::FieldInvalid));
        QCOMPARE(codeWith([](ScanOptions& o) { o.name = QStringLiteral("../x"); }), errorWord(ErrorCode::FieldInvalid));
        QCOMPARE(codeWith([](ScanOptions& o) { o.folder += QStringLiteral("/none"); }),
                 errorWord(ErrorCode::FileUnwritable));
        QCOMPARE(bench.scanner->capabilities(QStringLiteral("test:99"), {}).error().code, ErrorCode::ScannerMissing);
        QVERIFY(bench.files().isEmpty());
    }

    void aCancelLeavesNothingHalfWritten_data() { everyKind(); }
    void aCancelLeavesNothingHalfWritten()
    {
        QFETCH(QString, kind);
        Bench bench(m_configuration, kind,
                    "read-limit true\nread-limit-size 2000\nread-delay true\nread-delay-duration 20000\n");
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
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<ErrorCode>("code");
        const std::array<std::pair<const char*, ErrorCode>, 6> faults{
            {{"SANE_STATUS_JAMMED", ErrorCode::ScannerJammed},
             {"SANE_STATUS_COVER_OPEN", ErrorCode::ScannerCoverOpen},
             {"SANE_STATUS_NO_DOCS", ErrorCode::ScannerNoPaper},
             {"SANE_STATUS_DEVICE_BUSY", ErrorCode::ScannerBusy},
             {"SANE_STATUS_IO_ERROR", ErrorCode::ScannerOffline},
             {"SANE_STATUS_ACCESS_DENIED", ErrorCode::ScannerFailed}}};
        // Not in this process: after a fault SANE's test backend hangs now and then in its own cancel, which a worker
        // survives (the answer goes first, then a watch ends it).
        for (const char* kind : {"fake", "worker"})
            for (const auto& [status, code] : faults)
                QTest::addRow("%s %s", kind, status) << QString::fromUtf8(kind) << QByteArray(status) << code;
    }

    void faultsAreToldByName()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, status);
        QFETCH(ErrorCode, code);
        Bench bench(m_configuration, kind, "read-status-code \"" + status + "\"\n");
        bench.fake.faulty = true;
        bench.fake.nextFault = code;
        const auto count = bench.scanner->scan(bench.options, {}, {}, {});
        QVERIFY(!count);
        QCOMPARE(errorWord(count.error().code), errorWord(code));
        QVERIFY(bench.files().isEmpty());
    }

    void noScannerAtAllIsAnEmptyList()
    {
        Bench bench(m_configuration, QStringLiteral("worker"));
        QFile backends(bench.device.folder() + QStringLiteral("/dll.conf"));
        QVERIFY(backends.open(QIODevice::WriteOnly | QIODevice::Truncate));
        backends.close();
        const auto scanners = bench.scanner->list({});
        QVERIFY(scanners);
        QVERIFY(scanners->empty());
    }

    void aWorkerKilledWhileScanningIsToldAndScansAgain()
    {
        Bench bench(m_configuration, QStringLiteral("worker"),
                    "read-limit true\nread-limit-size 20000\nread-delay true\n"
                    "read-delay-duration 5000\n");
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

    void aPageThatCannotBeWrittenLeavesNothing()
    {
        Bench bench(m_configuration, QStringLiteral("worker"));
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

QTEST_GUILESS_MAIN(TestScannerContract)
#include "test_scanner_contract.moc"
