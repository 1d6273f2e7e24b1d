#include "pdf/worker_stamp.h"
#include "sample_pdf.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace diakinisi;
using namespace std::chrono_literals;

/// Print copies are made in the worker, so that what a file does to PoDoFo ends the worker only.
class TestStampJob : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    pdf::StampFiles files(const char* from) const
    {
        return {path(from), path("out.pdf"), QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")};
    }
    static pdf::StampOptions options()
    {
        pdf::StampOptions options;
        options.lines = {QStringLiteral("Αριθ. πρωτ.: 9/2026")};
        options.place = pdf::StampPlace::BottomLeft;
        options.allPages = true;
        return options;
    }
    static WorkerSettings settings()
    {
        WorkerSettings settings;
        settings.program = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        return settings;
    }

private Q_SLOTS:
    void init()
    {
        QFile::remove(path("out.pdf"));
        write("in.pdf", samples::handmadePdf({.pages = 2}));
        write("no.pdf", "no PDF");
    }

    void aCopyIsMadeAsAsked()
    {
        WorkerProcess worker(settings());
        const Done done = pdf::stampInWorker(worker, files("in.pdf"), options(), {});
        QVERIFY2(done, done ? "" : qPrintable(done.error().cause));
        const samples::ProgramResult text =
            samples::runProgram(QStringLiteral("pdftotext"), {path("out.pdf"), QStringLiteral("-")});
        QCOMPARE(text.output.count("Αριθ. πρωτ.: 9/2026"), 2);
    }

    void whatItRefusesIsToldAsItSaysIt()
    {
        WorkerProcess worker(settings());
        QCOMPARE(pdf::stampInWorker(worker, files("no.pdf"), options(), {}).error().code, ErrorCode::NotPdf);
        QCOMPARE(pdf::stampInWorker(worker, files("nowhere.pdf"), options(), {}).error().code,
                 ErrorCode::FileUnreadable);
        QVERIFY(pdf::stampInWorker(worker, files("in.pdf"), options(), {}));
    }

    void aCrashEndsTheWorkerAndTheNextCopyIsMade()
    {
        WorkerProcess worker(settings());
        QVERIFY(pdf::stampInWorker(worker, files("in.pdf"), options(), {}));
        const auto pid = static_cast<pid_t>(*worker.pid());
        ::kill(pid, SIGSTOP); // in the middle of the request ...
        const std::jthread crash([pid] {
            std::this_thread::sleep_for(200ms);
            ::kill(pid, SIGSEGV); // ... as a bug in the library would end it
            ::kill(pid, SIGCONT);
        });
        const Done done = pdf::stampInWorker(worker, files("in.pdf"), options(), {});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::WorkerDied);
        QVERIFY2(done.error().cause.contains(u"signal 11"), qPrintable(done.error().cause));
        QVERIFY(pdf::stampInWorker(worker, files("in.pdf"), options(), {}));
    }
};

QTEST_GUILESS_MAIN(TestStampJob)
#include "test_stamp_job.moc"
