#include "desk_bench.h"

#include <QDate>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::test;

namespace {

const QString draft = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/20-schedio-vevaiosi-proypiresias.pdf");

const QString registry = QStringLiteral("registry");
const QString head = QStringLiteral("head");

/// One run of the office with its desks, some of whose processes are killed -9 at moments that the seed gives.
struct Run {
    explicit Run(quint32 given) : seed(given), random(given) {}

    bool begin()
    {
        return bench.isReady() && bench.signIn(registry).exitCode == 0 && bench.signIn(head).exitCode == 0 &&
               QFile::exists(bench.key(head).at(1).mid(4));
    }

    /// Milliseconds until the blow: from at once to after the act has usually ended.
    int moment() { return random.bounded(900); }

    /// Begins an act and leaves it running.
    std::unique_ptr<QProcess> started(const QString& login, const QStringList& act) const
    {
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(DIAKINISI_BIN "/diakinisictl"), bench.deskWords(login, act));
        process->waitForStarted();
        return process;
    }

    QJsonArray book()
    {
        HttpsClient auditor = bench.server().signedIn(QStringLiteral("registryHead"));
        return auditor.get("/api/v1/register?year=" + QByteArray::number(QDate::currentDate().year()))
            .json()
            .value(u"rows")
            .toArray();
    }

    /// Did the server stop by itself, and does it find all of its ledger sound?
    bool endsSound(QByteArray& report)
    {
        return bench.server().stop() && bench.server().run(QStringLiteral("check"), {}, &report) == 0;
    }

    quint32 seed;
    QRandomGenerator random;
    DeskBench bench;
};

/// The blow: whatever the process was doing.
void kill(QProcess& process)
{
    process.kill();
    process.waitForFinished();
}

/// Numbers 1..n, each once: no gap and nothing twice.
void verifyBook(const QJsonArray& rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(rows[i].toObject().value(u"number").toObject().value(u"number").toInteger(), i + 1);
}

int countOf(const QJsonArray& rows, const QString& subject)
{
    int count = 0;
    for (const QJsonValue& row : rows)
        count += row.toObject().value(u"subject").toString() == subject ? 1 : 0;
    return count;
}

} // namespace

/// Either side is killed at moments spread over registering and signing; afterwards nothing is lost, nothing is twice,
/// and no number is missing. The seed is printed; DIAKINISI_SEED repeats a run.
class TestKillNine : public QObject
{
    Q_OBJECT

private:
    static quint32 seed()
    {
        const QByteArray given = qgetenv("DIAKINISI_SEED");
        return given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
    }

private Q_SLOTS:
    void theDeskIsKilledWhileRegistering()
    {
        Run run(seed());
        qInfo("DIAKINISI_SEED=%u", run.seed);
        QVERIFY2(run.begin(), qPrintable(run.bench.server().error()));
        QStringList told;
        QStringList all;
        for (int i = 0; i < 24; ++i) {
            all << QStringLiteral("Έγγραφο %1").arg(i);
            const auto act = run.started(registry, run.bench.letterWords(all.back()));
            if (!act->waitForFinished(run.moment()))
                kill(*act);
            if (QJsonDocument::fromJson(act->readAllStandardOutput()).object().contains(u"document"))
                told << all.back();
        }
        QCOMPARE(run.bench.sync(registry).exitCode, 0);
        const QJsonArray rows = run.book();
        verifyBook(rows);
        for (const QString& subject : all)
            QVERIFY2(countOf(rows, subject) <= 1, qPrintable(subject));
        for (const QString& subject : told)
            QCOMPARE(countOf(rows, subject), 1);
        QVERIFY(!rows.isEmpty());
        const CtlAnswer attention = run.bench.desk(registry, {QStringLiteral("list"), QStringLiteral("needs-you")});
        QVERIFY2(attention.exitCode == 0 && attention.list().isEmpty(), attention.told().constData());
        QByteArray report;
        QVERIFY2(run.endsSound(report), report.constData());
    }

