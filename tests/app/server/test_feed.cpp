#include "tests/app/server/office_fixture.h"

#include <QTest>

#include <future>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::server;

namespace {

QString typeOf(const QJsonValue& item)
{
    return item.toObject().value(QStringLiteral("type")).toString();
}

/// "document-appeared", "event", ... of this document, in order.
QStringList typesOf(const QJsonArray& items, const DocumentId& document)
{
    QStringList types;
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        const QString named = item.value(QStringLiteral("document")).toString();
        const QString ofRecord = item.value(QStringLiteral("record"))
                                     .toObject()
                                     .value(QStringLiteral("envelope"))
                                     .toObject()
                                     .value(QStringLiteral("document"))
                                     .toString();
        if (named == document.toString() || ofRecord == document.toString())
            types << typeOf(value);
    }
    return types;
}

int countOf(const QJsonArray& items, const char* type)
{
    int count = 0;
    for (const QJsonValue& item : items)
        count += typeOf(item) == QLatin1StringView(type) ? 1 : 0;
    return count;
}

ChargeTo chargeTo(const UnitId& unit)
{
    return {ChargeId(QUuid::createUuid()), unit, std::nullopt, Purpose::Action, {}, {}};
}

const QString appeared = QStringLiteral("document-appeared");
const QString withdrawn = QStringLiteral("document-withdrawn");
const QString told = QStringLiteral("event");

} // namespace

