#include "desk_bench.h"

#include <QTest>

using namespace diakinisi;
using test::CtlAnswer;
using test::DeskBench;

#define VERIFY_DONE(answer)                                                                                            \
    do {                                                                                                               \
        const CtlAnswer& given = (answer);                                                                             \
        QVERIFY2(given.exitCode == 0 && given.text("state") != u"waiting", given.told().constData());                  \
    } while (false)

namespace {

const QString registry = QStringLiteral("registry");
const QString head = QStringLiteral("head");
const QString clerk = QStringLiteral("clerk");

bool contains(const QJsonArray& rows, const QString& document)
{
    return std::ranges::any_of(rows, [&document](const QJsonValue& row) {
        return row.toObject().value(QStringLiteral("document")).toString() == document;
    });
}

QStringList kindsOf(const CtlAnswer& shown)
{
    QStringList kinds;
    for (const QJsonValue& row : shown.json().value(QStringLiteral("history")).toArray())
        kinds << row.toObject().value(QStringLiteral("kind")).toString();
    return kinds;
}

QStringList rolesOf(const CtlAnswer& shown)
{
    QStringList roles;
    for (const QJsonValue& file : shown.json().value(QStringLiteral("files")).toArray())
        roles << file.toObject().value(QStringLiteral("role")).toString();
    return roles;
}

} // namespace

