#include "base/worker_process.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace diakinisi;
using namespace std::chrono_literals;

namespace {

WorkerSettings odd()
{
    WorkerSettings settings;
    settings.program = QStringLiteral(DIAKINISI_ODD_WORKER);
    return settings;
}

WorkerMessage asking(const QString& verb)
{
    const QJsonObject question{{QStringLiteral("what"), QStringLiteral("the time")}};
    return {{{QStringLiteral("verb"), verb}, {QStringLiteral("question"), question}}, "and this"};
}

WorkerProcess::Answerer saying(const QByteArray& words)
{
    return [words](const WorkerMessage&) { return WorkerMessage{{}, words}; };
}

} // namespace

/// A worker that asks its caller something in the middle of its work.
class TestWorkerAsks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuestionIsAnsweredInTheMiddleOfAJob()
    {
        WorkerProcess process(odd());
        QByteArrayList seen;
        const auto part = [&seen](const WorkerMessage& message) { seen += message.blob; };
        const auto answerer = [&seen](const WorkerMessage& question) {
            seen += question.head.value(u"what").toString().toUtf8() + ' ' + question.blob;
            return WorkerMessage{{}, QByteArray::number(seen.size())};
        };
        for (int i = 0; i < 50; ++i) {
            seen.clear();
            const auto answer = process.call(asking(QStringLiteral("ask-twice")), 20s, {}, part, answerer);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().cause));
            QCOMPARE(answer->blob, QByteArray("13"));
            QCOMPARE(seen, (QByteArrayList{"the time and this", "between", "the time and this"}));
        }
    }

    void anErrorOfTheCallersIsTheJobsToDealWith()
    {
        WorkerProcess process(odd());
        const auto answerer = [](const WorkerMessage&) -> Result<WorkerMessage> {
            return fail(ErrorCode::FileUnreadable, QStringLiteral("a.pdf"), QStringLiteral("disk"));
        };
        const auto answer = process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, answerer);
        QCOMPARE(answer.error(), (Error{ErrorCode::FileUnreadable, QStringLiteral("a.pdf"), QStringLiteral("disk")}));
        const auto pid = process.pid();
        QVERIFY(pid);
        QCOMPARE(process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, saying("noon"))->blob,
                 QByteArray("noon"));
        QCOMPARE(process.pid(), pid);
    }

    void whoAsksNonsenseOrWithoutBeingAnsweredIsEnded()
    {
        WorkerProcess process(odd());
        const auto nonsense = [](const WorkerMessage&) -> Result<WorkerMessage> {
            return fail(ErrorCode::MalformedInput, {}, QStringLiteral("for the moon"));
        };
        auto answer = process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, nonsense);
        QCOMPARE(answer.error().code, ErrorCode::WorkerDied);
        QVERIFY2(answer.error().cause.contains(u"for the moon"), qPrintable(answer.error().cause));
        QVERIFY(!process.pid());
        answer = process.call(asking(QStringLiteral("ask-once")), 20s, {});
        QCOMPARE(answer.error().code, ErrorCode::WorkerDied);
        QVERIFY(process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, saying("noon")));
    }

    void aCancelIsHeededWhileItAsks()
    {
        WorkerProcess process(odd());
        QVERIFY(process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, saying("noon")));
        const auto pid = process.pid();
        std::stop_source stop;
        int asked = 0;
        const auto answerer = [&](const WorkerMessage&) {
            if (++asked == 100)
                stop.request_stop();
            return WorkerMessage{};
        };
        const auto answer =
            process.call(asking(QStringLiteral("ask-without-end")), 20s, stop.get_token(), {}, answerer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        std::stop_source later;
        std::jthread canceller([&later] {
            std::this_thread::sleep_for(50ms);
            later.request_stop();
        });
        const auto again =
            process.call(asking(QStringLiteral("ask-without-end")), 20s, later.get_token(), {}, saying("noon"));
        QCOMPARE(again.error().code, ErrorCode::Cancelled);
        QCOMPARE(process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, saying("noon"))->blob,
                 QByteArray("noon"));
        QCOMPARE(process.pid(), pid);
    }

    void deathInTheMiddleIsToldAndTheNextRequestWorks()
    {
        WorkerProcess process(odd());
        const auto answer = process.call(asking(QStringLiteral("ask-and-die")), 20s, {}, {}, saying("noon"));
        QCOMPARE(answer.error().code, ErrorCode::WorkerDied);
        QVERIFY2(answer.error().cause.contains(u"signal 9"), qPrintable(answer.error().cause));
        QVERIFY(process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, saying("noon")));
    }

    void silenceAfterAQuestionIsGivenUpInTime()
    {
        WorkerProcess process(odd());
        QElapsedTimer timer;
        timer.start();
        const auto answer = process.call(asking(QStringLiteral("ask-and-hang")), 500ms, {}, {}, saying("noon"));
        QCOMPARE(answer.error().code, ErrorCode::WorkerDied);
        QVERIFY(timer.elapsed() >= 500);
        QVERIFY(process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, saying("noon")));
    }

    void aReplyThatIsNoMessageIsOurOwnFault()
    {
        WorkerProcess process(odd());
        const auto endless = [](const WorkerMessage&) {
            return WorkerMessage{{{QStringLiteral("words"), QString(2'000'000, u'x')}}, {}};
        };
        const auto answer = process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, endless);
        QCOMPARE(answer.error().code, ErrorCode::InternalFault);
        QVERIFY(process.call(asking(QStringLiteral("ask-once")), 20s, {}, {}, saying("noon")));
    }

    void whoSaysMoreThanItMayIsNotListenedTo()
    {
        WorkerSettings settings = odd();
        settings.mostSpokenBytes = 1'000;
        WorkerProcess process(settings);
        WorkerMessage request{{{QStringLiteral("verb"), QStringLiteral("say-much")}, {QStringLiteral("bytes"), 1'000}},
                              {}};
        QCOMPARE(process.call(request, 20s, {})->blob.size(), 1'000);
        request.head.insert(QStringLiteral("bytes"), 1'001);
        QCOMPARE(process.call(request, 20s, {}).error().code, ErrorCode::WorkerDied);
        request.head.insert(QStringLiteral("bytes"), 10);
        QCOMPARE(process.call(request, 20s, {})->blob.size(), 10);
    }
};

QTEST_GUILESS_MAIN(TestWorkerAsks)
#include "test_worker_asks.moc"
