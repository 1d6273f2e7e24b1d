#include "tests/support/store_fixture.h"

#include "storage/list_query.h"
#include "storage/sqlite/rows.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::storage;
using namespace diakinisi::test;

namespace {

/// A document that the server has and the desk gets by snapshot.
DocumentId arrive(StoreFixture& desk, const QString& subject, std::optional<UnitId> charged,
                  Purpose purpose = Purpose::Action, const QString& due = {})
{
    const auto id = desk.office.newId<DocumentId>();
    desk.server.act(id, desk.office.registry, desk.office.incoming(subject));
    if (charged)
        desk.server.act(id, desk.office.registry,
                        ChargeTo{desk.office.newId<ChargeId>(), *charged, std::nullopt, purpose, {}, due});
    desk.take({desk.server.appeared(id)});
    desk.office.now = desk.office.now + 86'400'000;
    return id;
}

/// The server has the bytes of its one file; gives the version.
VersionId arriveFile(StoreFixture& desk, const DocumentId& id)
{
    const Version version = desk.server.document(id).items[0].newest();
    desk.server.act(id, systemActor(), MarkFileArrived{version.newest().file.digest});
    return version.id;
}

QVector<DocumentId> idsOf(StoreFixture& desk, const ViewQuery& query)
{
    QVector<DocumentId> ids;
    for (const ViewRow& row : must(desk->views().list(query)))
        ids << row.id;
    return ids;
}

/// The counters that triggers keep, against what the table says.
void countersAreRight(StoreFixture& desk)
{
    auto connection = must(Connection::open(desk.folder() + QStringLiteral("/desk.db")));
    const auto counts = must(desk->views().counts());
    for (int list = 0; list < viewListCount; ++list) {
        const auto where = " FROM document WHERE lists & " + QByteArray::number(1 << list);
        const auto& kept = counts.of.at(static_cast<ViewList>(list));
        QCOMPARE(qint64{kept.all}, must(oneInteger(*connection, "SELECT count(*)" + where, 0)));
        QCOMPARE(qint64{kept.unread}, must(oneInteger(*connection, "SELECT total(unread)" + where, 0)));
    }
}

} // namespace

