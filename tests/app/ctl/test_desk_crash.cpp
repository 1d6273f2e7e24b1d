#include "desk_bench.h"

#include <QTest>
#include <QThread>

#include <random>

using namespace diakinisi;
using test::CtlAnswer;
using test::DeskBench;

#define VERIFY_DONE(answer)                                                                                            \
    do {                                                                                                               \
        const CtlAnswer& given = (answer);                                                                             \
        QVERIFY2(given.exitCode == 0, given.told().constData());                                                       \
    } while (false)

namespace {

const QString registry = QStringLiteral("registry");
const QString head = QStringLiteral("head");

} // namespace

/// Either program is killed at any moment of registering and signing; afterwards nothing is lost, nothing is twice and
/// no number is missing.
class TestDeskCrash : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskBench> m_bench;
    std::mt19937 m_random;

    CtlAnswer desk(const QString& login, const QStringList& words) { return m_bench->desk(login, words); }
    int chance(int most) { return static_cast<int>(m_random() % static_cast<unsigned>(most)); }

    /// Begins the act and kills the desk, or the server, after a moment.
    void interrupted(const QString& login, const QStringList& words, bool killServer)
    {
        QProcess process;
        process.start(QStringLiteral(DIAKINISI_BIN "/diakinisictl"), m_bench->deskWords(login, words));
        QVERIFY(process.waitForStarted());
        QThread::msleep(static_cast<unsigned long>(chance(700)));
        if (killServer)
            m_bench->server().kill();
        process.kill();
        process.waitForFinished();
        if (killServer)
            QVERIFY(m_bench->server().start());
    }
    QJsonArray book() { return desk(registry, {QStringLiteral("list"), QStringLiteral("register")}).list(); }

private Q_SLOTS:
    void initTestCase()
    {
        const QString wanted = qEnvironmentVariable("DIAKINISI_SEED");
        const unsigned seed = wanted.isEmpty() ? std::random_device()() : wanted.toUInt();
        qInfo("seed %u", seed);
        m_random.seed(seed);
        m_bench = std::make_unique<DeskBench>();
        QVERIFY2(m_bench->isReady(), qPrintable(m_bench->server().error()));
        VERIFY_DONE(m_bench->signIn(registry));
        VERIFY_DONE(m_bench->signIn(head));
        m_bench->key(head);
    }

    void registrationsKilledAtAnyMomentAreThereOnceOrNotAtAll()
    {
        constexpr int rounds = 10;
        for (int i = 0; i < rounds; ++i)
            interrupted(registry, m_bench->letterWords(QStringLiteral("Διακοπή %1").arg(i)), i % 3 == 2);
        VERIFY_DONE(m_bench->sync(registry));
        QStringList subjects;
        QList<int> numbers;
        for (const QJsonValue& row : book()) {
            subjects << row.toObject().value(QStringLiteral("subject")).toString();
            numbers << row.toObject().value(QStringLiteral("number")).toInt();
        }
        std::sort(numbers.begin(), numbers.end());
        for (int i = 0; i < numbers.size(); ++i)
            QCOMPARE(numbers[i], i + 1);
        QCOMPARE(subjects.removeDuplicates(), 0);
        QVERIFY(desk(registry, {QStringLiteral("list"), QStringLiteral("needs-you")}).list().isEmpty());
    }

    void aSignatureKilledAtAnyMomentIsMadeInTheEndWithOneNumber()
    {
        constexpr int rounds = 6;
        const auto before = book().size();
        for (int i = 0; i < rounds; ++i) {
            const CtlAnswer started =
                desk(registry, {QStringLiteral("draft"), QStringLiteral("--direction"), QStringLiteral("out"),
                                QStringLiteral("--subject"), QStringLiteral("Σχέδιο %1").arg(i),
                                QStringLiteral("--party"), QStringLiteral("Υπουργείο"), QStringLiteral("--file"),
                                m_bench->path(QStringLiteral("letter.pdf"))});
            VERIFY_DONE(started);
            const QString draft = started.text("document");
            VERIFY_DONE(desk(
                registry, {QStringLiteral("submit"), draft, QStringLiteral("--route"), QStringLiteral("head:sign")}));
            VERIFY_DONE(m_bench->sync(head));
            const QStringList signing = QStringList{QStringLiteral("sign"), draft} + m_bench->key(head);
            interrupted(head, signing, i % 3 == 2);
            interrupted(head, signing, false);
            VERIFY_DONE(m_bench->sync(head));
            const CtlAnswer shown = desk(head, {QStringLiteral("show"), draft});
            if (!shown.json().value(QStringLiteral("signed")).toBool())
                VERIFY_DONE(desk(head, signing));
            VERIFY_DONE(m_bench->sync(registry));
            const CtlAnswer seen = desk(registry, {QStringLiteral("show"), draft});
            QVERIFY2(seen.json().value(QStringLiteral("signed")).toBool(), seen.out.constData());
            QCOMPARE(seen.text("state"), QStringLiteral("given"));
            QCOMPARE(seen.json().value(QStringLiteral("number")).toInt(), static_cast<int>(before) + i + 1);
        }
        QVERIFY(m_bench->server().stop());
        QByteArray report;
        QVERIFY2(m_bench->server().run(QStringLiteral("check"), {}, &report) == 0, report.constData());
    }
};

QTEST_GUILESS_MAIN(TestDeskCrash)
#include "test_desk_crash.moc"
