#include "scanner_bench.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::scanning;
using namespace diakinisi::test;

class TestScannerContract : public QObject
{
    Q_OBJECT

    Devices m_devices;

    static void everyKind() { addKinds({"fake", "sane", "worker", "escl", "escl-worker"}); }

private Q_SLOTS:
    void scannersAreListedWithWhatTheyCan_data() { everyKind(); }
    void scannersAreListedWithWhatTheyCan()
    {
        QFETCH(QString, kind);
        ScannerBench bench(m_devices, kind);
        if (kind != u"escl-worker") { // whose address is typed: this test has no network to ask
            const auto scanners = bench.scanner->list({});
            QVERIFY2(scanners, qPrintable(scanners ? QString() : scanners.error().cause));
            QCOMPARE(scanners->size(), std::size_t{1});
            QCOMPARE(scanners->front().id, bench.options.scanner);
            QVERIFY(!scanners->front().vendor.isEmpty());
        }
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
        ScannerBench bench(m_devices, kind);
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
        ScannerBench bench(m_devices, kind);
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
        ScannerBench bench(m_devices, kind);
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
        ScannerBench bench(m_devices, kind);
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
        ScannerBench bench(m_devices, kind);
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
        ScannerBench bench(m_devices, kind);
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
        ScannerBench bench(m_devices, kind);
        const auto codeWith = [&](const std::function<void(ScanOptions&)>& change) {
            ScanOptions options = bench.options;
            change(options);
            const auto count = bench.scanner->scan(options, {}, {}, {});
            return count ? QStringLiteral("scanned") : errorWord(count.error().code);
        };
        const QString missing = kind.startsWith(u"escl")
                                    ? QString(bench.address).replace(QStringLiteral("/eSCL"), QStringLiteral("/none"))
                                    : QStringLiteral("test:99");
        QCOMPARE(codeWith([&](ScanOptions& o) { o.scanner = missing; }), errorWord(ErrorCode::ScannerMissing));
        QCOMPARE(codeWith([](ScanOptions& o) { o.scanner.clear(); }), errorWord(ErrorCode::ScannerMissing));
        QCOMPARE(codeWith([](ScanOptions& o) { o.dpi = 5'000; }), errorWord(ErrorCode::NotSupported));
        QCOMPARE(codeWith([](ScanOptions& o) { o.source = ScanSource::FeederDuplex; }),
                 errorWord(ErrorCode::NotSupported)); // the test device has no such feeder
        QCOMPARE(codeWith([](ScanOptions& o) { o.brightness = 20; }), errorWord(ErrorCode::NotSupported));
        QCOMPARE(codeWith([](ScanOptions& o) { o.area = QSizeF(0, 0); }), errorWord(ErrorCode::FieldInvalid));
        QCOMPARE(codeWith([](ScanOptions& o) { o.name = QStringLiteral("../x"); }), errorWord(ErrorCode::FieldInvalid));
        QCOMPARE(codeWith([](ScanOptions& o) { o.folder += QStringLiteral("/none"); }),
                 errorWord(ErrorCode::FileUnwritable));
        QCOMPARE(bench.scanner->capabilities(missing, {}).error().code, ErrorCode::ScannerMissing);
        QVERIFY(bench.files().isEmpty());
    }

    void aFeederOfTwoSidesGivesBothOfEachSheet_data() { addKinds({"fake", "escl", "escl-worker"}); }
    void aFeederOfTwoSidesGivesBothOfEachSheet()
    {
        QFETCH(QString, kind);
        ScannerBench bench(m_devices, kind, {{}, QStringLiteral("sheets=3,brightness")});
        bench.fake.sheets = 3;
        bench.fake.duplex = true;
        bench.fake.brightness = true;
        const auto can = bench.scanner->capabilities(bench.options.scanner, {});
        QVERIFY(can);
        QCOMPARE(can->sources, (std::vector{ScanSource::Flatbed, ScanSource::Feeder, ScanSource::FeederDuplex}));
        QVERIFY(can->brightness);
        bench.options.source = ScanSource::FeederDuplex;
        bench.options.brightness = -20;
        bench.options.dpi = 75;
        QCOMPARE(bench.scanner->scan(bench.options, {}, {}, {}), Result<int>(6));
        QCOMPARE(bench.files().size(), 6);
        const auto empty = bench.scanner->scan(bench.options, {}, {}, {});
        QCOMPARE(empty.error().code, ErrorCode::ScannerNoPaper);
        QCOMPARE(bench.files().size(), 6);
    }

    void numbersAreTakenAsToldAndNoPageIsLostBelowOne_data() { everyKind(); }
    void numbersAreTakenAsToldAndNoPageIsLostBelowOne()
    {
        QFETCH(QString, kind);
        ScannerBench bench(m_devices, kind);
        bench.options.source = ScanSource::Feeder;
        bench.options.dpi = 75;
        bench.options.mostPages = 3;
        bench.options.numbers = {4, -2};
        QCOMPARE(bench.scanner->scan(bench.options, {}, {}, {}), Result<int>(3));
        QCOMPARE(bench.files(), (QStringList{QStringLiteral("in-7-002.png"), QStringLiteral("in-7-004.png"),
                                             QStringLiteral("in-7-005.png")}));
        bench.options.numbers = {4, 0};
        QCOMPARE(bench.scanner->scan(bench.options, {}, {}, {}).error().code, ErrorCode::FieldInvalid);
    }

    void noScannerAtAllIsAnEmptyList()
    {
        ScannerBench bench(m_devices, QStringLiteral("worker"));
        QFile backends(bench.device.folder() + QStringLiteral("/dll.conf"));
        QVERIFY(backends.open(QIODevice::WriteOnly | QIODevice::Truncate));
        backends.close();
        const auto scanners = bench.scanner->list({});
        QVERIFY(scanners);
        QVERIFY(scanners->empty());
    }
};

QTEST_GUILESS_MAIN(TestScannerContract)
#include "test_scanner_contract.moc"
