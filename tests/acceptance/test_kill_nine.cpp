#include "tests/acceptance/ctl_desk.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::test;

namespace {

const QString letter = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/02-ypoyrgeio-egkyklios.pdf");
const QString draft = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/20-schedio-vevaiosi-proypiresias.pdf");

/// One run of the office with its desks, some of whose processes are killed -9 at moments that the seed gives.
struct Run {
    explicit Run(quint32 given)
        : seed(given),
          random(given),
          registry(server, QStringLiteral("registry")),
          head(server, QStringLiteral("head"))
    {
    }

    bool begin()
    {
        key = makeKey(keys.path(), QStringLiteral("head"));
        QFile pem(key.certificate);
        if (!pem.open(QIODevice::ReadOnly))
            return false;
        const Sha256 certificate = Sha256::of(QSslCertificate(pem.readAll()).toDer());
        if (!server.isRunning() || !server.addOffice(office))
            return false;
        HttpsClient admin = server.signedIn(TestServer::administrator());
        const auto registered =
            TestServer::send(admin, {TestServer::command(domain::organisationDocument(),
                                                         domain::RegisterCertificate{office.head, certificate})});
        return registered.status == 200 && registry.signIn() && head.signIn();
    }

    /// Milliseconds until the blow: from at once to after the act has usually ended.
    int moment() { return random.bounded(900); }

    QJsonArray book()
    {
        HttpsClient auditor = server.signedIn(QStringLiteral("registryHead"));
        return auditor.get("/api/v1/register?year=" + QByteArray::number(QDate::currentDate().year()))
            .json()
            .value(u"rows")
            .toArray();
    }

    quint32 seed;
    QRandomGenerator random;
    Office office;
    TestServer server;
    QTemporaryDir keys;
    TestKey key;
    CtlDesk registry;
    CtlDesk head;
};

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

QStringList registration(const QString& subject)
{
    return {QStringLiteral("register"),
            QStringLiteral("--direction"),
            QStringLiteral("in"),
            QStringLiteral("--subject"),
            subject,
            QStringLiteral("--party"),
            QStringLiteral("Σύλλογος"),
            QStringLiteral("--file"),
            letter,
            QStringLiteral("--unit"),
            QStringLiteral("ΠΡΟΣ"),
            QStringLiteral("--charge"),
            QStringLiteral("ΠΡΟΣ")};
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
        QVERIFY2(run.begin(), qPrintable(run.server.error()));
        QStringList told;
        QStringList all;
        for (int i = 0; i < 24; ++i) {
            const QString subject = QStringLiteral("Έγγραφο %1").arg(i);
            const auto answer = run.registry.runAndKill(registration(subject), run.moment());
            all << subject;
            if (answer.json.contains(u"document"))
                told << subject;
        }
        QCOMPARE(run.registry.run({QStringLiteral("sync")}).exit, 0);
        const QJsonArray rows = run.book();
        verifyBook(rows);
        for (const QString& subject : all)
            QVERIFY2(countOf(rows, subject) <= 1, qPrintable(subject));
        for (const QString& subject : told)
            QCOMPARE(countOf(rows, subject), 1);
        QVERIFY(!rows.isEmpty());
        QVERIFY(run.server.stop());
        QByteArray report;
        QVERIFY2(run.server.run(QStringLiteral("check"), {}, &report) == 0, report.constData());
    }