class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachListHoldsWhatConcernsThePerson()
    {
        StoreFixture head(&Office::head);
        const auto mine = arrive(head, QStringLiteral("α"), head.office.staffUnit);
        const auto told = arrive(head, QStringLiteral("β"), head.office.staffUnit, Purpose::Information);
        const auto other = arrive(head, QStringLiteral("γ"), head.office.finance);
        QCOMPARE(idsOf(head, {.list = ViewList::ForAction}), QVector({mine}));
        QCOMPARE(idsOf(head, {.list = ViewList::ForInformation}), QVector({told}));
        QCOMPARE(idsOf(head, {.list = ViewList::Book}), QVector({other, told, mine}));
        QVERIFY(idsOf(head, {.list = ViewList::Unassigned}).isEmpty()); // he is not the registry
        countersAreRight(head);
        QCOMPARE(must(head->views().counts()).of[ViewList::ForAction].unread, 1);
        QVERIFY(head->markRead(mine, true));
        QCOMPARE(must(head->views().counts()).of[ViewList::ForAction].unread, 0);
        QVERIFY(!must(head->views().rows({mine})).front().unread);
        head.lastNews = {};
        QVERIFY(head->markRead(mine, true));
        QVERIFY(head.lastNews.documents.isEmpty()); // it was read already: no change is told
        QVERIFY(head->markRead(mine, false));
        QCOMPARE(head.lastNews.documents, QVector({mine}));
        QVERIFY(head->markRead(mine, true));
        countersAreRight(head);

        const auto charge = head.server.document(mine).charges[0].id;
        QVERIFY(head.enqueue({head.command(mine, CompleteCharge{charge, QStringLiteral("έγινε"), std::nullopt})}));
        QVERIFY(idsOf(head, {.list = ViewList::ForAction}).isEmpty());
        countersAreRight(head);
    }

    void theRegistrySeesWhatNobodyHas()
    {
        StoreFixture registry;
        const auto free = arrive(registry, QStringLiteral("α"), std::nullopt);
        const auto charged = arrive(registry, QStringLiteral("β"), registry.office.staffUnit);
        QCOMPARE(idsOf(registry, {.list = ViewList::Unassigned}), QVector({free}));
        const auto charge = registry.server.document(charged).charges[0].id;
        const auto back =
            registry.server.act(charged, registry.office.head, ReturnCharge{charge, QStringLiteral("αλλού")});
        registry.take({SmallServer::event(back.front())});
        QCOMPARE(idsOf(registry, {.list = ViewList::Unassigned}), QVector({charged, free}));
        countersAreRight(registry);
    }

    void draftsBecomeOutgoingAndWaitForWhoseTurnItIs()
    {
        StoreFixture head(&Office::head);
        Office& office = head.office;
        const auto id = office.newId<DocumentId>();
        head.server.act(id, office.clerk, office.draft());
        const auto version = arriveFile(head, id);
        head.server.act(
            id, office.clerk,
            Submit{version, office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}})});
        head.take({head.server.appeared(id)});
        QCOMPARE(idsOf(head, {.list = ViewList::ForApproval}), QVector({id}));
        QCOMPARE(idsOf(head, {.list = ViewList::Outgoing}), QVector({id}));
        QVERIFY(idsOf(head, {.list = ViewList::Drafts}).isEmpty());
        const auto step = head.server.document(id).route.steps[0].id;
        QVERIFY(head.enqueue({head.command(id, Approve{step, version})}));
        QVERIFY(idsOf(head, {.list = ViewList::ForApproval}).isEmpty());
        QCOMPARE(must(head->views().rows({id})).front().holder, std::optional(office.mayor));

        StoreFixture clerk(&Office::clerk);
        const auto draft = clerk.office.newId<DocumentId>();
        QVERIFY(clerk.enqueue({clerk.command(draft, clerk.office.draft())}));
        QCOMPARE(idsOf(clerk, {.list = ViewList::Drafts}), QVector({draft}));
        countersAreRight(clerk);
    }

    void theSubstituteSeesTheApprovalsWhileTheReplacementLasts()
    {
        StoreFixture desk(&Office::clerk);
        Office& office = desk.office;
        office.organisation.replacements = {
            {office.head, office.clerk, desk.clock.instant + 1000, desk.clock.instant + 100'000}};
        desk.bringDirectory();
        const auto id = office.newId<DocumentId>();
        desk.server.act(id, office.clerk, office.draft());
        const auto version = arriveFile(desk, id);
        desk.server.act(
            id, office.clerk,
            Submit{version, office.chain({{office.head, StepKind::Approve}, {office.mayor, StepKind::Sign}})});
        desk.take({desk.server.appeared(id)});
        QVERIFY(idsOf(desk, {.list = ViewList::ForApproval}).isEmpty());
        desk.clock.advance(std::chrono::seconds(2));
        QVERIFY(desk->refreshForPerson());
        QCOMPARE(idsOf(desk, {.list = ViewList::ForApproval}), QVector({id}));
        QVERIFY(desk.lastNews.documents.contains(id));
        desk.clock.advance(std::chrono::seconds(200));
        QVERIFY(desk->refreshForPerson());
        QVERIFY(idsOf(desk, {.list = ViewList::ForApproval}).isEmpty());
        countersAreRight(desk);
    }

    void aChangeOfUnitsMovesTheLists()
    {
        StoreFixture desk(&Office::clerk);
        const auto id = arrive(desk, QStringLiteral("α"), desk.office.finance);
        QVERIFY(idsOf(desk, {.list = ViewList::ForAction}).isEmpty());
        desk.office.organisation.persons[desk.office.clerk].roles = {{Role::Clerk, desk.office.finance}};
        desk.bringDirectory();
        QCOMPARE(idsOf(desk, {.list = ViewList::ForAction}), QVector({id}));
        desk.reopen();
        QCOMPARE(idsOf(desk, {.list = ViewList::ForAction}), QVector({id}));
        countersAreRight(desk);
    }

    void filtersAndOrdersNarrowAndSort()
    {
        StoreFixture desk(&Office::head);
        const UnitId unit = desk.office.staffUnit;
        const auto first =
            arrive(desk, QStringLiteral("Αίτηση άδειας"), unit, Purpose::Action, QStringLiteral("2026-12-20"));
        const auto second = arrive(desk, QStringLiteral("Προμήθεια υλικών"), unit);
        const auto third =
            arrive(desk, QStringLiteral("Άδεια κυκλοφορίας"), unit, Purpose::Action, QStringLiteral("2026-12-01"));
        using Order = ViewQuery::Order;
        QCOMPARE(idsOf(desk, {.list = ViewList::ForAction}), QVector({third, second, first}));
        QCOMPARE(idsOf(desk, {.list = ViewList::ForAction, .order = Order::OldestFirst}),
                 QVector({first, second, third}));
        QCOMPARE(idsOf(desk, {.list = ViewList::ForAction, .order = Order::DueFirst}), QVector({third, first, second}));
        QCOMPARE(idsOf(desk, {.list = ViewList::Book, .order = Order::ByNumber}), QVector({third, second, first}));
        for (const ViewList list : {ViewList::ForAction, ViewList::Book}) {
            QCOMPARE(idsOf(desk, {.list = list, .text = QStringLiteral("αδειών")}), QVector({third, first}));
            QCOMPARE(idsOf(desk, {.list = list, .text = QStringLiteral("αδειών"), .limit = 1, .offset = 1}),
                     QVector({first}));
            QCOMPARE(idsOf(desk, {.list = list, .direction = Direction::Outgoing}), QVector<DocumentId>());
            QCOMPARE(idsOf(desk, {.list = list, .unit = unit, .from = QDate(2026, 11, 24), .to = QDate(2026, 11, 24)}),
                     QVector({second}));
        }
        QCOMPARE(must(desk->views().rows({first})).front().dueDate, QStringLiteral("2026-12-20"));
        QCOMPARE(must(desk->views().rows({third, DocumentId(QUuid::createUuid()), first})).size(), std::size_t{2});
    }

    void searchGivesTheNewestFirst()
    {
        StoreFixture desk;
        const auto older = arrive(desk, QStringLiteral("Αίτηση πολίτη"), std::nullopt);
        const auto newer = arrive(desk, QStringLiteral("Αιτήσεις πολιτών"), std::nullopt);
        auto found = must(desk->views().find(QStringLiteral("αίτησης"), 10));
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].id, newer);
        QCOMPARE(must(desk->views().find(QStringLiteral("αίτησης"), 1)).front().id, newer);
        QCOMPARE(must(desk->views().find(QStringLiteral("1/2026"), 10)).front().id, older);
        QVERIFY(
            desk.enqueue({desk.command(older, CorrectIdentity{QStringLiteral("subject"), QStringLiteral("Καταγγελία"),
                                                              QStringLiteral("λάθος")})}));
        QCOMPARE(must(desk->views().find(QStringLiteral("αίτησης"), 10)).size(), std::size_t{1});
        QCOMPARE(must(desk->views().find(QStringLiteral("καταγγελιών"), 10)).front().id, older);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(desk->views().find(QStringLiteral("α"), 10, stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void likelyTwinsAreFoundByNumberAndByFile()
    {
        StoreFixture desk;
        auto form = desk.office.incoming();
        form.particulars.theirNumber = QStringLiteral("Φ. 12/α");
        form.particulars.theirDate = QStringLiteral("2026-11-20");
        const auto id = desk.office.newId<DocumentId>();
        QVERIFY(desk.enqueue({desk.command(id, form)}));
        Particulars typed;
        typed.theirNumber = QStringLiteral("φ.12/Α");
        typed.theirDate = QStringLiteral("2026-11-20");
        QCOMPARE(must(desk->views().twins(typed, {}, 5)).front().id, id);
        typed.theirDate = QStringLiteral("2025-11-20");
        QVERIFY(must(desk->views().twins(typed, {}, 5)).empty());
        QCOMPARE(must(desk->views().twins(typed, {Sha256::of("the letter")}, 5)).size(), std::size_t{1});
        QVERIFY(must(desk->views().twins({}, {}, 5)).empty());
    }

    void everyListIsReadFromItsOwnIndexWithoutSorting()
    {
        StoreFixture desk;
        QVERIFY(desk.fill(200));
        auto connection = must(Connection::open(desk.folder() + QStringLiteral("/desk.db")));
        for (int list = 0; list < viewListCount; ++list) {
            const auto statement = statementOf({.list = static_cast<ViewList>(list)});
            const auto plan = must(allRows(*connection, "EXPLAIN QUERY PLAN " + statement.sql,
                                           [](const Statement& s) { return s.text(3); }));
            QCOMPARE(plan.size(), std::size_t{1}); // a sort would be a line of its own
            QVERIFY2(plan[0].contains(QStringLiteral("USING INDEX")), qPrintable(plan[0]));
        }
        const auto plan = must(allRows(
            *connection,
            "EXPLAIN QUERY PLAN " + statementOf({.list = ViewList::Book, .order = ViewQuery::Order::ByNumber}).sql,
            [](const Statement& s) { return s.text(3); }));
        QVERIFY(plan.size() == 1 && plan[0].contains(QStringLiteral("document_book_order")));
        countersAreRight(desk);
    }
};

QTEST_GUILESS_MAIN(TestLists)
#include "test_lists.moc"
