#include "tests/app/server/office_fixture.h"

#include <QTest>

#include <thread>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::server;

namespace {

ErrorCode codeOf(const Outcome& outcome)
{
    return outcome.refusal ? outcome.refusal->code : ErrorCode::Cancelled;
}

/// "1 2 3 ..." as the year's book has them.
std::vector<qint64> bookNumbers(OfficeFixture& fixture, int year = 2026)
{
    std::vector<qint64> numbers;
    const auto rows = fixture.view()->registerRows(fixture.town.registry, mainSeries, year, 1, 1'000'000, 100'000);
    for (const RegisterEntry& row : rows.value())
        numbers.push_back(row.number);
    return numbers;
}

std::vector<qint64> upTo(qint64 last)
{
    std::vector<qint64> numbers;
    for (qint64 i = 1; i <= last; ++i)
        numbers.push_back(i);
    return numbers;
}

} // namespace

/// The rules of the register book, each by its number in the product's description, without a network.
class TestRegisterRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule1ANumberIsTakenInOneStepWithTheWholeIdentity()
    {
        OfficeFixture fixture;
        Register incomplete = fixture.town.incoming(QString());
        QCOMPARE(codeOf(fixture.submit(fixture.town.registry, fixture.command(fixture.newDocument(), incomplete))),
                 ErrorCode::FieldMissing);
        QCOMPARE(fixture.registerOne(fixture.town.registry, fixture.newDocument()), 1);
    }

