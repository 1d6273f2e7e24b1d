#include "scanning/combined_scanner.h"
#include "tests/fakes/fake_scanner.h"

#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::scanning;
using namespace diakinisi::test;

namespace {

/// A kind whose list is as it is told.
class ListingScanner final : public Scanner
{
public:
    Result<std::vector<ScannerInfo>> listed;

    Result<std::vector<ScannerInfo>> list(std::stop_token) override { return listed; }
    Result<ScannerCapabilities> capabilities(const QString&, std::stop_token) override { return {}; }
    Result<int> scan(const ScanOptions&, const PageReady&, Progress, std::stop_token) override { return 0; }
};

} // namespace

class TestCombinedScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreListedAndEachIsAskedForItsOwn()
    {
        FakeScanner network;
        network.id = QStringLiteral("escl:http://one/eSCL");
        FakeScanner local;
        local.id = QStringLiteral("test:0");
        CombinedScanner both({{QStringLiteral("escl:"), &network}, {{}, &local}});
        const auto listed = both.list({});
        QVERIFY(listed);
        QCOMPARE(listed->size(), std::size_t{2});
        QTemporaryDir folder;
        for (const FakeScanner* each : {&network, &local}) {
            QVERIFY(both.capabilities(each->id, {}));
            ScanOptions options;
            options.scanner = each->id;
            options.source = ScanSource::Feeder;
            options.dpi = 75;
            options.folder = folder.path();
            options.name = QStringLiteral("page");
            options.mostPages = 2;
            QCOMPARE(both.scan(options, {}, {}, {}), Result<int>(2));
            QCOMPARE(each->sheets, 8);
        }
        QCOMPARE(both.capabilities(QStringLiteral("escl:http://two/eSCL"), {}).error().code, ErrorCode::ScannerMissing);
    }

    void aDeviceThatTwoKindsListIsListedOnce()
    {
        ListingScanner network;
        network.listed = std::vector<ScannerInfo>{{QStringLiteral("escl:http://one/eSCL"), {}, {}}};
        ListingScanner sane;
        sane.listed = std::vector<ScannerInfo>{{QStringLiteral("escl:http://one:80"), {}, {}},
                                               {QStringLiteral("test:0"), {}, {}}};
        CombinedScanner both({{QStringLiteral("escl:"), &network}, {{}, &sane}});
        const auto listed = both.list({});
        QCOMPARE(listed->size(), std::size_t{2});
        QCOMPARE(listed->at(0).id, QStringLiteral("escl:http://one/eSCL"));
        QCOMPARE(listed->at(1).id, QStringLiteral("test:0"));
    }

    void aKindThatFailsLeavesTheOthersTheirs()
    {
        ListingScanner failing;
        failing.listed = fail(ErrorCode::ScannerFailed);
        ListingScanner other;
        CombinedScanner both({{QStringLiteral("escl:"), &failing}, {{}, &other}});
        QCOMPARE(both.list({}).error().code, ErrorCode::ScannerFailed);
        other.listed = std::vector<ScannerInfo>{{QStringLiteral("test:0"), {}, {}}};
        QCOMPARE(both.list({})->size(), std::size_t{1});
        failing.listed = fail(ErrorCode::Cancelled);
        QCOMPARE(both.list({}).error().code, ErrorCode::Cancelled);
        QCOMPARE(CombinedScanner({}).capabilities(QStringLiteral("x"), {}).error().code, ErrorCode::ScannerMissing);
    }
};

QTEST_GUILESS_MAIN(TestCombinedScanner)
#include "test_combined_scanner.moc"
