#include "signed_files.h"
#include "test_authorities.h"
#include "tests/support/worker_children.h"

#include "signing/validation/verdict_bytes.h"
#include "signing/validation/worker_signature_judge.h"

#include <QBuffer>
#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace diakinisi;
using namespace diakinisi::signing;
using namespace std::chrono_literals;
using samples::signedBy;

namespace {

WorkerSettings settingsOf(const QString& program)
{
    WorkerSettings settings;
    settings.program = program;
    return forSignatures(settings);
}

const QString ours = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
const QString odd = QStringLiteral(DIAKINISI_ODD_WORKER);

/// As a file on the disk, of which nothing can be read any more.
class BrokenFile final : public QBuffer
{
public:
    using QBuffer::QBuffer;

protected:
    qint64 readData(char*, qint64) override { return -1; }
};

} // namespace

/// Signatures that are judged in a worker: the same verdicts, and nothing but the worker to lose.
class TestWorkerSignatureJudge : public QObject
{
    Q_OBJECT

    samples::TestAuthorities m_authorities;
    samples::Person m_maria = m_authorities.authority().make({});
    const Instant m_now = samples::now();
    SystemClock m_clock;
    DirectSignatureJudge m_direct{m_clock};
    WorkerPool m_pool{settingsOf(ours), 2};
    WorkerSignatureJudge m_worker{m_pool};
    QByteArray m_prepared = samples::withNumberField(samples::letterPdf());
    QByteArray m_once;
    QByteArray m_archived;

    JudgeQuestion asOffice(bool network = false)
    {
        JudgeQuestion question{{{m_authorities.authority().root()}, {}, {}}, m_now};
        if (network)
            question.network = NetworkUse{};
        return question;
    }
    static Result<JudgedPdf> verified(SignatureJudge& judge, const QByteArray& bytes, const JudgeQuestion& question)
    {
        QBuffer file;
        file.setData(bytes);
        file.open(QIODevice::ReadOnly);
        return judge.verify(file, question, {});
    }
    Result<Derivation> derived(SignatureJudge& judge, const QByteArray& former, const QByteArray& renewed)
    {
        QBuffer before;
        before.setData(former);
        before.open(QIODevice::ReadOnly);
        QBuffer after;
        after.setData(renewed);
        after.open(QIODevice::ReadOnly);
        return judge.checkDerivation(before, after, {{}, m_now}, {});
    }
    QString wordOn(const QByteArray& bytes, const JudgeQuestion& question)
    {
        const auto judged = verified(m_worker, bytes, question);
        if (!judged || judged->verdict.signatures.empty())
            return judged ? QStringLiteral("none") : errorWord(judged.error().code);
        const SignatureVerdict& first = judged->verdict.signatures.front();
        return (indicationWord(first.indication) + u' ' + subIndicationWord(first.subIndication)).trimmed() +
               (judged->missed ? QStringLiteral(" (missed)") : QString());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_authorities.publish();
        samples::SigningHelp help(m_authorities);
        SignOptions options;
        options.level = Level::BLTA;
        options.authorities = help.all();
        m_once = signedBy(m_maria, m_prepared).value_or(QByteArray());
        m_archived = signedBy(m_maria, m_prepared, options).value_or(QByteArray());
        QVERIFY(!m_once.isEmpty() && !m_archived.isEmpty());
    }

    void itsVerdictsAreThoseOfThisProcess()
    {
        const QByteArray twice = *signedBy(m_maria, m_once, samples::marked());
        QByteArray broken = m_once;
        broken[m_prepared.size() / 2] = static_cast<char>(broken[m_prepared.size() / 2] ^ 1);
        const JudgeQuestion question = asOffice();
        for (const QByteArray& file : {m_prepared, m_once, twice, broken, m_archived, m_once + "something behind"}) {
            const auto here = verified(m_direct, file, question);
            const auto there = verified(m_worker, file, question);
            QVERIFY2(here && there, there ? "" : qPrintable(there.error().cause));
            QCOMPARE(verdictbytes::of(*there), verdictbytes::of(*here));
        }
        QVERIFY(verified(m_worker, m_archived, question)->verdict.allIntact());
        QCOMPARE(test::workerChildren().size(), std::size_t{1}); // one process for all of them
    }

    void itsDerivationsToo()
    {
        for (const QByteArray& renewed : {m_once, m_archived}) {
            const auto here = derived(m_direct, m_prepared, renewed);
            const auto there = derived(m_worker, m_prepared, renewed);
            QVERIFY2(here && there, there ? "" : qPrintable(there.error().cause));
            QCOMPARE(verdictbytes::of(*there), verdictbytes::of(*here));
        }
        for (const QByteArray& renewed : {m_prepared, samples::letterPdf(), QByteArray("no PDF at all")})
            QCOMPARE(derived(m_worker, m_once, renewed).error(), derived(m_direct, m_once, renewed).error());
    }