    void rule1TheBytesOfTheFilesMayFollow()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        QCOMPARE(fixture.registerOne(fixture.town.registry, document, "late bytes"), 1);
        QVERIFY(!fixture.document(document).filesArrived());
        QVERIFY(fixture.upload(fixture.town.registry, "late bytes"));
        QVERIFY(fixture.document(document).filesArrived());
    }

    void rule2TheNumbersOfAYearRunWithoutAGapUnderLoad()
    {
        OfficeFixture fixture;
        constexpr int desks = 8;
        constexpr int each = 40;
        std::vector<std::thread> threads;
        std::atomic<int> refused = 0;
        Register letter = fixture.town.incoming();
        letter.items.clear();
        for (int desk = 0; desk < desks; ++desk)
            threads.emplace_back([&fixture, &refused, &letter, desk] {
                for (int i = 0; i < each; ++i) {
                    Register form = letter;
                    const bool bad = (i + desk) % 5 == 0; // refused ones must not cost a number
                    form.particulars.subject = bad ? QString() : QStringLiteral("Αίτηση %1").arg(i);
                    Command command{CommandId(QUuid::createUuid()),
                                    DocumentId(QUuid::createUuid()),
                                    1,
                                    fixture.clock.instant,
                                    {},
                                    std::nullopt,
                                    form};
                    if (fixture.submit(fixture.town.registry, command).refusal)
                        ++refused;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(refused.load(), desks * each / 5);
        QCOMPARE(bookNumbers(fixture), upTo(desks * each - refused));
    }

    void rule2ACancelledNumberStaysReadableAndIsNeverUsedAgain()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        QCOMPARE(fixture.registerOne(fixture.town.registry, document), 1);
        const auto cancelled =
            fixture.submit(fixture.town.registryHead, fixture.command(document, CancelNumber{QStringLiteral("διπλό")}));
        QVERIFY2(!cancelled.refusal, qPrintable(errorWord(codeOf(cancelled))));
        QCOMPARE(fixture.registerOne(fixture.town.registry, fixture.newDocument()), 2);
        const auto rows = fixture.view()->registerRows(fixture.town.registry, mainSeries, 2026, 1, 9, 9).value();
        QCOMPARE(rows.front().state, QStringLiteral("cancelled"));
    }

    void rule3LegalTimesDoNotDecreaseWithTheNumber()
    {
        OfficeFixture fixture;
        Instant before;
        for (int i = 0; i < 20; ++i) {
            fixture.clock.instant = fixture.clock.instant + (i % 3 == 0 ? -900 : 400); // a clock that stumbles
            const auto document = fixture.newDocument();
            QCOMPARE(fixture.registerOne(fixture.town.registry, document), i + 1);
            const Instant at = fixture.document(document).registration.legalTime->at;
            QVERIFY(at >= before);
            before = at;
        }
    }

    void rule5ACorrectionKeepsTheOldValue()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        const auto outcome =
            fixture.submit(fixture.town.registry, fixture.command(document, CorrectIdentity{QStringLiteral("subject"),
                                                                                            QStringLiteral("Νέο θέμα"),
                                                                                            QStringLiteral("λάθος")}));
        QVERIFY2(!outcome.refusal, qPrintable(errorWord(codeOf(outcome))));
        const Document state = fixture.document(document);
        QCOMPARE(state.particulars.subject, QStringLiteral("Νέο θέμα"));
        QCOMPARE(state.registration.corrections.front().oldValue, QStringLiteral("Αίτηση για άδεια"));
    }

    void rule6TheYearTurnsAtLocalMidnightOfTheOrganisation()
    {
        OfficeFixture fixture;
        fixture.clock.instant = *instantFromIso(u"2026-12-31T21:59:59.000Z");
        const auto last = fixture.newDocument();
        QCOMPARE(fixture.registerOne(fixture.town.registry, last), 1);
        QCOMPARE(fixture.document(last).registration.legalTime->localDate, QStringLiteral("2026-12-31"));
        fixture.clock.instant = *instantFromIso(u"2026-12-31T22:00:00.000Z");
        const auto first = fixture.newDocument();
        QCOMPARE(fixture.registerOne(fixture.town.registry, first), 1);
        const Registration registration = fixture.document(first).registration;
        QCOMPARE(registration.number->year, 2027);
        QCOMPARE(registration.legalTime->offsetMinutes, 120);
        QCOMPARE(registration.legalTime->localDate, QStringLiteral("2027-01-01"));
    }

    void rule6NumberingStopsWhenTheClockRunsBackAndGoesOnAfterwards()
    {
        OfficeFixture fixture;
        fixture.clock.instant = fixture.clock.instant + 60'000;
        QCOMPARE(fixture.registerOne(fixture.town.registry, fixture.newDocument()), 1);
        fixture.clock.instant = fixture.clock.instant + -2'001;
        Register form = fixture.town.incoming();
        form.items.clear();
        const Command stopped = fixture.command(fixture.newDocument(), form);
        const Outcome refused = fixture.submit(fixture.town.registry, stopped);
        QCOMPARE(codeOf(refused), ErrorCode::NumberingStopped);
        QVERIFY(refused.retryLater);
        QCOMPARE(fixture.metrics.numberingStopped.load(), 1);
        fixture.clock.instant = fixture.clock.instant + 10'000;
        QVERIFY(!fixture.submit(fixture.town.registry, stopped).refusal); // the same command, now taken
        QCOMPARE(bookNumbers(fixture), upTo(2));
    }

    void rule9TheSameRequestSentAgainNeverTakesASecondNumber()
    {
        OfficeFixture fixture;
        const Command command = fixture.command(fixture.newDocument(), fixture.town.incoming());
        const Outcome first = fixture.submit(fixture.town.registry, command);
        QVERIFY(!first.refusal);
        for (int i = 0; i < 3; ++i) {
            const Outcome again = fixture.submit(fixture.town.registry, command);
            QVERIFY(again.status == Outcome::Status::Repeated);
            QCOMPARE(again.records, first.records);
        }
        fixture.reopen();
        QVERIFY(fixture.submit(fixture.town.registry, command).status == Outcome::Status::Repeated);
        QCOMPARE(bookNumbers(fixture), upTo(1));
    }
};

QTEST_GUILESS_MAIN(TestRegisterRules)
#include "test_register_rules.moc"
