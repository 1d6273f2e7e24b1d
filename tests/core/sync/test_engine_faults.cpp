#include "tests/core/sync/engine_bench.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::sync;
using namespace diakinisi::tests;
using namespace std::chrono_literals;

namespace {

const QString server = QStringLiteral("GET /api/v1/server");
const QString feed = QStringLiteral("GET /api/v1/feed");
const QString commands = QStringLiteral("POST /api/v1/commands");

QJsonObject problem(ErrorCode code, int status)
{
    return wire::problemOf(Error{code, {}, {}}, status, {});
}

} // namespace

class TestEngineFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAbsentServerIsAskedEverMoreSeldomByOneQuestionOnly()
    {
        EngineBench bench;
        bench.outbox.waiting.push_back(bench.note());
        bench.signIn();
        std::chrono::nanoseconds last{0};
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(bench.transport.open.size(), std::size_t{1});
            QVERIFY(bench.transport.fail(server, ErrorCode::ServerUnreachable));
            QCOMPARE(bench.engine.status().phase, Phase::Offline);
            const auto wait = *bench.wake - bench.clock.moment;
            QVERIFY(wait <= 60s);
            if (i >= 6)
                QVERIFY(wait > 20s && last > 10s);
            last = wait;
            QVERIFY(bench.wakeUp());
        }
        QVERIFY(bench.answerServer());
        QVERIFY(bench.transport.has(commands));
        QVERIFY(!bench.engine.status().problem);
    }

    void theClerkDoesNotWaitForTheBackOff()
    {
        EngineBench bench;
        bench.signIn();
        bench.transport.fail(server, ErrorCode::ServerUnreachable);
        QVERIFY(bench.transport.open.empty());
        bench.engine.kick();
        QVERIFY(bench.transport.has(server));
    }

    void aLostAnswerSendsTheSameCommandAgain()
    {
        EngineBench bench;
        bench.calm();
        const auto command = bench.queue(bench.note());
        bench.transport.fail(commands, ErrorCode::TimedOut);
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
        bench.wakeUp();
        bench.answerServer();
        wire::CommandsAnswer repeated{{{command.id, wire::CommandStatus::Repeated, {}, {}}}};
        QVERIFY(bench.transport.answer(commands, 200, wire::toJson(repeated)));
        QCOMPARE(bench.outbox.applied[command.id], 1);
        QVERIFY(bench.outbox.waiting.empty());
    }

    void aSessionThatIsOverLosesNothing()
    {
        EngineBench bench;
        bench.calm();
        const auto command = bench.queue(bench.note());
        bench.transport.answer(commands, 401, problem(ErrorCode::SessionExpired, 401));
        QCOMPARE(bench.engine.status().phase, Phase::SessionExpired);
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::SessionExpired);
        QVERIFY(bench.transport.open.empty());
        bench.engine.kick();
        QVERIFY(bench.transport.open.empty());
        bench.signIn();
        bench.answerServer();
        bench.transport.answer(commands, 200, EngineBench::applied({command}));
        QCOMPARE(bench.outbox.applied[command.id], 1);
    }

    void aRevokedDeviceStopsWithItsReason()
    {
        EngineBench bench;
        bench.calm();
        bench.transport.answer(feed, 403, problem(ErrorCode::DeviceRevoked, 403));
        QCOMPARE(bench.engine.status().phase, Phase::SessionExpired);
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::DeviceRevoked);
    }

    void aStrangersCertificateEndsEveryTalkAndLosesNothing()
    {
        EngineBench bench;
        bench.calm();
        bench.queue(bench.note());
        bench.transport.fail(feed, ErrorCode::ServerUntrusted);
        QCOMPARE(bench.engine.status().phase, Phase::ServerUntrusted);
        QVERIFY(bench.transport.open.empty());
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
        QVERIFY(*bench.wake - bench.clock.moment >= 59s);
        bench.wakeUp();
        bench.answerServer(); // our own again
        QCOMPARE(bench.engine.status().phase, Phase::Syncing);
        QVERIFY(bench.transport.has(commands));
    }

    void aDirectoryThatDidNotComeIsFetchedAgain()
    {
        EngineBench bench;
        bench.signIn();
        bench.answerServer();
        bench.transport.fail(QStringLiteral("GET /api/v1/directory"), ErrorCode::TimedOut);
        bench.wakeUp();
        bench.answerServer();
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/directory")));
    }

    void aBusyServerIsLeftAloneAsLongAsItSaysButOnlyInThat()
    {
        EngineBench bench;
        bench.calm();
        bench.queue(bench.note());
        bench.transport.answer(commands, 503, QByteArray(), {{"retry-after", "30"}});
        QVERIFY(!bench.transport.has(commands));
        QVERIFY(bench.transport.has(feed)); // listening goes on
        QVERIFY(*bench.wake - bench.clock.moment >= 30s);
        bench.wakeUp();
        QVERIFY(bench.transport.has(commands));
    }

    void halfAnAnswerIsNoAnswer()
    {
        EngineBench bench;
        bench.calm();
        const auto command = bench.queue(bench.note());
        bench.transport.answer(commands, 200, QByteArray("{\"results\":[{\"id\":"));
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::MalformedInput);
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
        bench.wakeUp();
        bench.transport.answer(commands, 200, EngineBench::applied({bench.note()})); // somebody else's answer
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::MalformedInput);
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
        bench.wakeUp();
        bench.transport.answer(commands, 200, EngineBench::applied({command}));
        QVERIFY(bench.outbox.waiting.empty());
        QVERIFY(!bench.engine.status().problem);
    }

    void aFullDiskWhileTakingTheFeedIsToldAndTriedAgain()
    {
        EngineBench bench;
        bench.calm();
        bench.feed.broken = Error{ErrorCode::DiskFull, {}, {}};
        bench.transport.answer(feed, 200, EngineBench::page(QStringLiteral("1.2.bb")));
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::DiskFull);
        QCOMPARE(bench.feed.at, QStringLiteral("1.1.aa"));
        bench.feed.broken.reset();
        bench.wakeUp();
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/feed?after=1.1.aa")));
    }

    void aRewoundLedgerIsStartedAfresh()
    {
        EngineBench bench;
        bench.calm();
        bench.queue(bench.note());
        bench.transport.answer(feed, 409, problem(ErrorCode::LedgerRewound, 409));
        QCOMPARE(bench.engine.status().phase, Phase::Rewinding);
        QCOMPARE(bench.transport.open.size(), std::size_t{1});
        QVERIFY(bench.answerServer(2));
        QCOMPARE(bench.feed.rewoundTo, std::vector<qint64>{2});
        QVERIFY(bench.transport.has(QStringLiteral("GET /api/v1/feed?limit"))); // without a cursor
        QVERIFY(bench.transport.has(commands));
        QCOMPARE(bench.outbox.waiting.size(), std::size_t{1});
    }

    void aServerThatSaysRewoundForEverIsNotAskedInACircle()
    {
        EngineBench bench;
        bench.calm();
        int rounds = 0;
        while (rounds < 50 && bench.transport.answer(feed, 409, problem(ErrorCode::LedgerRewound, 409))) {
            ++rounds;
            bench.answerServer(2);
        }
        QVERIFY(rounds <= 3);
        QVERIFY(bench.wake);
    }

    void oneUnreadableCommandDoesNotHoldUpTheOthers()
    {
        EngineBench bench;
        bench.calm();
        bench.outbox.waiting = {bench.note(), bench.note(), bench.note()};
        const auto all = bench.outbox.waiting;
        bench.engine.kick();
        bench.transport.answer(commands, 400, problem(ErrorCode::MalformedInput, 400)); // all three
        bench.transport.answer(commands, 400, problem(ErrorCode::MalformedInput, 400)); // the first alone
        QCOMPARE(bench.outbox.refused[all[0].id].code, ErrorCode::MalformedInput);
        bench.transport.answer(commands, 200, EngineBench::applied({all[1], all[2]}));
        QVERIFY(bench.outbox.waiting.empty());
    }

    void aStoreThatCannotBeReadIsToldAndTheFeedGoesOn()
    {
        EngineBench bench;
        bench.calm();
        bench.outbox.broken = Error{ErrorCode::StoreBroken, {}, {}};
        bench.queue(bench.note());
        QCOMPARE(bench.engine.status().problem->code, ErrorCode::StoreBroken);
        QVERIFY(!bench.transport.has(commands));
        QVERIFY(bench.transport.has(feed));
        QVERIFY(bench.wake);
    }

    void aServerThatDoesNotWaitIsNotAskedInACircle()
    {
        EngineBench bench;
        bench.calm();
        int rounds = 0;
        while (rounds < 50 && bench.transport.answer(feed, 200, EngineBench::page(QStringLiteral("1.1.aa"))))
            ++rounds;
        QVERIFY(rounds <= 2);
        QVERIFY(bench.wakeUp());
        QVERIFY(bench.transport.has(feed));
    }
};

QTEST_GUILESS_MAIN(TestEngineFaults)
#include "test_engine_faults.moc"