/// The main job through the real server and the real command line, a desk for each person.
class TestDeskMainJob : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskBench> m_bench;
    QString m_letter;

    CtlAnswer desk(const QString& login, const QStringList& words) { return m_bench->desk(login, words); }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<DeskBench>();
        QVERIFY2(m_bench->isReady(), qPrintable(m_bench->server().error()));
        for (const QString& login : {registry, head, clerk, QStringLiteral("payer")})
            VERIFY_DONE(m_bench->signIn(login));
        VERIFY_DONE(m_bench->registerLetter(QStringLiteral("Αίτηση για άδεια κατάληψης πεζοδρομίου")));
    }

    void aLetterIsRegisteredAndCharged()
    {
        const CtlAnswer registered = m_bench->registerLetter(QStringLiteral("Αίτηση για άδεια θεάτρου"));
        VERIFY_DONE(registered);
        m_letter = registered.text("document");
        QCOMPARE(registered.text("state"), QStringLiteral("given"));
        QCOMPARE(registered.json().value(QStringLiteral("number")).toInt(), 2);
        VERIFY_DONE(desk(registry, {QStringLiteral("assign"), m_letter, QStringLiteral("--to"), QStringLiteral("ΠΡΟΣ"),
                                    QStringLiteral("--note"), QStringLiteral("για τις ενέργειές σας")}));
        VERIFY_DONE(m_bench->sync(clerk));
        QVERIFY(contains(desk(clerk, {QStringLiteral("list"), QStringLiteral("inbox")}).list(), m_letter));
    }

    void theHeadApprovesAndSigns()
    {
        VERIFY_DONE(desk(registry, {QStringLiteral("submit"), m_letter, QStringLiteral("--route"), head}));
        VERIFY_DONE(m_bench->sync(head));
        const CtlAnswer approvals = desk(head, {QStringLiteral("list"), QStringLiteral("approvals")});
        const CtlAnswer shown = desk(head, {QStringLiteral("show"), m_letter});
        QVERIFY2(contains(approvals.list(), m_letter), QByteArray(approvals.told() + shown.told()).constData());
        VERIFY_DONE(desk(head, {QStringLiteral("approve"), m_letter}));
        const CtlAnswer made = desk(head, QStringList{QStringLiteral("sign"), m_letter} + m_bench->key(head));
        VERIFY_DONE(made);
        QVERIFY(made.json().value(QStringLiteral("signed")).toBool());
    }

    void theRegistrySeesItSigned()
    {
        VERIFY_DONE(m_bench->sync(registry));
        const CtlAnswer shown = desk(registry, {QStringLiteral("show"), m_letter});
        VERIFY_DONE(shown);
        QVERIFY(shown.json().value(QStringLiteral("signed")).toBool());
        QVERIFY2(kindsOf(shown).contains(QStringLiteral("step-signed")), shown.out.constData());
        QCOMPARE(rolesOf(shown), (QStringList{QStringLiteral("original"), QStringLiteral("signed")}));
        const QString out = m_bench->path(QStringLiteral("signed.pdf"));
        VERIFY_DONE(desk(registry, {QStringLiteral("file"), QStringLiteral("2"), QStringLiteral("--out"), out}));
        const CtlAnswer verified = DeskBench::ctl({QStringLiteral("pdf"), QStringLiteral("verify"),
                                                   QStringLiteral("--intact-only"), QStringLiteral("--json"), out});
        VERIFY_DONE(verified);
        QProcess pdfsig;
        pdfsig.start(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), out});
        QVERIFY(pdfsig.waitForFinished());
        const QByteArray said = pdfsig.readAll();
        QVERIFY2(said.contains("Signature is Valid") && said.contains("Total document signed"), said.constData());
    }

    void itIsFoundByAnyInflectionWithoutAccents()
    {
        const auto found =
            desk(clerk, {QStringLiteral("search"), QStringLiteral("αδειες"), QStringLiteral("θεατρο")}).list();
        QVERIFY(contains(found, m_letter));
        QCOMPARE(found.size(), 1);
    }

    void whoHasNothingToDoWithItLearnsNothing()
    {
        const QString payer = QStringLiteral("payer");
        VERIFY_DONE(m_bench->sync(payer));
        QVERIFY(desk(payer, {QStringLiteral("list"), QStringLiteral("register")}).list().isEmpty());
        const CtlAnswer shown = desk(payer, {QStringLiteral("show"), m_letter});
        QCOMPARE(shown.exitCode, 3);
        QVERIFY(shown.messages.contains("not-found"));
    }

    void aDraftTakesItsNumberWithTheLastSignature()
    {
        const CtlAnswer started =
            desk(clerk, {QStringLiteral("draft"), QStringLiteral("--direction"), QStringLiteral("out"),
                         QStringLiteral("--subject"), QStringLiteral("Απάντηση στον Σύλλογο"),
                         QStringLiteral("--party"), QStringLiteral("Σύλλογος Γονέων"), QStringLiteral("--file"),
                         m_bench->path(QStringLiteral("letter.pdf"))});
        VERIFY_DONE(started);
        const QString draft = started.text("document");
        VERIFY_DONE(desk(clerk, {QStringLiteral("submit"), draft, QStringLiteral("--route"), head}));
        VERIFY_DONE(m_bench->sync(head));
        VERIFY_DONE(desk(head, {QStringLiteral("approve"), draft}));
        const CtlAnswer made = desk(head, QStringList{QStringLiteral("sign"), draft} + m_bench->key(head));
        VERIFY_DONE(made);
        QCOMPARE(made.json().value(QStringLiteral("number")).toInt(), 3);
        VERIFY_DONE(m_bench->sync(clerk));
        const CtlAnswer shown = desk(clerk, {QStringLiteral("show"), draft});
        QCOMPARE(shown.text("state"), QStringLiteral("given"));
        QCOMPARE(rolesOf(shown), (QStringList{QStringLiteral("original"), QStringLiteral("prepared"),
                                              QStringLiteral("numbered"), QStringLiteral("signed")}));
        const QString out = m_bench->path(QStringLiteral("answer.pdf"));
        VERIFY_DONE(desk(clerk, {QStringLiteral("file"), draft, QStringLiteral("--out"), out}));
        VERIFY_DONE(
            DeskBench::ctl({QStringLiteral("pdf"), QStringLiteral("verify"), QStringLiteral("--intact-only"), out}));
        QProcess text;
        text.start(QStringLiteral("pdftotext"), {out, QStringLiteral("-")});
        QVERIFY(text.waitForFinished());
        const QByteArray words = text.readAll();
        QVERIFY2(words.contains("3/"), words.constData());
    }

    void twoSignOneAfterTheOtherAndBothSignaturesHold()
    {
        const QString director = QStringLiteral("director");
        VERIFY_DONE(m_bench->signIn(director));
        const CtlAnswer started = desk(
            clerk, {QStringLiteral("draft"), QStringLiteral("--direction"), QStringLiteral("internal"),
                    QStringLiteral("--subject"), QStringLiteral("Υπηρεσιακό σημείωμα"), QStringLiteral("--party"),
                    QStringLiteral("ΔΟΙΚ"), QStringLiteral("--file"), m_bench->path(QStringLiteral("letter.pdf"))});
        VERIFY_DONE(started);
        const QString draft = started.text("document");
        VERIFY_DONE(desk(clerk, {QStringLiteral("submit"), draft, QStringLiteral("--route"),
                                 QStringLiteral("head:sign,director:sign")}));
        VERIFY_DONE(m_bench->sync(head));
        VERIFY_DONE(desk(head, QStringList{QStringLiteral("sign"), draft} + m_bench->key(head)));
        VERIFY_DONE(m_bench->sync(director));
        const CtlAnswer made = desk(director, QStringList{QStringLiteral("sign"), draft} + m_bench->key(director));
        VERIFY_DONE(made);
        QCOMPARE(made.json().value(QStringLiteral("number")).toInt(), 4);
        const QString out = m_bench->path(QStringLiteral("two.pdf"));
        VERIFY_DONE(desk(director, {QStringLiteral("file"), draft, QStringLiteral("--out"), out}));
        const CtlAnswer verified = DeskBench::ctl({QStringLiteral("pdf"), QStringLiteral("verify"),
                                                   QStringLiteral("--intact-only"), QStringLiteral("--json"), out});
        VERIFY_DONE(verified);
        QProcess pdfsig;
        pdfsig.start(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), out});
        QVERIFY(pdfsig.waitForFinished());
        QCOMPARE(pdfsig.readAll().count("Signature is Valid"), 2);
    }

    void aChargeIsTakenOverAndCompleted()
    {
        VERIFY_DONE(m_bench->sync(clerk));
        VERIFY_DONE(desk(clerk, {QStringLiteral("accept"), m_letter}));
        VERIFY_DONE(desk(clerk, {QStringLiteral("complete"), m_letter, QStringLiteral("--reason"),
                                 QStringLiteral("ενημερώθηκε προφορικά")}));
        QVERIFY(!contains(desk(clerk, {QStringLiteral("list"), QStringLiteral("inbox")}).list(), m_letter));
    }

    void aCancelledNumberStaysReadable()
    {
        const QString chief = QStringLiteral("registryHead");
        VERIFY_DONE(m_bench->signIn(chief));
        const CtlAnswer registered = m_bench->registerLetter(QStringLiteral("Λάθος εγγραφή"));
        VERIFY_DONE(registered);
        VERIFY_DONE(m_bench->sync(chief));
        VERIFY_DONE(desk(chief, {QStringLiteral("cancel"), registered.text("document"), QStringLiteral("--reason"),
                                 QStringLiteral("διπλή καταχώριση")}));
        VERIFY_DONE(m_bench->sync(registry));
        const CtlAnswer shown = desk(registry, {QStringLiteral("show"), registered.text("document")});
        QCOMPARE(shown.text("state"), QStringLiteral("cancelled"));
    }
};

QTEST_GUILESS_MAIN(TestDeskMainJob)
#include "test_desk_main_job.moc"