    void theServerIsKilledWhileDesksRegister()
    {
        Run run(seed());
        qInfo("DIAKINISI_SEED=%u", run.seed);
        QVERIFY2(run.begin(), qPrintable(run.server.error()));
        QStringList subjects;
        for (int i = 0; i < 16; ++i) {
            const QString subject = QStringLiteral("Έγγραφο %1").arg(i);
            const auto act = run.registry.begin(registration(subject), 30);
            QTest::qWait(run.moment());
            run.server.kill();
            QVERIFY2(run.server.start(), qPrintable(run.server.error()));
            QVERIFY(act->state() == QProcess::NotRunning || act->waitForFinished(90'000));
            const auto answer = CtlDesk::answerOf(*act);
            QVERIFY2(answer.exit == 0, answer.said.constData());
            subjects << subject;
        }
        QCOMPARE(run.registry.run({QStringLiteral("sync")}).exit, 0);
        const QJsonArray rows = run.book();
        verifyBook(rows);
        QCOMPARE(rows.size(), subjects.size());
        for (const QString& subject : subjects)
            QCOMPARE(countOf(rows, subject), 1);
        QVERIFY(run.server.stop());
        QByteArray report;
        QVERIFY2(run.server.run(QStringLiteral("check"), {}, &report) == 0, report.constData());
    }

    void eitherSideIsKilledWhileSigning()
    {
        Run run(seed());
        qInfo("DIAKINISI_SEED=%u", run.seed);
        QVERIFY2(run.begin(), qPrintable(run.server.error()));
        const QStringList signWords{QStringLiteral("--key"), QStringLiteral("p12:") + run.key.file,
                                    QStringLiteral("--pin-file"), run.key.pinFile};
        for (int i = 0; i < 10; ++i) {
            const auto drafted =
                run.registry.run({QStringLiteral("draft"), QStringLiteral("--direction"), QStringLiteral("out"),
                                  QStringLiteral("--subject"), QStringLiteral("Απάντηση %1").arg(i),
                                  QStringLiteral("--party"), QStringLiteral("Πολίτης"), QStringLiteral("--file"), draft,
                                  QStringLiteral("--unit"), QStringLiteral("ΠΡΟΣ")});
            const QString document = drafted.json.value(u"document").toString();
            QVERIFY2(!document.isEmpty(), drafted.said.constData());
            QCOMPARE(
                run.registry
                    .run({QStringLiteral("submit"), document, QStringLiteral("--route"), QStringLiteral("head:sign")})
                    .exit,
                0);
            QCOMPARE(run.head.run({QStringLiteral("sync")}).exit, 0);

            const bool killServer = run.random.bounded(2) == 0;
            const auto act = run.head.begin(QStringList{QStringLiteral("sign"), document} + signWords, 30);
            act->waitForFinished(2 * run.moment());
            if (killServer) {
                run.server.kill();
                QVERIFY2(run.server.start(), qPrintable(run.server.error()));
                act->waitForFinished(90'000);
            } else {
                act->kill();
                act->waitForFinished();
            }
            QCOMPARE(run.head.run({QStringLiteral("sync")}).exit, 0);
            // Whatever was reached, signing again brings it to its end.
            const auto shown = run.head.run({QStringLiteral("show"), document});
            if (shown.json.value(u"state").toString() != u"given")
                run.head.run(QStringList{QStringLiteral("sign"), document} + signWords);
            QCOMPARE(run.head.run({QStringLiteral("sync")}).exit, 0);
            const QString out = run.keys.path() + QStringLiteral("/signed.pdf");
            const auto file = run.head.run({QStringLiteral("file"), document, QStringLiteral("--out"), out});
            QVERIFY2(file.exit == 0, file.said.constData());
            QProcess verify;
            verify.start(QStringLiteral(DIAKINISI_BIN "/diakinisictl"),
                         {QStringLiteral("pdf"), QStringLiteral("verify"), out, QStringLiteral("--intact-only"),
                          QStringLiteral("--json")});
            QVERIFY(verify.waitForFinished(60'000));
            QVERIFY2(verify.exitCode() == 0, verify.readAll().constData());
        }
        const QJsonArray rows = run.book();
        verifyBook(rows);
        QCOMPARE(rows.size(), 10); // ten documents, ten numbers: none reserved in vain, none twice
        for (const QJsonValue& row : rows)
            QCOMPARE(row.toObject().value(u"state").toString(), QStringLiteral("given"));
        QVERIFY(run.server.stop());
        QByteArray report;
        QVERIFY2(run.server.run(QStringLiteral("check"), {}, &report) == 0, report.constData());
    }
};

QTEST_GUILESS_MAIN(TestKillNine)
#include "test_kill_nine.moc"
