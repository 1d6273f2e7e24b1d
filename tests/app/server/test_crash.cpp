#include "tests/support/test_server.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace diakinisi;
using namespace diakinisi::domain;
using test::HttpReply;
using test::HttpsClient;
using test::TestServer;

namespace {

constexpr int desks = 3;
constexpr int rounds = 6;

/// A desk's outbox: what was sent and not answered is sent again, the same command under the same id.
struct Desk {
    std::vector<Command> waiting;
    std::map<QString, qint64> numbers; ///< by command id, as answered
};

qint64 numberIn(const QJsonObject& result)
{
    for (const QJsonValue& event : result.value(QStringLiteral("events")).toArray()) {
        const QJsonObject open = event.toObject()
                                     .value(QStringLiteral("payload"))
                                     .toObject()
                                     .value(QStringLiteral("public"))
                                     .toObject()
                                     .value(QStringLiteral("value"))
                                     .toObject();
        if (open.contains(QStringLiteral("number")))
            return open.value(QStringLiteral("number")).toObject().value(QStringLiteral("number")).toInteger();
    }
    return 0;
}

void settle(Desk& desk, const HttpReply& reply)
{
    for (const QJsonValue& value : reply.json().value(QStringLiteral("results")).toArray()) {
        const QJsonObject result = value.toObject();
        const QString id = result.value(QStringLiteral("id")).toString();
        if (result.value(QStringLiteral("status")).toString() == QStringLiteral("refused"))
            continue;
        desk.numbers[id] = numberIn(result);
        std::erase_if(desk.waiting, [&](const Command& command) { return command.id.toString() == id; });
    }
}

} // namespace

/// The real program killed in the middle of work, again and again.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostNothingIsTwiceAndNoNumberIsMissingAfterKills()
    {
        TestServer server;
        test::Office office;
        QVERIFY2(server.isRunning() && server.addOffice(office), qPrintable(server.error()));
        const QString token = server.signedIn(QStringLiteral("registry")).token();
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        std::vector<Desk> all(desks);
        for (int round = 0; round < rounds; ++round) {
            std::atomic<bool> over = false;
            std::vector<std::thread> threads;
            for (Desk& desk : all)
                threads.emplace_back([&] {
                    HttpsClient client = server.client();
                    client.setToken(token);
                    client.setTimeout(5'000);
                    while (!over) {
                        Register form = test::Office().incoming();
                        form.items.clear();
                        desk.waiting.push_back(TestServer::command(TestServer::newId<DocumentId>(), form));
                        settle(desk, TestServer::send(client, desk.waiting));
                    }
                });
            std::this_thread::sleep_for(std::chrono::milliseconds(100 + random.bounded(500)));
            server.kill();
            over = true;
            for (std::thread& thread : threads)
                thread.join();
            QVERIFY2(server.start(), qPrintable(server.error()));
        }
        std::vector<qint64> numbers;
        for (Desk& desk : all) {
            HttpsClient client = server.client();
            client.setToken(token);
            if (!desk.waiting.empty())
                settle(desk, TestServer::send(client, desk.waiting));
            QVERIFY(desk.waiting.empty());
            for (const auto& [id, number] : desk.numbers)
                numbers.push_back(number);
        }
        std::sort(numbers.begin(), numbers.end());
        QVERIFY(numbers.size() > 20);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            QCOMPARE(numbers[i], static_cast<qint64>(i) + 1);
        QVERIFY(server.stop());
        QByteArray output;
        QVERIFY2(server.run(QStringLiteral("check"), {}, &output) == 0, output.constData());
        qInfo("%s", output.trimmed().constData());
    }

    void aCleanStopAnswersWhatIsRunning()
    {
        TestServer server;
        test::Office office;
        QVERIFY2(server.isRunning() && server.addOffice(office), qPrintable(server.error()));
        HttpsClient waiting = server.signedIn(QStringLiteral("clerk"));
        const QByteArray cursor =
            waiting.get("/api/v1/feed?limit=1000").json().value(QStringLiteral("cursor")).toString().toLatin1();
        HttpReply reply;
        std::thread feed([&] {
            HttpsClient client = server.client();
            client.setToken(waiting.token());
            reply = client.get("/api/v1/feed?wait=60&after=" + cursor);
        });
        QTest::qWait(300);
        QVERIFY(server.stop());
        feed.join();
        QCOMPARE(reply.status, 200);
    }

    void twoProcessesDoNotShareADataFolder()
    {
        TestServer server;
        QByteArray output;
        QCOMPARE(server.run(QStringLiteral("run"), {QStringLiteral("--port"), QStringLiteral("0")}, &output), 3);
        QVERIFY(output.contains("store-in-use"));
        QCOMPARE(server.run(QStringLiteral("init"), {QStringLiteral("--organisation"), QStringLiteral("X")}, &output),
                 3);
        QVERIFY(output.contains("already-exists"));
    }

    void checkFindsWhatWasChangedByHand()
    {
        TestServer server;
        test::Office office;
        QVERIFY2(server.isRunning() && server.addOffice(office), qPrintable(server.error()));
        auto registry = server.signedIn(QStringLiteral("registry"));
        const QByteArray letter = "%PDF-1.7 bytes of a letter";
        QCOMPARE(TestServer::upload(registry, letter), 204);
        QVERIFY(server.stop());
        QCOMPARE(server.run(QStringLiteral("check")), 0);
        const QString hex = Sha256::of(letter).hex();
        QFile file(server.folder() + QStringLiteral("/files/") + hex.left(2) + u'/' + hex);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("#");
        file.close();
        QByteArray output;
        QCOMPARE(server.run(QStringLiteral("check"), {}, &output), 1);
        QVERIFY(output.contains(hex.toLatin1()));
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "test_crash.moc"
