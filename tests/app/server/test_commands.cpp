#include "server/ledger_sqlite/sqlite_writer.h"
#include "tests/app/server/office_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::server;

namespace {

ErrorCode codeOf(const Outcome& outcome)
{
    return outcome.refusal ? outcome.refusal->code : ErrorCode::Cancelled;
}

AddNote note(const char16_t* text)
{
    return AddNote{QString::fromUtf16(text)};
}

} // namespace

/// How commands are taken: once, in order of dependence, groups all or nothing.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusalIsKeptAndGivenAgain()
    {
        OfficeFixture fixture;
        const Command command = fixture.command(fixture.newDocument(), fixture.town.incoming(QString()));
        const Outcome first = fixture.submit(fixture.town.registry, command);
        QCOMPARE(codeOf(first), ErrorCode::FieldMissing);
        fixture.reopen();
        const Outcome again = fixture.submit(fixture.town.registry, command);
        QCOMPARE(again.refusal, first.refusal);
    }

    void theSameIdWithOtherContentIsRefusedAndTheFirstStays()
    {
        OfficeFixture fixture;
        Command command = fixture.command(fixture.newDocument(), fixture.town.incoming());
        QVERIFY(!fixture.submit(fixture.town.registry, command).refusal);
        Command other = command;
        other.body = fixture.town.incoming(QStringLiteral("Κάτι άλλο"));
        QCOMPARE(codeOf(fixture.submit(fixture.town.registry, other)), ErrorCode::IdReused);
        QCOMPARE(codeOf(fixture.submit(fixture.town.registryHead, command)), ErrorCode::IdReused); // another person's
        QVERIFY(fixture.submit(fixture.town.registry, command).status == Outcome::Status::Repeated);
    }

    void whatHangsOnARefusedCommandIsRefusedWithIt()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        const Command registered = fixture.command(document, fixture.town.incoming(QString()));
        Command noted = fixture.command(document, note(u"σημείωση"));
        noted.after = {registered.id};
        Command further = fixture.command(document, note(u"δεύτερη"));
        further.after = {noted.id};
        const auto outcomes = fixture.submit(fixture.town.registry, {registered, noted, further});
        QCOMPARE(codeOf(outcomes[0]), ErrorCode::FieldMissing);
        QCOMPARE(codeOf(outcomes[1]), ErrorCode::DependencyRefused);
        QCOMPARE(codeOf(outcomes[2]), ErrorCode::DependencyRefused);
        QVERIFY(!outcomes[1].retryLater);
    }

    void whatHangsOnACommandThatNeverCameMayComeLater()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        const Command registered = fixture.command(document, fixture.town.incoming());
        Command noted = fixture.command(document, note(u"σημείωση"));
        noted.after = {registered.id};
        const Outcome early = fixture.submit(fixture.town.registry, noted);
        QCOMPARE(codeOf(early), ErrorCode::DependencyRefused);
        QVERIFY(early.retryLater);
        const auto outcomes = fixture.submit(fixture.town.registry, {registered, noted});
        QVERIFY(!outcomes[0].refusal && !outcomes[1].refusal);
    }

    void aGroupIsAllOrNothingAndGivesItsNumbersBack()
    {
        OfficeFixture fixture;
        const auto first = fixture.newDocument();
        const auto second = fixture.newDocument();
        std::vector<Command> group{fixture.command(first, fixture.town.incoming()),
                                   fixture.command(second, fixture.town.incoming()),
                                   fixture.command(second, ReturnCharge{ChargeId(QUuid::createUuid()), {}})};
        const auto id = GroupId(QUuid::createUuid());
        for (Command& command : group)
            command.group = id;
        const auto outcomes = fixture.submit(fixture.town.registry, group);
        QCOMPARE(codeOf(outcomes[0]), ErrorCode::GroupRefused);
        QCOMPARE(codeOf(outcomes[1]), ErrorCode::GroupRefused);
        QVERIFY(outcomes[2].refusal && outcomes[2].refusal->code != ErrorCode::GroupRefused);
        QVERIFY(!fixture.document(first).exists() && !fixture.document(second).exists());
        QCOMPARE(fixture.registerOne(fixture.town.registry, fixture.newDocument()), 1);
        // The same documents may still be registered: nothing of them was left in memory either.
        QCOMPARE(fixture.registerOne(fixture.town.registry, first), 2);
    }

    void aGroupThatHoldsIsDoneTogether()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        std::vector<Command> group{
            fixture.command(document, fixture.town.incoming()),
            fixture.command(
                document,
                ChargeTo{
                    ChargeId(QUuid::createUuid()), fixture.town.staffUnit, std::nullopt, Purpose::Action, {}, {}})};
        group[1].after = {group[0].id};
        for (Command& command : group)
            command.group = GroupId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        for (const Outcome& outcome : fixture.submit(fixture.town.registry, group))
            QVERIFY2(!outcome.refusal, qPrintable(errorWord(codeOf(outcome))));
        QCOMPARE(fixture.document(document).charges.size(), std::size_t{1});
        for (const Outcome& outcome : fixture.submit(fixture.town.registry, group))
            QVERIFY(outcome.status == Outcome::Status::Repeated);
    }

    void whoActsComesFromTheSessionAlone()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        QCOMPARE(fixture.document(document).createdBy, fixture.town.registry);
        QCOMPARE(codeOf(fixture.submit(fixture.town.registry,
                                       fixture.command(document, MarkFileArrived{Sha256::of("the letter")}))),
                 ErrorCode::NotPermitted);
        QCOMPARE(codeOf(fixture.submit(fixture.town.registry,
                                       fixture.command(organisationDocument(),
                                                       SetPolicy{QStringLiteral("offline-days"), QJsonValue(3)}))),
                 ErrorCode::NotPermitted);
    }

    void anUnseenDocumentAndAnUnknownOneLookTheSame()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        const auto unseen = fixture.submit(fixture.town.payer, fixture.command(document, note(u"α")));
        const auto unknown = fixture.submit(fixture.town.payer, fixture.command(fixture.newDocument(), note(u"α")));
        QVERIFY(unseen.refusal && unknown.refusal);
        QCOMPARE(unseen.refusal, unknown.refusal);
        QCOMPARE(codeOf(unseen), ErrorCode::NotFound);
    }

    void aFullDiskRefusesTheBatchAndLosesNothing()
    {
        OfficeFixture fixture;
        QCOMPARE(fixture.registerOne(fixture.town.registry, fixture.newDocument()), 1);
        auto& database = dynamic_cast<SqliteWriter&>(fixture.store->writer()).database().connection();
        QVERIFY(database.execute("PRAGMA max_page_count=1")); // as many pages as there are
        Register large = fixture.town.incoming();
        large.items.clear();
        large.particulars.place = QString(4'000, u'χ');
        std::vector<Command> commands;
        for (int i = 0; i < 40; ++i)
            commands.push_back(fixture.command(fixture.newDocument(), large));
        for (const Outcome& outcome : fixture.submit(fixture.town.registry, commands))
            QCOMPARE(codeOf(outcome), ErrorCode::DiskFull);
        QVERIFY(database.execute("PRAGMA max_page_count=1000000"));
        for (const Outcome& outcome : fixture.submit(fixture.town.registry, commands)) // the same ones again
            QVERIFY(outcome.status == Outcome::Status::Applied);
        QCOMPARE(fixture.registerOne(fixture.town.registry, fixture.newDocument()), 42);
    }

    void theWholeIsThereAfterARestart()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        const Document before = fixture.document(document);
        fixture.reopen();
        QVERIFY(fixture.document(document) == before);
        QVERIFY(!fixture.submit(fixture.town.registry, fixture.command(document, note(u"μετά"))).refusal);
        QCOMPARE(fixture.document(document).notes.size(), std::size_t{1});
        QCOMPARE(fixture.registerOne(fixture.town.registry, fixture.newDocument()), 2);
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "test_commands.moc"
