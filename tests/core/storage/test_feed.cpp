#include "tests/support/store_fixture.h"

#include "storage/sqlite/rows.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using namespace diakinisi::test;

namespace {

/// Everything that the store keeps of documents, to see whether anything changed.
QByteArray dump(const StoreFixture& desk)
{
    auto connection = must(storage::Connection::open(desk.folder() + QStringLiteral("/desk.db")));
    QByteArray all;
    for (const char* sql : {"SELECT * FROM document", "SELECT * FROM document_state", "SELECT * FROM event",
                            "SELECT * FROM search_text", "SELECT * FROM list_count", "SELECT * FROM document_file",
                            "SELECT * FROM profile WHERE key <> 'store.cursor'"}) {
        auto statement = must(connection->prepare(sql));
        while (must(statement.step()))
            for (int i = 0; i < 26; ++i)
                all += statement.blob(i) + '|';
    }
    return Sha256::of(all).raw() + QByteArray::number(all.size());
}

qint64 count(const StoreFixture& desk, const QByteArray& sql)
{
    auto connection = must(storage::Connection::open(desk.folder() + QStringLiteral("/desk.db")));
    return must(storage::oneInteger(*connection, sql, 0));
}

} // namespace

class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageMovesTheCursor()
    {
        StoreFixture desk;
        QCOMPARE(must(desk->cursor()), QString());
        const auto id = desk.office.newId<DocumentId>();
        const auto records = desk.server.act(id, desk.office.registry, desk.office.incoming());
        const auto page = desk.server.page({SmallServer::event(records.front())});
        QVERIFY(desk->take(page));
        QCOMPARE(must(desk->cursor()), page.cursor);
        QCOMPARE(must(desk->views().document(id)).document, desk.server.document(id));
        desk.reopen();
        QCOMPARE(must(desk->cursor()), page.cursor);
    }

    void theSamePageTwiceChangesNothing()
    {
        StoreFixture desk;
        Office& office = desk.office;
        const auto known = office.newId<DocumentId>();
        const auto fresh = office.newId<DocumentId>();
        const auto gone = office.newId<DocumentId>();
        for (const DocumentId& id : {known, gone})
            desk.server.act(id, office.registry, office.incoming());
        desk.take({desk.server.appeared(known), desk.server.appeared(gone)});
        std::vector<wire::FeedItem> items{
            SmallServer::event(desk.server.act(known, office.clerk, AddNote{QStringLiteral("ένα")}).front()),
            SmallServer::event(desk.server.act(fresh, office.registry, office.incoming()).front())};
        desk.server.act(known, office.clerk, AddNote{QStringLiteral("δύο")});
        items.push_back(desk.server.appeared(known));
        items.push_back(desk.server.withdrawn(gone));
        items.push_back(
            SmallServer::event(desk.server.act(known, office.clerk, AddNote{QStringLiteral("τρία")}).front()));
        const auto page = desk.server.page(items);
        QVERIFY(desk->take(page));
        QCOMPARE(must(desk->views().document(known)).document, desk.server.document(known));
        const QByteArray before = dump(desk);
        QVERIFY(desk->take(page));
        QCOMPARE(dump(desk), before);
    }

    void anAnswerBeforeEarlierEventsIsPutInOrder()
    {
        StoreFixture clerk(&Office::clerk);
        Office& office = clerk.office;
        const auto id = office.newId<DocumentId>();
        clerk.server.act(id, office.registry, office.incoming());
        clerk.take({clerk.server.appeared(id)});
        const auto early = clerk.server.act(id, office.head, AddNote{QStringLiteral("πρώτα η προϊσταμένη")});
        QVERIFY(clerk.enqueue({clerk.command(id, AddNote{QStringLiteral("ύστερα εγώ")})}));
        clerk.synchronise(); // the answer overtakes the feed
        QCOMPARE(must(clerk->views().document(id)).document.notes.size(), std::size_t{1});
        clerk.take({SmallServer::event(early.front())});
        QCOMPARE(must(clerk->views().document(id)).document, clerk.server.document(id));
        QCOMPARE(must(clerk->views().history(id)).size(), std::size_t{2});
    }

    void anOlderSnapshotGoesUnderLaterEvents()
    {
        StoreFixture clerk(&Office::clerk);
        Office& office = clerk.office;
        const auto id = office.newId<DocumentId>();
        clerk.server.act(id, office.registry, office.incoming());
        clerk.take({clerk.server.appeared(id)});
        clerk.server.act(id, office.head, AddNote{QStringLiteral("α")});
        const auto snapshot = clerk.server.appeared(id);
        QVERIFY(clerk.enqueue({clerk.command(id, AddNote{QStringLiteral("β")})}));
        clerk.synchronise();
        clerk.take({snapshot});
        QCOMPARE(must(clerk->views().document(id)).document, clerk.server.document(id));
    }

    void eventsOfAnUnknownDocumentMeanNothing()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        desk.server.act(id, desk.office.registry, desk.office.incoming());
        const auto late = desk.server.act(id, desk.office.clerk, AddNote{QStringLiteral("μόνο αυτό")});
        desk.take({SmallServer::event(late.front())});
        QVERIFY(!desk->views().document(id));
        QCOMPARE(count(desk, "SELECT count(*) FROM event"), 0);
    }

    void whatIsWithdrawnLeavesNothingBehind()
    {
        StoreFixture desk;
        Office& office = desk.office;
        const auto id = office.newId<DocumentId>();
        const auto records = desk.server.act(id, office.registry, office.incoming(QStringLiteral("Απόρρητη υπόθεση")));
        desk.take({SmallServer::event(records.front())});
        const Sha256 digest = desk.server.document(id).items[0].versions[0].renditions[0].file.digest;
        QVERIFY(desk->files().want(digest));
        QVERIFY(desk->files().appendDownload(digest, 0, "the letter"));
        QVERIFY(desk->files().finishDownload(digest));
        QVERIFY(desk->files().pin(digest, id));
        QCOMPARE(must(desk->files().state(digest)), storage::HeldFiles::State::Here);
        QCOMPARE(must(desk->views().find(QStringLiteral("απόρρητη"), 10)).size(), std::size_t{1});

        desk.take({desk.server.withdrawn(id)});
        QVERIFY(!desk->views().document(id));
        QVERIFY(must(desk->views().find(QStringLiteral("απόρρητη"), 10)).empty());
        QVERIFY(must(desk->views().list({.list = storage::ViewList::Book})).empty());
        QCOMPARE(must(desk->views().counts()).of[storage::ViewList::Book].all, 0);
        QCOMPARE(must(desk->files().state(digest)), storage::HeldFiles::State::AtServer);
        QVERIFY(!desk->files().open(digest));
        for (const char* table : {"document", "document_state", "event", "search_text", "document_file", "pin", "file"})
            QCOMPARE(count(desk, QByteArray("SELECT count(*) FROM ") + table), 0);
        QVERIFY(desk.lastNews.documents.contains(id));
        // The index itself knows of no word either.
        auto connection = must(storage::Connection::open(desk.folder() + QStringLiteral("/desk.db")));
        QVERIFY(connection->execute("INSERT INTO search(search) VALUES ('integrity-check')"));
    }

    void whatWaitsOnAWithdrawnDocumentIsKept()
    {
        StoreFixture clerk(&Office::clerk);
        const auto id = clerk.office.newId<DocumentId>();
        clerk.server.act(id, clerk.office.registry, clerk.office.incoming());
        clerk.take({clerk.server.appeared(id)});
        QVERIFY(clerk.enqueue({clerk.command(id, AddNote{QStringLiteral("το γράφω εγώ")})}));
        clerk.take({clerk.server.withdrawn(id)});
        QVERIFY(!clerk->views().document(id));
        QCOMPARE(must(clerk->waitingCount()), 1);
        clerk.take({clerk.server.appeared(id)});
        QCOMPARE(must(clerk->views().document(id)).document.notes.size(), std::size_t{1});
    }

    void fetchedHistoryCompletesTheWay()
    {
        StoreFixture desk;
        const auto id = desk.office.newId<DocumentId>();
        auto records = desk.server.act(id, desk.office.registry, desk.office.incoming());
        const auto more = desk.server.act(id, desk.office.clerk, AddNote{QStringLiteral("σημείωση")});
        records.insert(records.end(), more.begin(), more.end());
        desk.take({desk.server.appeared(id)});
        QVERIFY(!must(desk->views().document(id)).historyComplete);
        QVERIFY(desk->takeHistory(id, records));
        const auto state = must(desk->views().document(id));
        QVERIFY(state.historyComplete);
        QCOMPARE(state.document, desk.server.document(id));
        QCOMPARE(must(desk->views().history(id)).size(), records.size());
    }

    void afterARewindingEverythingIsReadAgainAndTheLostIsKept()
    {
        StoreFixture desk;
        Office& office = desk.office;
        const auto known = office.newId<DocumentId>();
        const auto lost = office.newId<DocumentId>();
        const auto withdrawn = office.newId<DocumentId>();
        const auto waiting = office.newId<DocumentId>();
        desk.server.act(known, office.registry, office.incoming());
        desk.server.act(withdrawn, office.registry, office.incoming());
        desk.take({desk.server.appeared(known), desk.server.appeared(withdrawn)});
        const auto records = desk.server.act(lost, office.registry, office.incoming(QStringLiteral("Χαμένη")));
        desk.take({SmallServer::event(records.front())});
        QVERIFY(desk.enqueue(desk.registration(waiting, QStringLiteral("Σε αναμονή"))));

        QVERIFY(desk->rewind(2));
        QVERIFY(desk->rewind(2)); // told twice
        QCOMPARE(must(desk->cursor()), QString());
        QCOMPARE(must(desk->directoryPosition()), 0);
        QCOMPARE(must(desk->waitingCount()), 3);
        desk.server.epoch = 2;
        QVERIFY(desk->take(desk.server.page({desk.server.appeared(known)}, true)));
        QVERIFY(desk->views().document(withdrawn)); // not before all was read
        QVERIFY(desk->take(desk.server.page({})));
        QVERIFY(!desk->views().document(withdrawn));
        QVERIFY(desk->views().document(known));
        QVERIFY(desk->views().document(lost)); // the clerk has its number in hand
        const auto handback = must(desk->handback(100));
        QCOMPARE(handback, records);
        desk.take({SmallServer::event(records.front())});
        QVERIFY(must(desk->handback(100)).empty());
        QVERIFY(desk->rewind(1)); // of long ago
        QVERIFY(!must(desk->cursor()).isEmpty());
    }

    void aServerPutBackWithoutANewEpochIsReadAfreshToo()
    {
        StoreFixture desk;
        Office& office = desk.office;
        const auto lost = office.newId<DocumentId>();
        const auto records = desk.server.act(lost, office.registry, office.incoming());
        desk.take({SmallServer::event(records.front())});
        QVERIFY(desk->rewind(1));
        QCOMPARE(must(desk->cursor()), QString());
        QVERIFY(desk->take(desk.server.page({})));
        QVERIFY(desk->views().document(lost));
        QCOMPARE(must(desk->handback(100)), records);
    }

    void anOlderDirectoryIsIgnored()
    {
        StoreFixture desk;
        Organisation other = desk.office.organisation;
        other.name = QStringLiteral("Άλλος");
        QVERIFY(desk->takeDirectory({1, other}));
        QCOMPARE(desk->organisation()->name, desk.office.organisation.name);
        QVERIFY(desk->takeDirectory({7, other}));
        QCOMPARE(desk->organisation()->name, other.name);
        QVERIFY(desk.lastNews.directory);
        QCOMPARE(must(desk->directoryPosition()), 7);
    }

    void theClockOffsetIsKept()
    {
        StoreFixture desk;
        QVERIFY(!must(desk->clockOffset()));
        QVERIFY(desk->noteClockOffset(-1500, Instant{77}));
        QCOMPARE(must(desk->clockOffset()), std::optional(std::pair(qint64{-1500}, Instant{77})));
    }
};

QTEST_GUILESS_MAIN(TestFeed)
#include "test_feed.moc"