/// What reaches whom: each person's feed holds what he may see, when he may see it, and nothing else.
class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentAppearsWithItsStateAndThenItsEventsFollow()
    {
        OfficeFixture fixture;
        QString cursor;
        fixture.allItems(fixture.town.clerk, cursor);
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        const QJsonArray first = fixture.allItems(fixture.town.clerk, cursor);
        QCOMPARE(typesOf(first, document), QStringList{appeared});
        fixture.submit(fixture.town.registry, fixture.command(document, AddNote{QStringLiteral("α")}));
        fixture.submit(fixture.town.registry, fixture.command(document, AddNote{QStringLiteral("β")}));
        QCOMPARE(typesOf(fixture.allItems(fixture.town.clerk, cursor), document), (QStringList{told, told}));
        QCOMPARE(fixture.allItems(fixture.town.clerk, cursor).size(), 0);
    }

    void aThirdPersonLearnsNothing()
    {
        OfficeFixture fixture;
        QVERIFY(fixture.upload(fixture.town.registry, "the letter"));
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        QString cursor;
        const QJsonArray items = fixture.allItems(fixture.town.payer, cursor);
        QCOMPARE(typesOf(items, document), QStringList());
        const auto view = fixture.view();
        QCOMPARE(fixture.office->document(*view, fixture.town.payer, document).error(),
                 fixture.office->document(*view, fixture.town.payer, fixture.newDocument()).error());
        QCOMPARE(view->mayReadFile(fixture.town.payer, Sha256::of("the letter")).value(), false);
        const auto rows = view->registerRows(fixture.town.payer, mainSeries, 2026, 1, 9, 9).value();
        QCOMPARE(rows.size(), std::size_t{1});
        QVERIFY(rows.front().documentState.isEmpty());
        QVERIFY(!rows.front().date.isEmpty());
    }

    void whoMaySeeIsAskedForEverybody()
    {
        OfficeFixture fixture;
        const auto open = fixture.newDocument();
        const auto restricted = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, open);
        Register secret = fixture.town.incoming();
        secret.access = {true, {fixture.town.mayor}};
        QVERIFY(!fixture.submit(fixture.town.registry, fixture.command(restricted, secret)).refusal);
        for (const Person& person : fixture.town.organisation.persons) {
            QString cursor;
            const QJsonArray items = fixture.allItems(person.id, cursor);
            for (const auto& id : {open, restricted}) {
                const bool sees = maySee(fixture.document(id), fixture.town.organisation, person.id);
                QCOMPARE(typesOf(items, id), sees ? QStringList{appeared} : QStringList());
                const auto row = fixture.view()->document(id).value();
                QCOMPARE(fixture.view()->maySee(person.id, row->key).value(), sees);
            }
        }
    }

    void aDocumentThatIsRestrictedGoesOutOfSightAtOnce()
    {
        OfficeFixture fixture;
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        QString clerk;
        QString mayor;
        QCOMPARE(typesOf(fixture.allItems(fixture.town.clerk, clerk), document), QStringList{appeared});
        fixture.allItems(fixture.town.mayor, mayor);
        fixture.submit(fixture.town.registry, fixture.command(document, AddNote{QStringLiteral("μυστικό")}));
        const auto set = fixture.submit(fixture.town.registryHead,
                                        fixture.command(document, SetAccess{{true, {fixture.town.mayor}}}));
        QVERIFY2(!set.refusal, set.refusal ? qPrintable(errorWord(set.refusal->code)) : "");
        // Neither the note nor the restriction itself: only that it has gone.
        QCOMPARE(typesOf(fixture.allItems(fixture.town.clerk, clerk), document), QStringList{withdrawn});
        QCOMPARE(typesOf(fixture.allItems(fixture.town.mayor, mayor), document), QStringList{appeared});
        QCOMPARE(fixture.allItems(fixture.town.clerk, clerk).size(), 0);
    }

    void aPersonWhoChangesUnitsLosesTheOldOnesDocumentsAndGetsTheNewOnes()
    {
        OfficeFixture fixture;
        std::vector<DocumentId> staff;
        for (int i = 0; i < 7; ++i) {
            staff.push_back(fixture.newDocument());
            fixture.registerOne(fixture.town.registry, staff.back());
        }
        const auto finance = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, finance);
        fixture.submit(fixture.town.registry, fixture.command(finance, chargeTo(fixture.town.finance)));
        QString clerk;
        QString payer;
        QCOMPARE(countOf(fixture.allItems(fixture.town.clerk, clerk), "document-appeared"), 8);
        QCOMPARE(countOf(fixture.allItems(fixture.town.payer, payer), "document-appeared"), 1);
        DefinePerson moved{fixture.town.clerk,
                           QStringLiteral("clerk"),
                           QStringLiteral("clerk"),
                           QStringLiteral("clerk"),
                           {{Role::Clerk, fixture.town.finance}},
                           true};
        DefinePerson back{fixture.town.payer,
                          QStringLiteral("payer"),
                          QStringLiteral("payer"),
                          QStringLiteral("payer"),
                          {{Role::Clerk, fixture.town.staffUnit}},
                          true};
        for (const auto& each : {moved, back})
            QVERIFY(!fixture.submit(systemActor(), fixture.command(organisationDocument(), each)).refusal);
        // Pages of two cut in the middle of one position: nothing is lost or told twice.
        const QJsonArray lost = fixture.allItems(fixture.town.clerk, clerk, 2);
        QCOMPARE(countOf(lost, "document-withdrawn"), 7);
        // Seen through another unit now than before: told afresh, with its state.
        QCOMPARE(typesOf(lost, finance), QStringList{appeared});
        QCOMPARE(countOf(lost, "document-appeared"), 1);
        const QJsonArray got = fixture.allItems(fixture.town.payer, payer, 2);
        QCOMPARE(typesOf(got, finance), QStringList{appeared});
        QCOMPARE(countOf(got, "document-appeared"), 8);
        for (const DocumentId& id : staff) {
            QCOMPARE(typesOf(lost, id), QStringList{withdrawn});
            QCOMPARE(typesOf(got, id), QStringList{appeared});
        }
    }

    void organisationEventsReachEverybody()
    {
        OfficeFixture fixture;
        QString cursor;
        const QJsonArray items = fixture.allItems(fixture.town.payer, cursor, 3);
        QCOMPARE(countOf(items, "event"), 16); // founded, 5 units, 10 persons
    }

    void aCursorOfAnotherEpochOrAnotherPastIsRewound()
    {
        OfficeFixture fixture;
        QString cursor;
        fixture.allItems(fixture.town.clerk, cursor);
        QStringList parts = cursor.split(u'.');
        const QString otherEpoch = QStringLiteral("2.") + parts[1] + u'.' + parts[2];
        QCOMPARE(fixture.feed(fixture.town.clerk, otherEpoch).error().code, ErrorCode::LedgerRewound);
        const QString otherPast = parts[0] + u'.' + parts[1] + u'.' + Sha256::of("elsewhere").hex();
        QCOMPARE(fixture.feed(fixture.town.clerk, otherPast).error().code, ErrorCode::LedgerRewound);
        const QString ahead = parts[0] + QStringLiteral(".999999.") + parts[2];
        QCOMPARE(fixture.feed(fixture.town.clerk, ahead).error().code, ErrorCode::LedgerRewound);
        for (const char* nonsense : {"x", "1.2", "1.1.", "1.1.zz", "1.1.1.1.1.1.1"})
            QCOMPARE(fixture.feed(fixture.town.clerk, QString::fromLatin1(nonsense)).error().code,
                     ErrorCode::MalformedInput);
    }

    void aWaitingFeedIsWokenByWhatConcernsItAndByNothingElse()
    {
        OfficeFixture fixture;
        QString clerk;
        QString payer;
        fixture.allItems(fixture.town.clerk, clerk);
        fixture.allItems(fixture.town.payer, payer);
        std::promise<QByteArray> seen;
        std::promise<QByteArray> unseen;
        const auto now = std::chrono::steady_clock::now();
        fixture.office->feed(fixture.town.clerk, clerk, 10, now + std::chrono::seconds(30),
                             [&](Result<FeedBytes> page) { seen.set_value(page->json); });
        fixture.office->feed(fixture.town.payer, payer, 10, now + std::chrono::milliseconds(700),
                             [&](Result<FeedBytes> page) { unseen.set_value(page->json); });
        const auto document = fixture.newDocument();
        fixture.registerOne(fixture.town.registry, document);
        auto woken = seen.get_future();
        QVERIFY(woken.wait_for(std::chrono::seconds(10)) == std::future_status::ready);
        QVERIFY(woken.get().contains("document-appeared"));
        auto timedOut = unseen.get_future();
        QVERIFY(timedOut.wait_for(std::chrono::milliseconds(100)) == std::future_status::timeout);
        QVERIFY(timedOut.get().contains("\"items\":[]"));
    }

    void aSubstituteSeesUntilTheReplacementIsOver()
    {
        OfficeFixture fixture;
        Register secret = fixture.town.incoming();
        secret.access = {true, {fixture.town.director}};
        const auto document = fixture.newDocument();
        QVERIFY(!fixture.submit(fixture.town.registry, fixture.command(document, secret)).refusal);
        QString cursor;
        QCOMPARE(typesOf(fixture.allItems(fixture.town.treasurer, cursor), document), QStringList());
        const Replacement away{fixture.town.director, fixture.town.treasurer, fixture.clock.instant,
                               fixture.clock.instant + 60'000};
        QVERIFY(!fixture.submit(systemActor(), fixture.command(organisationDocument(), SetReplacement{away})).refusal);
        QCOMPARE(typesOf(fixture.allItems(fixture.town.treasurer, cursor), document), QStringList{appeared});
        fixture.clock.instant = fixture.clock.instant + 60'001;
        fixture.registerOne(fixture.town.registry, fixture.newDocument());
        QCOMPARE(typesOf(fixture.allItems(fixture.town.treasurer, cursor), document), QStringList{withdrawn});
    }
};

QTEST_GUILESS_MAIN(TestFeed)
#include "test_feed.moc"
