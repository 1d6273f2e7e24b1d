#include "tests/support/store_fixture.h"

#include "wire/problem.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::test;

namespace {

ErrorCode codeOf(const Done& done)
{
    return done ? ErrorCode::InternalFault : done.error().code;
}

wire::CommandResult refused(const CommandId& id, ErrorCode code)
{
    return {
        id, wire::CommandStatus::Refused, {}, wire::problemOf({code, QStringLiteral("θέμα"), {}}, QStringLiteral("t"))};
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegistrationIsSeenAtOnceAndItsNumberWhenTheServerAnswers()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        QVERIFY(desk.enqueue(desk.registration(id, QStringLiteral("Αίτηση για άδεια"))));
        auto state = must(desk->views().document(id));
        QCOMPARE(state.row.numberState, NumberState::Waiting);
        QCOMPARE(state.row.waiting, 3);
        QCOMPARE(state.document.notes.size(), std::size_t{1});
        QCOMPARE(state.row.unit, std::optional(desk.office.staffUnit));
        QCOMPARE(desk->waitingCount().value(), 3);
        QVERIFY(desk.lastNews.documents.contains(id));
        QVERIFY(!desk->views().confirmed(id));
        QCOMPARE(desk->views().history(id)->size(), std::size_t{3});
        QVERIFY(desk->views().history(id)->front().waiting);

        desk.synchronise();
        state = must(desk->views().document(id));
        QCOMPARE(state.row.numberState, NumberState::Given);
        QCOMPARE(state.row.number->number, 1);
        QCOMPARE(state.row.waiting, 0);
        QVERIFY(state.historyComplete);
        QVERIFY(!state.row.unread); // one's own act is no news
        QCOMPARE(state.document, desk.server.document(id));
        QCOMPARE(desk->views().confirmed(id).value(), state.document);
        QCOMPARE(desk->waitingCount().value(), 0);
        QCOMPARE(desk->views().byNumber(1, 2026).value(), id);
    }

    void whatIsRefusedHereIsNotStored()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        auto group = desk.registration(id, QStringLiteral("Αίτηση"));
        std::get<ChargeTo>(group[1].body).unit = UnitId(QUuid(u"00000000-0000-4000-8000-000000000001"));
        QCOMPARE(codeOf(desk.enqueue(group)), ErrorCode::UnitUnknown); // not that of the group
        QCOMPARE(desk->waitingCount().value(), 0);
        QCOMPARE(desk->views().document(id).error().code, ErrorCode::NotFound);
        QVERIFY(desk->views().find(QStringLiteral("αίτηση"), 10)->empty());