    void theServerIsKilledWhileDesksRegister()
    {
        Run run(seed());
        qInfo("DIAKINISI_SEED=%u", run.seed);
        QVERIFY2(run.begin(), qPrintable(run.bench.server().error()));
        QStringList subjects;
        for (int i = 0; i < 16; ++i) {
            subjects << QStringLiteral("Έγγραφο %1").arg(i);
            const auto act = run.started(registry, run.bench.letterWords(subjects.back()));
            QTest::qWait(run.moment());
            run.bench.server().kill();
            QVERIFY2(run.bench.server().start(), qPrintable(run.bench.server().error()));
            QVERIFY(act->state() == QProcess::NotRunning || act->waitForFinished(120'000));
            QVERIFY2(act->exitCode() == 0, act->readAllStandardError().constData());
        }
        QCOMPARE(run.bench.sync(registry).exitCode, 0);
        const QJsonArray rows = run.book();
        verifyBook(rows);
        QCOMPARE(rows.size(), subjects.size());
        for (const QString& subject : subjects)
            QCOMPARE(countOf(rows, subject), 1);
        QByteArray report;
        QVERIFY2(run.endsSound(report), report.constData());
    }

    void eitherSideIsKilledWhileSigning()
    {
        Run run(seed());
        qInfo("DIAKINISI_SEED=%u", run.seed);
        QVERIFY2(run.begin(), qPrintable(run.bench.server().error()));
        for (int i = 0; i < 10; ++i) {
            const QString document = submitted(run, QStringLiteral("Απάντηση %1").arg(i));
            QVERIFY(!document.isEmpty());
            const QStringList signing = QStringList{QStringLiteral("sign"), document} + run.bench.key(head);
            const auto act = run.started(head, signing);
            act->waitForFinished(2 * run.moment());
            switch (run.random.bounded(3)) { // the server, the desk, or both at once
            case 0:
                run.bench.server().kill();
                QVERIFY2(run.bench.server().start(), qPrintable(run.bench.server().error()));
                act->waitForFinished(120'000);
                break;
            case 1:
                kill(*act);
                break;
            default:
                run.bench.server().kill();
                kill(*act);
                QVERIFY2(run.bench.server().start(), qPrintable(run.bench.server().error()));
            }
            QCOMPARE(run.bench.sync(head).exitCode, 0);
            // Whatever was reached, signing again brings it to its end.
            if (run.bench.desk(head, {QStringLiteral("show"), document}).text("state") != u"given")
                run.bench.desk(head, signing);
            verifySigned(run, document);
        }
        const QJsonArray rows = run.book();
        verifyBook(rows);
        QCOMPARE(rows.size(), 10); // ten documents, ten numbers: none reserved in vain, none twice
        for (const QJsonValue& row : rows)
            QCOMPARE(row.toObject().value(u"state").toString(), QStringLiteral("given"));
        QByteArray report;
        QVERIFY2(run.endsSound(report), report.constData());
    }

private:
    /// A draft that waits for the head's signature; its id.
    static QString submitted(Run& run, const QString& subject)
    {
        const CtlAnswer drafted = run.bench.desk(
            registry, {QStringLiteral("draft"), QStringLiteral("--direction"), QStringLiteral("out"),
                       QStringLiteral("--subject"), subject, QStringLiteral("--party"), QStringLiteral("Πολίτης"),
                       QStringLiteral("--file"), draft, QStringLiteral("--unit"), QStringLiteral("ΠΡΟΣ")});
        const QString document = drafted.text("document");
        const CtlAnswer asked = run.bench.desk(
            registry, {QStringLiteral("submit"), document, QStringLiteral("--route"), QStringLiteral("head:sign")});
        const bool good = asked.exitCode == 0 && run.bench.sync(head).exitCode == 0;
        return good ? document : QString();
    }

    /// The head has a good file of it, and the registry sees it signed.
    static void verifySigned(Run& run, const QString& document)
    {
        QCOMPARE(run.bench.sync(head).exitCode, 0);
        const QString out = run.bench.path(QStringLiteral("signed.pdf"));
        const CtlAnswer file = run.bench.desk(head, {QStringLiteral("file"), document, QStringLiteral("--out"), out});
        QVERIFY2(file.exitCode == 0, file.told().constData());
        const CtlAnswer verdict =
            DeskBench::ctl({QStringLiteral("pdf"), QStringLiteral("verify"), out, QStringLiteral("--intact-only")});
        QVERIFY2(verdict.exitCode == 0, verdict.told().constData());
        QCOMPARE(run.bench.sync(registry).exitCode, 0);
        const CtlAnswer seen = run.bench.desk(registry, {QStringLiteral("show"), document});
        QVERIFY2(seen.json().value(u"signed").toBool(), seen.told().constData());
    }
};

QTEST_GUILESS_MAIN(TestKillNine)
#include "test_kill_nine.moc"