    void whatIsNoGoodIsRefusedAsInThisProcess()
    {
        for (const QByteArray& file : {QByteArray("no PDF"), QByteArray(), QByteArray("%PDF-1.7\nand nothing else")})
            QCOMPARE(verified(m_worker, file, asOffice()).error(), verified(m_direct, file, asOffice()).error());
        BrokenFile broken;
        broken.setData(m_once);
        broken.open(QIODevice::ReadOnly);
        QCOMPARE(m_worker.verify(broken, asOffice(), {}).error().code, ErrorCode::FileUnreadable);
        std::stop_source stop;
        stop.request_stop();
        QBuffer file(&m_once);
        file.open(QIODevice::ReadOnly);
        QCOMPARE(m_worker.verify(file, asOffice(), stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void theNetworkIsAskedThereAndItsAnswersAreKept()
    {
        const samples::Person eleni = m_authorities.authority().make({.namesList = false});
        m_authorities.publish();
        const QByteArray file = *signedBy(eleni, samples::letterPdf());
        QCOMPARE(wordOn(file, asOffice()), QStringLiteral("INDETERMINATE TRY_LATER"));
        QCOMPARE(wordOn(file, asOffice(true)), QStringLiteral("TOTAL-PASSED"));
        const int asked = m_authorities.count(QStringLiteral("ocsp"));
        QVERIFY(asked > 0);
        QCOMPARE(wordOn(file, asOffice(true)), QStringLiteral("TOTAL-PASSED"));
        QCOMPARE(m_authorities.count(QStringLiteral("ocsp")), asked);
        const samples::Person away = m_authorities.authority().make({.namesList = false});
        m_authorities.away();
        QCOMPARE(wordOn(*signedBy(away, samples::letterPdf()), asOffice(true)),
                 QStringLiteral("INDETERMINATE TRY_LATER (missed)"));
        m_authorities.back();
    }

    void whoWasAwayIsSparedUntilTheNetworkComesBack()
    {
        QTcpServer silent; // takes connections, and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const samples::Authority authority(QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort()));
        const QByteArray file = *signedBy(authority.make({.namesList = false}), samples::letterPdf());
        JudgeQuestion question{{{authority.root()}, {}, {}}, samples::now()};
        question.network = NetworkUse{};
        question.network->patience = 2'100ms;
        int calls = 0;
        connect(&silent, &QTcpServer::newConnection, this, [&] {
            while (silent.nextPendingConnection())
                ++calls;
        });
        const auto callsOfOne = [&] {
            calls = 0;
            const QString word = wordOn(file, question);
            QTest::qWait(50);
            return word == QStringLiteral("INDETERMINATE TRY_LATER (missed)") ? calls : -1;
        };
        QVERIFY(callsOfOne() > 0);
        QCOMPARE(callsOfOne(), 0);
        question.network->comings = 1;
        QVERIFY(callsOfOne() > 0);
    }

    void aCrashEndsTheWorkerAndTheNextFileIsJudged()
    {
        QVERIFY(verified(m_worker, m_once, asOffice()));
        const auto workers = test::workerChildren();
        test::signalAll(workers, SIGSTOP); // in the middle of the check ...
        const std::jthread crash([&workers] {
            std::this_thread::sleep_for(200ms);
            test::signalAll(workers, SIGSEGV); // ... as a bug in the library would end it
            test::signalAll(workers, SIGCONT);
        });
        const auto judged = verified(m_worker, m_once, asOffice());
        QCOMPARE(judged.error().code, ErrorCode::WorkerDied);
        QVERIFY2(judged.error().cause.contains(u"signal 11"), qPrintable(judged.error().cause));
        QVERIFY(m_worker.works());
        QVERIFY(verified(m_worker, m_once, asOffice()));
    }

    void aFileThatEndsItIsToldFromAWorkerThatIsNotThere()
    {
        WorkerPool deadly(settingsOf(odd), 1);
        WorkerSignatureJudge poisoned(deadly);
        QCOMPARE(verified(poisoned, m_once, asOffice()).error().code, ErrorCode::WorkerDied);
        QCOMPARE(derived(poisoned, m_prepared, m_once).error().code, ErrorCode::WorkerDied);
        QVERIFY(poisoned.works());
        for (const char* program : {"/bin/false", "/nowhere/diakinisi-worker"}) {
            WorkerPool nobody(settingsOf(QString::fromLatin1(program)), 1);
            WorkerSignatureJudge none(nobody);
            QCOMPARE(verified(none, m_once, asOffice()).error().code, ErrorCode::WorkerDied);
            QVERIFY(!none.works());
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkerSignatureJudge)
#include "test_worker_signature_judge.moc"