        const auto early = desk.command(id, AddNote{QStringLiteral("σε έγγραφο που δεν υπάρχει")});
        QCOMPARE(codeOf(desk.enqueue({early})), ErrorCode::NotFound);
    }

    void theSameCommandAgainIsDoneAlready()
    {
        StoreFixture desk;
        const auto group = desk.registration(desk.office.newId<DocumentId>(), QStringLiteral("Αίτηση"));
        QVERIFY(desk.enqueue(group));
        QVERIFY(desk.enqueue(group));
        QCOMPARE(desk->waitingCount().value(), 3);
        auto other = group;
        std::get<AddNote>(other[2].body).text = QStringLiteral("άλλο");
        QCOMPARE(codeOf(desk.enqueue(other)), ErrorCode::IdReused);
    }

    void anotherPersonsCommandsDoNotComeIn()
    {
        StoreFixture desk;
        const auto group = desk.registration(desk.office.newId<DocumentId>(), QStringLiteral("Αίτηση"));
        QCOMPARE(codeOf(desk->enqueue(desk.office.clerk, group)), ErrorCode::NotPermitted);
        QVERIFY(desk.enqueue(group));
        QVERIFY(desk->ready(desk.office.clerk, 100)->empty());
    }

    void aGroupIsHandedOutWhole()
    {
        StoreFixture desk;
        for (int i = 0; i < 3; ++i)
            QVERIFY(desk.enqueue(desk.registration(desk.office.newId<DocumentId>(), QStringLiteral("Αίτηση"))));
        QCOMPARE(desk->ready(desk.person(), 4)->size(), std::size_t{3}); // 4 would cut the second
        QCOMPARE(desk->ready(desk.person(), 6)->size(), std::size_t{6});
        QCOMPARE(desk->ready(desk.person(), 1)->size(), std::size_t{3}); // larger than the limit: still whole
        QCOMPARE(desk->ready(desk.person(), 100)->size(), std::size_t{9});
    }

    void anActOnWhatTheFeedBroughtBeforeTheAnswerIsTaken()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        const auto group = desk.registration(id, QStringLiteral("Η ροή πρόλαβε την απάντηση"));
        QVERIFY(desk.enqueue(group));
        const auto answers = desk.server.answer(group, desk.person());
        desk.take({desk.server.appeared(id)});
        auto note = desk.command(id, AddNote{QStringLiteral("αμέσως μετά")});
        note.after = {group[0].id, group[1].id};
        QVERIFY(desk.enqueue({note}));
        QCOMPARE(desk->waitingCount().value(), 4);
        QVERIFY(desk->settle(answers));
        QCOMPARE(desk->waitingCount().value(), 1);
        QCOMPARE(desk->views().document(id)->document.notes.back().text, QStringLiteral("αμέσως μετά"));
    }

    void aRefusedRegisterTakesItsChargeAndTheNoteBehindItAlong()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        const auto group = desk.registration(id, QStringLiteral("Αίτηση που δεν θα γίνει δεκτή"));
        QVERIFY(desk.enqueue(group));
        const auto note = desk.command(id, AddNote{QStringLiteral("ό,τι έγραψα δεν χάνεται")});
        QVERIFY(desk.enqueue({note})); // its dependence is the store's to know

        QVERIFY(desk->settle(
            {refused(group[0].id, ErrorCode::UnitUnknown), refused(group[1].id, ErrorCode::GroupRefused),
             refused(group[2].id, ErrorCode::GroupRefused), refused(note.id, ErrorCode::DependencyRefused)}));
        QCOMPARE(desk->views().document(id).error().code, ErrorCode::NotFound);
        QVERIFY(desk->views().find(QStringLiteral("δεκτή"), 10)->empty());
        QCOMPARE(desk->waitingCount().value(), 0);
        QVERIFY(desk->ready(desk.person(), 100)->empty());
        const auto attention = must(desk->views().attention());
        QCOMPARE(attention.size(), std::size_t{1});
        QCOMPARE(attention[0].command, group[0].id);
        QCOMPARE(attention[0].reason.code, ErrorCode::UnitUnknown);
        QCOMPARE(attention[0].dependents, 3);
        QCOMPARE(attention[0].kind, QStringLiteral("register"));
        QCOMPARE(attention[0].subject, QStringLiteral("Αίτηση που δεν θα γίνει δεκτή"));
        QCOMPARE(desk->views().counts()->attention, 1);
        QVERIFY(desk.lastNews.attention);

        // What is built on it is not taken; it itself is, once more, under new ids.
        const auto late = desk.command(id, AddNote{QStringLiteral("και άλλο")});
        QCOMPARE(codeOf(desk.enqueue({late})), ErrorCode::NotFound);
        QVERIFY(desk->tryAgain(group[0].id));
        QCOMPARE(desk->views().counts()->attention, 0);
        const auto again = must(desk->ready(desk.person(), 100));
        QCOMPARE(again.size(), std::size_t{4});
        QVERIFY(again[0].id != group[0].id && again[3].id != note.id);
        QCOMPARE(again[3].after, std::vector{again[0].id});
        QVERIFY(again[0].group != group[0].group && again[0].group == again[2].group);
        desk.synchronise();
        QCOMPARE(desk->views().document(id)->document.notes.size(), std::size_t{2});
    }

    void theReasonOfItsOwnIsShownWhicheverAnswerComesFirst()
    {
        StoreFixture desk;
        const auto group = desk.registration(desk.office.newId<DocumentId>(), QStringLiteral("Αίτηση"));
        QVERIFY(desk.enqueue(group));
        QVERIFY(
            desk->settle({refused(group[0].id, ErrorCode::GroupRefused), refused(group[1].id, ErrorCode::UnitUnknown),
                          refused(group[2].id, ErrorCode::GroupRefused)}));
        const auto attention = must(desk->views().attention());
        QCOMPARE(attention.size(), std::size_t{1});
        QCOMPARE(attention[0].reason.code, ErrorCode::UnitUnknown);
        QCOMPARE(attention[0].dependents, 2);
    }

    void anEntryPutAwayStaysInTheJournal()
    {
        StoreFixture desk;
        const auto group = desk.registration(desk.office.newId<DocumentId>(), QStringLiteral("Αίτηση"));
        QVERIFY(desk.enqueue(group));
        QVERIFY(desk->settle({refused(group[0].id, ErrorCode::NotPermitted)}));
        QVERIFY(desk->dismiss(group[0].id));
        QVERIFY(desk->views().attention()->empty());
        QCOMPARE(codeOf(desk->dismiss(group[0].id)), ErrorCode::NotFound);
        QCOMPARE(codeOf(desk->tryAgain(group[0].id)), ErrorCode::NotFound);
    }

    void whatTheServerCannotDoJustNowWaitsAndIsSentAgain()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        const auto group = desk.registration(id, QStringLiteral("Αίτηση"));
        QVERIFY(desk.enqueue(group));
        QVERIFY(
            desk->settle({refused(group[0].id, ErrorCode::ServerBusy), refused(group[1].id, ErrorCode::GroupRefused),
                          refused(group[2].id, ErrorCode::GroupRefused)}));
        QVERIFY(desk->views().attention()->empty());
        QVERIFY(desk->ready(desk.person(), 100)->empty());
        desk.clock.advance(std::chrono::minutes(1));
        QCOMPARE(desk->ready(desk.person(), 100)->size(), std::size_t{3});
    }

    void anActCanBeUndoneUntilItIsHandedOut()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        QVERIFY(desk.enqueue(desk.registration(id, QStringLiteral("Αίτηση"))));
        desk.synchronise();
        const auto note = desk.command(id, AddNote{QStringLiteral("βιάστηκα")});
        const auto behind = desk.command(id, AddNote{QStringLiteral("μετά")});
        QVERIFY(desk.enqueue({note}, desk.clock.instant + 6000));
        QVERIFY(desk.enqueue({behind}));
        QVERIFY(desk->ready(desk.person(), 10)->empty()); // what comes later on the same document waits with it
        QVERIFY(desk->undo(note.id));
        QCOMPARE(desk->views().document(id)->document.notes.size(), std::size_t{2});
        QCOMPARE(codeOf(desk->undo(note.id)), ErrorCode::StateChanged);
        QCOMPARE(desk->ready(desk.person(), 10)->size(), std::size_t{1});
        QCOMPARE(codeOf(desk->undo(behind.id)), ErrorCode::StateChanged);
    }

    void nothingIsUndoneUnderWhatWaitsBehindIt()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        const auto group = desk.registration(id, QStringLiteral("Αίτηση"));
        QVERIFY(desk.enqueue(group));
        QVERIFY(desk.enqueue({desk.command(id, AddNote{QStringLiteral("πάνω του")})}));
        QCOMPARE(codeOf(desk->undo(group[1].id)), ErrorCode::StateChanged);
        QCOMPARE(desk->waitingCount().value(), 4);
        desk.reopen(); // an earlier run may have sent it
        QCOMPARE(codeOf(desk->undo(group[1].id)), ErrorCode::StateChanged);
    }

    void whatOthersDidMeanwhileIsFoldedUnderWhatWaits()
    {
        StoreFixture clerk(&Office::clerk);
        Office& office = clerk.office;
        const auto id = office.newId<DocumentId>();
        const auto charge = office.newId<ChargeId>();
        clerk.server.act(id, office.registry, office.incoming());
        clerk.server.act(id, office.registry,
                         ChargeTo{charge, office.staffUnit, std::nullopt, Purpose::Action, {}, {}});
        clerk.take({clerk.server.appeared(id)});
        const auto takeOver = clerk.command(id, TakeOver{charge});
        const auto note = clerk.command(id, AddNote{QStringLiteral("το έχω εγώ")});
        QVERIFY(clerk.enqueue({takeOver}));
        QVERIFY(clerk.enqueue({note}));
        QCOMPARE(clerk->views().document(id)->row.holder, std::optional(office.clerk));

        // The head is faster: there is no room for the take-over any more, but there is for the note.
        const auto records = clerk.server.act(id, office.head, TakeOver{charge});
        clerk.take({SmallServer::event(records.front())});
        auto state = must(clerk->views().document(id));
        QCOMPARE(state.row.holder, std::optional(office.head));
        QCOMPARE(state.document.notes.size(), std::size_t{1});
        const auto waiting = must(clerk->views().waiting(id));
        QCOMPARE(waiting.size(), std::size_t{2});
        QVERIFY(!waiting[0].fits);
        QVERIFY(waiting[1].fits);
        const auto history = must(clerk->views().history(id));
        QCOMPARE(history.size(), std::size_t{2}); // the head's act; the note. Older ones are at the server.
        QVERIFY(!history[0].waiting && history[1].waiting);
        QVERIFY(!state.historyComplete);

        clerk.synchronise();
        state = must(clerk->views().document(id));
        QCOMPARE(state.document, clerk.server.document(id));
        QCOMPARE(clerk->views().attention()->size(), std::size_t{1});
        QCOMPARE(clerk->views().attention()->front().command, takeOver.id);
    }

    void aGroupOverTwoDocumentsIsLeftOutWhole()
    {
        StoreFixture clerk(&Office::clerk);
        Office& office = clerk.office;
        const auto first = office.newId<DocumentId>();
        const auto second = office.newId<DocumentId>();
        const auto charge = office.newId<ChargeId>();
        for (const DocumentId& id : {first, second})
            clerk.server.act(id, office.registry, office.incoming());
        clerk.server.act(second, office.registry,
                         ChargeTo{charge, office.staffUnit, std::nullopt, Purpose::Action, {}, {}});
        clerk.take({clerk.server.appeared(first), clerk.server.appeared(second)});
        std::vector<Command> batch{clerk.command(first, AddNote{QStringLiteral("μαζί")}),
                                   clerk.command(second, TakeOver{charge})};
        for (Command& each : batch)
            each.group = GroupId(QUuid(u"00000000-0000-4000-8000-0000000000aa"));
        QVERIFY(clerk.enqueue(batch));
        QCOMPARE(clerk->views().document(first)->document.notes.size(), std::size_t{1});
        const auto records = clerk.server.act(second, office.head, TakeOver{charge});
        clerk.take({SmallServer::event(records.front())});
        QCOMPARE(clerk->views().document(first)->document.notes.size(), std::size_t{0});
        QVERIFY(!clerk->views().waiting(first)->front().fits);
        QVERIFY(clerk.lastNews.documents.contains(first));

        // The head returns it, the charge is free again: the whole group fits again.
        clerk.server.document(second).charges[0].state = ChargeState::Charged;
        clerk.server.document(second).charges[0].handler.reset();
        ++clerk.server.seq;
        clerk.take({clerk.server.appeared(second)});
        QCOMPARE(clerk->views().document(first)->document.notes.size(), std::size_t{1});
    }

    void theStoreIsAfterAReopeningWhatItWasBefore()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        QVERIFY(desk.enqueue(desk.registration(id, QStringLiteral("Αίτηση"))));
        const auto before = must(desk->views().document(id));
        const auto rows = must(desk->views().list({.list = storage::ViewList::Book}));
        desk.reopen();
        QCOMPARE(desk->views().document(id)->document, before.document);
        QCOMPARE(desk->views().list({.list = storage::ViewList::Book}).value(), rows);
        QCOMPARE(desk->person(), std::optional(desk.person()));
        QCOMPARE(desk->organisation()->units.size(), desk.office.organisation.units.size());
        desk.synchronise();
        QCOMPARE(desk->views().document(id)->row.numberState, NumberState::Given);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "test_outbox.moc"
