#include "tests/core/sync/engine_bench.h"
#include "wire/command_json.h"
#include "wire/json_reader.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::sync;
using namespace diakinisi::tests;
using namespace std::chrono_literals;

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signedOutNothingIsSaid()
    {
        EngineBench bench;
        bench.queue(bench.note());
        QVERIFY(!bench.engine.step());
        QCOMPARE(bench.transport.begun, 0);
        QCOMPARE(bench.engine.status().waiting, 1);
        QCOMPARE(bench.engine.status().phase, Phase::SignedOut);
    }

    void afterSigningInTheServerIsAskedThenAllElseRunsSideBySide()
    {
        EngineBench bench;
        bench.outbox.waiting.push_back(bench.note());
        bench.signIn();
        QCOMPARE(bench.transport.open.size(), std::size_t{1});
        QVERIFY(bench.answerServer());
        QVERIFY(bench.transport.has(QStringLiteral("POST /api/v1/commands")));
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/directory")));
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/feed?limit=200&wait=0")));
        for (const auto& open : bench.transport.open)
            QCOMPARE(open.request.headers.at("Authorization"), QByteArray("Bearer token"));
    }

    void onceCaughtUpItListens()
    {
        EngineBench bench;
        bench.calm();
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/feed?after=1.1.aa&limit=200&wait=50")));
        QCOMPARE(bench.engine.status().phase, Phase::Synced);
        QCOMPARE(*bench.engine.status().lastSynced, bench.clock.now());
        QCOMPARE(bench.phases, (std::vector{Phase::Connecting, Phase::Syncing, Phase::Synced}));
    }

    void aLongFeedIsReadPageByPageWithoutWaiting()
    {
        EngineBench bench;
        bench.signIn();
        bench.answerServer();
        bench.transport.answer(QStringLiteral("GET /api/v1/feed"), 200,
                               EngineBench::page(QStringLiteral("1.1.aa"), true));
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/feed?after=1.1.aa&limit=200&wait=0")));
        QCOMPARE(bench.feed.pages, 1);
    }

    void aCommandLeavesWhileTheFeedListensAndIsSettled()
    {
        EngineBench bench;
        bench.calm();
        const auto command = bench.queue(bench.note());
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/feed")));
        QCOMPARE(bench.engine.status().waiting, 1);
        const Request* request = bench.transport.request(QStringLiteral("POST /api/v1/commands"));
        QVERIFY(request);
        const auto read = wire::commandsFromJson(*wire::readJsonObject(request->body));
        QCOMPARE(read->front().id, command.id);
        bench.transport.answer(QStringLiteral("POST /api/v1/commands"), 200, EngineBench::applied({command}));
        QCOMPARE(bench.outbox.applied[command.id], 1);
        QCOMPARE(bench.changed, QVector{command.document});
        QCOMPARE(bench.engine.status().waiting, 0);
        QCOMPARE(bench.engine.status().phase, Phase::Synced);
    }

    void aRefusalIsSettledAndTold()
    {
        EngineBench bench;
        bench.calm();
        const auto command = bench.queue(bench.note());
        const wire::CommandsAnswer answer{
            {{command.id, wire::CommandStatus::Refused, {}, wire::problemOf(Error{ErrorCode::NotPermitted, {}, {}})}}};
        bench.transport.answer(QStringLiteral("POST /api/v1/commands"), 200, wire::toJson(answer));
        QCOMPARE(bench.outbox.refused[command.id].code, ErrorCode::NotPermitted);
        QCOMPARE(bench.attention, 1);
        QVERIFY(!bench.engine.status().problem);
    }

    void whatSomebodyElseLeftBehindDoesNotLeaveUnderMySession()
    {
        EngineBench bench;
        bench.outbox.owner = bench.ids.make<domain::PersonId>();
        bench.outbox.waiting.push_back(bench.note());
        bench.calm();
        QVERIFY(!bench.transport.has(QStringLiteral("POST")));
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
    }

    void newsOfTheOrganisationFetchTheDirectory()
    {
        EngineBench bench;
        bench.calm();
        wire::FeedPage page{{}, QStringLiteral("1.2.bb"), false};
        wire::FeedItem item;
        item.position = 2;
        item.type = wire::FeedItemType::DocumentWithdrawn;
        item.document = domain::organisationDocument();
        page.items = {item};
        QVERIFY(!bench.transport.has(QStringLiteral("GET /api/v1/directory")));
        bench.transport.answer(QStringLiteral("GET /api/v1/feed"), 200, wire::toJson(page));
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/directory?after=0")));
        wire::DirectorySnapshot snapshot;
        snapshot.position = 2;
        bench.transport.answer(QStringLiteral("GET /api/v1/directory"), 200, wire::toJson(snapshot));
        QCOMPARE(bench.feed.directory, 2);
    }

    void theClocksAreComparedAtTheMiddleOfTheExchange()
    {
        EngineBench bench;
        bench.signIn();
        const QJsonObject info = bench.serverInfo(1, 5'000);
        bench.clock.advance(200ms);
        bench.transport.answer(QStringLiteral("GET /api/v1/server"), 200, info);
        QCOMPARE(bench.feed.offset, 4'900);
        QCOMPARE(bench.engine.status().clockOffsetMs, 4'900);
    }

    void anotherLedgerBehindTheAddressIsNotOurServer()
    {
        EngineBench bench;
        bench.outbox.waiting.push_back(bench.note());
        bench.signIn();
        bench.ledger = bench.ids.make<domain::LedgerId>();
        bench.answerServer();
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::ServerUntrusted);
        QVERIFY(bench.transport.open.empty());
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
    }

    void signingOutEndsEverythingUnderWay()
    {
        EngineBench bench;
        bench.calm();
        bench.queue(bench.note());
        bench.engine.signOut();
        QVERIFY(bench.transport.open.empty());
        QCOMPARE(bench.engine.status().phase, Phase::SignedOut);
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
