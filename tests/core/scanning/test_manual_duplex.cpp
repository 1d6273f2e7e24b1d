#include "scanning/interleave.h"
#include "scanning/manual_duplex.h"
#include "tests/fakes/fake_scanner.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::scanning;
using namespace diakinisi::test;

namespace {

struct Bench {
    Bench()
    {
        options.scanner = scanner.id;
        options.source = ScanSource::Feeder;
        options.dpi = 75;
        options.folder = pages.path();
        options.name = QStringLiteral("page");
    }
    QStringList files() const { return QDir(pages.path()).entryList(QDir::Files, QDir::Name); }
    static QStringList names(const QStringList& paths)
    {
        QStringList names;
        for (const QString& path : paths)
            names.append(QFileInfo(path).fileName());
        return names;
    }
    static QStringList numbered(const std::vector<int>& numbers)
    {
        QStringList names;
        for (const int number : numbers)
            names.append(QStringLiteral("page-%1.png").arg(number, 3, 10, QLatin1Char('0')));
        return names;
    }

    QTemporaryDir pages;
    FakeScanner scanner;
    ScanOptions options;
};

} // namespace

class TestManualDuplex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frontsAndBacksComeIntoReadingOrder()
    {
        Bench bench;
        ManualDuplex sides(bench.scanner, bench.options);
        QCOMPARE(sides.scanBacks({}, {}, {}).error().code, ErrorCode::FieldMissing);
        bench.scanner.sheets = 3;
        QCOMPARE(sides.scanFronts({}, {}, {}), Result<int>(3));
        QCOMPARE(bench.files(), Bench::numbered({1, 3, 5}));
        bench.scanner.sheets = 3;
        QCOMPARE(sides.scanBacks({}, {}, {}), Result<int>(3));
        QCOMPARE(Bench::names(sides.backs()), Bench::numbered({6, 4, 2}));
        const auto pages = sides.inOrder();
        QVERIFY(pages);
        QCOMPARE(Bench::names(*pages), Bench::numbered({1, 2, 3, 4, 5, 6}));
    }

    void anotherCountOfBacksIsToldAndNoPageIsLost_data()
    {
        QTest::addColumn<int>("backs");
        QTest::addColumn<QStringList>("files");
        QTest::newRow("a sheet taken double") << 2 << Bench::numbered({1, 3, 4, 5, 6});
        QTest::newRow("a sheet too many") << 5 << Bench::numbered({1, 2, 3, 4, 5, 6, 7, 8});
    }
    void anotherCountOfBacksIsToldAndNoPageIsLost()
    {
        QFETCH(int, backs);
        QFETCH(QStringList, files);
        Bench bench;
        ManualDuplex sides(bench.scanner, bench.options);
        bench.scanner.sheets = 3;
        QVERIFY(sides.scanFronts({}, {}, {}));
        bench.scanner.sheets = backs;
        QCOMPARE(sides.scanBacks({}, {}, {}), Result<int>(backs));
        QCOMPARE(sides.inOrder().error().code, ErrorCode::MalformedInput);
        QCOMPARE(bench.files(), files);
        QCOMPARE(sides.fronts().size() + sides.backs().size(), files.size());
    }

    void aJamOnEitherSideIsGoneOnFrom()
    {
        Bench bench;
        ManualDuplex sides(bench.scanner, bench.options);
        const auto jamAfter = [&](int pages) {
            return [&bench, pages, count = 0](const ScannedPage&) mutable {
                bench.scanner.nextFault = ErrorCode::ScannerJammed;
                bench.scanner.faulty = ++count == pages;
            };
        };
        bench.scanner.sheets = 4;
        QCOMPARE(sides.scanFronts(jamAfter(1), {}, {}).error().code, ErrorCode::ScannerJammed);
        QCOMPARE(sides.scanFronts({}, {}, {}), Result<int>(3));
        bench.scanner.sheets = 4;
        QCOMPARE(sides.scanBacks(jamAfter(2), {}, {}).error().code, ErrorCode::ScannerJammed);
        QCOMPARE(sides.scanBacks({}, {}, {}), Result<int>(2));
        QCOMPARE(Bench::names(*sides.inOrder()), Bench::numbered({1, 2, 3, 4, 5, 6, 7, 8}));
    }

    void anInterruptedRunIsTakenUp()
    {
        Bench bench;
        bench.scanner.sheets = 3;
        QVERIFY(ManualDuplex(bench.scanner, bench.options).scanFronts({}, {}, {}));
        {
            ManualDuplex sides(bench.scanner, bench.options);
            sides.takeUp();
            bench.scanner.sheets = 1;
            QCOMPARE(sides.scanBacks({}, {}, {}), Result<int>(1));
        }
        ManualDuplex sides(bench.scanner, bench.options);
        sides.takeUp();
        QCOMPARE(Bench::names(sides.fronts()), Bench::numbered({1, 3, 5}));
        QCOMPARE(Bench::names(sides.backs()), Bench::numbered({6}));
        bench.scanner.sheets = 2;
        QCOMPARE(sides.scanBacks({}, {}, {}), Result<int>(2));
        QCOMPARE(Bench::names(*sides.inOrder()), Bench::numbered({1, 2, 3, 4, 5, 6}));
    }

    void bothSidesScannedOneAfterTheOtherAreSorted()
    {
        const auto all = interleaved({QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("5")},
                                     {QStringLiteral("6"), QStringLiteral("4"), QStringLiteral("2")});
        QVERIFY(all);
        QCOMPARE(all->join(QString()), QStringLiteral("123456"));
        QCOMPARE(interleaved({QStringLiteral("1")}, {}).error().code, ErrorCode::MalformedInput);
    }
};

QTEST_GUILESS_MAIN(TestManualDuplex)
#include "test_manual_duplex.moc"
