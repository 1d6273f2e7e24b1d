#include "base/worker_frames.h"
#include "rendering/worker_renderer.h"
#include "tests/support/small_pdf.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace diakinisi;
using namespace diakinisi::rendering;
using namespace diakinisi::test;
using namespace std::chrono_literals;

namespace {

const QString program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");

WorkerSettings settingsOf(const QString& path)
{
    WorkerSettings settings;
    settings.program = path;
    return settings;
}

PageSource written(const QTemporaryDir& folder, const QByteArray& bytes)
{
    QFile file(folder.filePath(QStringLiteral("a.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
    return PageSource::ofFile(file.fileName());
}

RenderRequest large()
{
    RenderRequest request;
    request.dpi = 300;
    return request;
}

/// The limit that /proc tells of this process.
QByteArray limitOf(std::int64_t pid, const QByteArray& name)
{
    QFile file(QStringLiteral("/proc/%1/limits").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith(name))
            return line.mid(name.size()).simplified();
    return {};
}

/// Processor time that this process has used, in clock ticks of a hundredth of a second.
qint64 ticksOf(std::int64_t pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.value(11).toLongLong() + fields.value(12).toLongLong();
}

bool runs(std::int64_t pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class TestWorkerDeath : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QByteArray m_fast = smallPdf({{textAt(10, 10, "fast")}});
    const QByteArray m_slow = smallPdf({slowPage()});

private Q_SLOTS:
    void aKilledWorkerIsToldAndTheNextRequestWorks()
    {
        WorkerProcess process(settingsOf(program));
        WorkerRenderer renderer(process);
        QVERIFY(!process.pid());
        QVERIFY(renderer.inspect(written(m_folder, m_slow), {}));
        const auto first = process.pid();
        QVERIFY(first);
        std::jthread killer([&first] {
            std::this_thread::sleep_for(300ms);
            ::kill(static_cast<pid_t>(*first), SIGKILL);
        });
        const auto image = renderer.render(written(m_folder, m_slow), large(), {});
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::WorkerDied);
        QVERIFY2(image.error().cause.contains(u"signal 9"), qPrintable(image.error().cause));
        QVERIFY(!process.pid());
        QCOMPARE(renderer.text(written(m_folder, m_fast), 0, {})->plainText(), QStringLiteral("fast\n"));
        QVERIFY(process.pid() && process.pid() != first);
    }

    void aWorkerKilledBetweenRequestsIsNotNoticed()
    {
        WorkerProcess process(settingsOf(program));
        WorkerRenderer renderer(process);
        QVERIFY(renderer.inspect(written(m_folder, m_fast), {}));
        const auto first = *process.pid();
        ::kill(static_cast<pid_t>(first), SIGKILL);
        std::this_thread::sleep_for(200ms);
        QVERIFY(renderer.inspect(written(m_folder, m_fast), {}));
        QVERIFY(*process.pid() != first);
    }

    void aHungWorkerIsGivenUpInTime()
    {
        WorkerProcess process(settingsOf(program));
        WorkerRenderer patient(process);
        QVERIFY(patient.inspect(written(m_folder, m_fast), {}));
        const auto first = *process.pid();
        ::kill(static_cast<pid_t>(first), SIGSTOP);
        WorkerRenderer renderer(process, 500ms);
        QElapsedTimer timer;
        timer.start();
        const auto info = renderer.inspect(written(m_folder, m_fast), {});
        QCOMPARE(info.error().code, ErrorCode::WorkerDied);
        QVERIFY(timer.elapsed() >= 500 && timer.elapsed() < 3'000);
        QVERIFY(!runs(first));
        QVERIFY(patient.inspect(written(m_folder, m_fast), {}));
    }

    void aCancelOfAHungWorkerKillsIt()
    {
        WorkerSettings settings = settingsOf(program);
        settings.cancelPatience = 300ms;
        WorkerProcess process(settings);
        WorkerRenderer renderer(process);
        QVERIFY(renderer.inspect(written(m_folder, m_fast), {}));
        ::kill(static_cast<pid_t>(*process.pid()), SIGSTOP);
        std::stop_source stop;
        std::jthread canceller([&stop] {
            std::this_thread::sleep_for(100ms);
            stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(renderer.inspect(written(m_folder, m_fast), stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 3'000);
        QVERIFY(renderer.inspect(written(m_folder, m_fast), {}));
    }

    void itsLimitsAreSet()
    {
        WorkerProcess process(settingsOf(program));
        WorkerRenderer renderer(process);
        QVERIFY(renderer.inspect(written(m_folder, m_fast), {}));
        const auto pid = *process.pid();
        QVERIFY(limitOf(pid, "Max core file size").startsWith("0 0"));
        QVERIFY(limitOf(pid, "Max file size").startsWith(QByteArray::number(qint64{limits::fileBytes})));
        QVERIFY(limitOf(pid, "Max open files").startsWith("256 256"));
        QVERIFY(!limitOf(pid, "Max cpu time").startsWith("unlimited"));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY(limitOf(pid, "Max address space").startsWith(QByteArray::number(qint64{2048 * limits::miB})));
#endif
        QFile status(QStringLiteral("/proc/%1/status").arg(pid));
        QVERIFY(status.open(QIODevice::ReadOnly));
        QVERIFY(status.readAll().contains("NoNewPrivs:\t1"));
        QFile sacrifice(QStringLiteral("/proc/%1/oom_score_adj").arg(pid));
        QVERIFY(sacrifice.open(QIODevice::ReadOnly));
        QVERIFY(sacrifice.readAll().trimmed().toInt() >= 500);
        // Nothing of ours is open in it: input, output, errors, and the two copies that it speaks on.
        for (const QString& fd : QDir(QStringLiteral("/proc/%1/fd").arg(pid)).entryList(QDir::System | QDir::Files))
            QVERIFY2(fd.toInt() < 8, qPrintable(fd));
    }

    void tooMuchMemoryEndsTheRequestAndNothingElse()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer's shadow memory leaves no room for a limit on address space");
#endif
        WorkerSettings settings = settingsOf(program);
        settings.memoryBytes = 400 * limits::miB;
        WorkerProcess process(settings);
        WorkerRenderer renderer(process);
        const PageSource source = written(m_folder, m_fast);
        QVERIFY(renderer.inspect(source, {}));
        RenderRequest request;
        request.fit = QSize(5'300, 7'500); // 160 MB a picture, and more than one is needed
        const auto image = renderer.render(source, request, {});
        QVERIFY(!image);
        QVERIFY2(image.error().code == ErrorCode::WorkerDied || image.error().code == ErrorCode::LimitExceeded ||
                     image.error().code == ErrorCode::PdfBroken,
                 qPrintable(errorWord(image.error().code)));
        QVERIFY(renderer.inspect(source, {}));
    }

    void tooMuchProcessorTimeEndsTheWorker()
    {
        WorkerSettings settings = settingsOf(program);
        settings.cpuSeconds = 1;
        WorkerProcess process(settings);
        WorkerRenderer renderer(process);
        QElapsedTimer timer;
        timer.start();
        const auto image = renderer.render(written(m_folder, m_slow), large(), {});
        QCOMPARE(image.error().code, ErrorCode::WorkerDied);
        QVERIFY2(image.error().cause.contains(u"signal 24"), qPrintable(image.error().cause));
        QVERIFY(timer.elapsed() < 20'000);
        QVERIFY(renderer.inspect(written(m_folder, m_fast), {}));
    }

    void aLongLifeIsNotCutByTheLimitOfOneRequest()
    {
        WorkerSettings settings = settingsOf(program);
        settings.cpuSeconds = 1;
        WorkerProcess process(settings);
        WorkerRenderer renderer(process);
        const PageSource source = written(m_folder, smallPdf({slowPage(60)}));
        QVERIFY(renderer.inspect(source, {}));
        const auto first = process.pid();
        while (process.pid() == first && ticksOf(*first) < 400) {
            const auto image = renderer.render(source, {}, {});
            QVERIFY2(image, qPrintable(image ? QString() : image.error().cause));
        }
        QCOMPARE(process.pid(), first);
    }

    void itEndsWhenItsCallerGoesEvenInTheMiddleOfAJob()
    {
        std::int64_t pid = 0;
        QElapsedTimer timer;
        {
            WorkerProcess process(settingsOf(program));
            WorkerRenderer renderer(process);
            QVERIFY(renderer.inspect(written(m_folder, m_fast), {}));
            pid = *process.pid();
            timer.start();
        }
        QVERIFY(!runs(pid));
        QVERIFY(timer.elapsed() < 900);

        QProcess alone;
        alone.start(program, QStringList());
        QVERIFY(alone.waitForStarted());
        QJsonObject head = {{QStringLiteral("id"), 1},
                            {QStringLiteral("verb"), QStringLiteral("render")},
                            {QStringLiteral("page"), 0},
                            {QStringLiteral("dpi"), 300},
                            {QStringLiteral("path"), written(m_folder, m_slow).path}};
        alone.write(*workerframe::opening(head, 0));
        QVERIFY(alone.waitForBytesWritten());
        std::this_thread::sleep_for(300ms);
        alone.closeWriteChannel();
        QVERIFY(alone.waitForFinished(5'000));
    }

    void callersWaitForTheirTurnAndMayGiveUp()
    {
        WorkerProcess process(settingsOf(program));
        WorkerRenderer renderer(process);
        const PageSource fast = written(m_folder, m_fast);
        std::atomic<int> good = 0;
        {
            std::vector<std::jthread> callers;
            for (int caller = 0; caller < 4; ++caller)
                callers.emplace_back([&] {
                    for (int i = 0; i < 25; ++i)
                        good += renderer.render(fast, {}, {}).has_value() ? 1 : 0;
                });
        }
        QCOMPARE(good.load(), 100);

        const PageSource slow = written(m_folder, m_slow);
        std::stop_source stopFirst;
        std::stop_source stopSecond;
        std::jthread first([&] { (void)renderer.render(slow, large(), stopFirst.get_token()); });
        std::this_thread::sleep_for(100ms);
        std::jthread canceller([&] {
            std::this_thread::sleep_for(200ms);
            stopSecond.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(renderer.render(slow, large(), stopSecond.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY(timer.elapsed() < 1'500);
        stopFirst.request_stop();
    }
};

QTEST_GUILESS_MAIN(TestWorkerDeath)
#include "test_worker_death.moc"
