#include "base/worker_frames.h"
#include "base/worker_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace diakinisi;
using namespace std::chrono_literals;

namespace {

const QString program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");

WorkerSettings settingsOf(const QString& path)
{
    WorkerSettings settings;
    settings.program = path;
    return settings;
}

WorkerMessage asking(const QString& verb)
{
    return {{{QStringLiteral("verb"), verb}}, {}};
}

} // namespace

class TestWorkerProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nonsenseFromAWorkerIsNotBelieved()
    {
        const QTemporaryDir folder;
        const QString liar = folder.filePath(QStringLiteral("liar"));
        QFile script(liar);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec yes nonsense\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        WorkerProcess process(settingsOf(liar));
        QCOMPARE(process.call(asking(QStringLiteral("inspect")), 5s, {}).error().code, ErrorCode::WorkerDied);
    }

    void aWorkerThatCannotBeStartedIsToldSo()
    {
        WorkerProcess process(settingsOf(QStringLiteral("/nonexistent/diakinisi-worker")));
        const auto answer = process.call(asking(QStringLiteral("inspect")), 5s, {});
        QCOMPARE(answer.error().code, ErrorCode::WorkerDied);
        QVERIFY(!answer.error().cause.isEmpty());
        WorkerProcess ends(settingsOf(QStringLiteral("/bin/true")));
        QCOMPARE(ends.call(asking(QStringLiteral("inspect")), 5s, {}).error().code, ErrorCode::WorkerDied);
    }

    void anUnknownVerbIsRefusedAndTheWorkerLives()
    {
        WorkerProcess process(settingsOf(program));
        QCOMPARE(process.call(asking(QStringLiteral("fly")), 5s, {}).error().code, ErrorCode::UnknownKind);
        const auto first = process.pid();
        QCOMPARE(process.call(asking(QStringLiteral("fly")), 5s, {}).error().code, ErrorCode::UnknownKind);
        QCOMPARE(process.pid(), first);
    }

    void aRequestBeyondAMessageIsRefusedHere()
    {
        WorkerProcess process(settingsOf(program));
        const WorkerMessage huge{{{QStringLiteral("verb"), QString(2'000'000, u'x')}}, {}};
        QCOMPARE(process.call(huge, 5s, {}).error().code, ErrorCode::LimitExceeded);
    }

    void manyThreadsShareOneWorker()
    {
        WorkerProcess process(settingsOf(program));
        std::atomic<int> answered = 0;
        std::atomic<int> cancelled = 0;
        std::vector<std::jthread> callers;
        for (int caller = 0; caller < 4; ++caller)
            callers.emplace_back([&](std::stop_token stop) {
                for (int i = 0; i < 50; ++i) {
                    const auto answer = process.call(asking(QStringLiteral("fly")), 20s, stop);
                    answered += answer.error().code == ErrorCode::UnknownKind ? 1 : 0;
                    cancelled += answer.error().code == ErrorCode::Cancelled ? 1 : 0;
                }
            });
        while (answered < 20)
            std::this_thread::yield();
        callers.front().request_stop(); // in the middle of whatever it is doing
        for (std::jthread& caller : callers)
            caller.join();
        QCOMPARE(answered + cancelled, 200);
        QVERIFY(answered >= 150);
    }

    void aFrameComesBackAsItWas()
    {
        const QJsonObject head{{QStringLiteral("verb"), QStringLiteral("x")}, {QStringLiteral("n"), 7}};
        const auto opening = workerframe::opening(head, 5);
        QVERIFY(opening);
        const auto lengths = workerframe::lengths(QByteArrayView(*opening).first(workerframe::prefixBytes));
        QVERIFY(lengths);
        QCOMPARE(lengths->blob, 5);
        QCOMPARE(lengths->head, opening->size() - workerframe::prefixBytes);
        QCOMPARE(workerframe::head(opening->mid(workerframe::prefixBytes)), std::optional(head));
        const Error error{ErrorCode::PdfEncrypted, QStringLiteral("a.pdf"), QStringLiteral("why")};
        QCOMPARE(workerframe::toError(workerframe::fromError(error)), error);
    }

    void aFrameThatPromisesTooMuchIsRefused()
    {
        QByteArray prefix = workerframe::opening({}, 0)->left(workerframe::prefixBytes);
        QVERIFY(workerframe::lengths(prefix));
        prefix[6] = '\x7F';
        QVERIFY(!workerframe::lengths(prefix));
        prefix[6] = '\0';
        prefix[11] = '\x7F';
        QVERIFY(!workerframe::lengths(prefix));
        QVERIFY(!workerframe::lengths(QByteArray(12, 'y')));
        QVERIFY(!workerframe::lengths(prefix.left(11)));
        QVERIFY(!workerframe::opening({}, workerframe::mostBlobBytes + 1));
        QVERIFY(!workerframe::head("\xA0 and more"));
        QVERIFY(!workerframe::head(QByteArray(100'000, '\x81'))); // arrays in arrays
    }
};

QTEST_GUILESS_MAIN(TestWorkerProcess)
#include "test_worker_process.moc"
