#include "desk_bench.h"

#include <QTest>

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
const QStringList soon{QStringLiteral("--wait"), QStringLiteral("2")};

bool copyFolder(const QString& from, const QString& to)
{
    return QProcess::execute(QStringLiteral("rm"), {QStringLiteral("-rf"), to}) == 0 &&
           QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), from, to}) == 0;
}

} // namespace

/// Either side may lose the other at any moment, and nothing is lost.
class TestDeskServerLost : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskBench> m_bench;

    CtlAnswer desk(const QString& login, const QStringList& words) { return m_bench->desk(login, words); }
    int numberOf(const QString& document)
    {
        return desk(registry, {QStringLiteral("show"), document}).json().value(QStringLiteral("number")).toInt();
    }
    QList<int> numbersInTheBook()
    {
        QList<int> numbers;
        for (const QJsonValue& row : desk(registry, {QStringLiteral("list"), QStringLiteral("register")}).list())
            numbers << row.toObject().value(QStringLiteral("number")).toInt();
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<DeskBench>();
        QVERIFY2(m_bench->isReady(), qPrintable(m_bench->server().error()));
        VERIFY_DONE(m_bench->signIn(registry));
        VERIFY_DONE(m_bench->signIn(head));
        m_bench->key(head);
    }

    void theWholeJobWithTheServerKilledAtEachStep()
    {
        test::TestServer& server = m_bench->server();
        server.kill();
        const CtlAnswer registered = m_bench->registerLetter(QStringLiteral("Αίτηση χωρίς διακομιστή"), soon);
        VERIFY_DONE(registered);
        QCOMPARE(registered.text("state"), QStringLiteral("waiting"));
        QVERIFY(registered.json().value(QStringLiteral("number")).isNull());
        const QString letter = registered.text("document");
        VERIFY_DONE(
            desk(registry,
                 QStringList{QStringLiteral("assign"), letter, QStringLiteral("--to"), QStringLiteral("ΠΡΟΣ")} + soon));
        VERIFY_DONE(desk(registry, QStringList{QStringLiteral("note"), letter, QStringLiteral("--text"),
                                               QStringLiteral("κατεπείγον")} +
                                       soon));
        VERIFY_DONE(
            desk(registry, QStringList{QStringLiteral("submit"), letter, QStringLiteral("--route"), head} + soon));
        QVERIFY(server.start());
        VERIFY_DONE(m_bench->sync(registry));
        QCOMPARE(numberOf(letter), 1);
        VERIFY_DONE(m_bench->sync(head));
        server.kill();
        VERIFY_DONE(desk(head, QStringList{QStringLiteral("approve"), letter} + soon));
        // It has its number already: the signature itself needs no server, and waits like everything else.
        const CtlAnswer made = desk(head, QStringList{QStringLiteral("sign"), letter} + soon + m_bench->key(head));
        if (made.exitCode != 0) // its bytes had not been fetched before the server went
            QVERIFY2(made.messages.contains("files-not-arrived"), made.told().constData());
        QVERIFY(server.start());
        VERIFY_DONE(m_bench->sync(head));
        if (made.exitCode != 0)
            VERIFY_DONE(desk(head, QStringList{QStringLiteral("sign"), letter} + m_bench->key(head)));
        VERIFY_DONE(m_bench->sync(head));
        VERIFY_DONE(m_bench->sync(registry));
        const CtlAnswer shown = desk(registry, {QStringLiteral("show"), letter});
        QVERIFY2(shown.json().value(QStringLiteral("signed")).toBool(), shown.out.constData());
        QVERIFY(desk(registry, {QStringLiteral("list"), QStringLiteral("needs-you")}).list().isEmpty());
        QVERIFY(desk(head, {QStringLiteral("list"), QStringLiteral("needs-you")}).list().isEmpty());
    }

    void aNumberForASignatureNeedsTheServerAndSaysSo()
    {
        const CtlAnswer started =
            desk(registry,
                 {QStringLiteral("draft"), QStringLiteral("--direction"), QStringLiteral("out"),
                  QStringLiteral("--subject"), QStringLiteral("Σχέδιο"), QStringLiteral("--party"),
                  QStringLiteral("Υπουργείο"), QStringLiteral("--file"), m_bench->path(QStringLiteral("letter.pdf"))});
        VERIFY_DONE(started);
        const QString draft = started.text("document");
        VERIFY_DONE(
            desk(registry, {QStringLiteral("submit"), draft, QStringLiteral("--route"), QStringLiteral("head:sign")}));
        VERIFY_DONE(m_bench->sync(head));
        VERIFY_DONE(desk(
            head, {QStringLiteral("file"), draft, QStringLiteral("--out"), m_bench->path(QStringLiteral("x.pdf"))}));
        m_bench->server().kill();
        const CtlAnswer refused = desk(head, QStringList{QStringLiteral("sign"), draft} + soon + m_bench->key(head));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.messages.contains("server-unreachable"), refused.told().constData());
        QVERIFY(m_bench->server().start());
        const CtlAnswer made = desk(head, QStringList{QStringLiteral("sign"), draft} + m_bench->key(head));
        VERIFY_DONE(made);
        QVERIFY(made.json().value(QStringLiteral("number")).toInt() > 0);
    }

    void deskOfflineQueuesInOrderAndNumbersComeInThatOrder()
    {
        QStringList documents;
        for (int i = 0; i < 5; ++i) {
            const CtlAnswer registered =
                m_bench->registerLetter(QStringLiteral("Εκτός σύνδεσης %1").arg(i), {QStringLiteral("--offline")});
            VERIFY_DONE(registered);
            QCOMPARE(registered.text("state"), QStringLiteral("waiting"));
            documents << registered.text("document");
        }
        VERIFY_DONE(m_bench->sync(registry));
        for (qsizetype i = 1; i < documents.size(); ++i)
            QCOMPARE(numberOf(documents[i]), numberOf(documents[i - 1]) + 1);
    }

    void aProfileThatComesBackFromABackupTakesNoSecondNumber()
    {
        const CtlAnswer registered =
            m_bench->registerLetter(QStringLiteral("Αντίγραφο ασφαλείας"), {QStringLiteral("--offline")});
        VERIFY_DONE(registered);
        const QString profile = m_bench->path(QStringLiteral("desk-registry"));
        QVERIFY(copyFolder(profile, profile + QStringLiteral(".backup")));
        VERIFY_DONE(m_bench->sync(registry));
        const int number = numberOf(registered.text("document"));
        QVERIFY(number > 0);
        QVERIFY(copyFolder(profile + QStringLiteral(".backup"), profile));
        VERIFY_DONE(m_bench->sync(registry)); // the same commands once more
        QCOMPARE(numberOf(registered.text("document")), number);
        const auto book = numbersInTheBook();
        for (int i = 0; i < book.size(); ++i)
            QCOMPARE(book[i], i + 1);
        QVERIFY(desk(registry, {QStringLiteral("list"), QStringLiteral("needs-you")}).list().isEmpty());
    }

    void aServerRestoredFromABackupIsStartedAfresh()
    {
        test::TestServer& server = m_bench->server();
        QVERIFY(server.stop());
        const QString backup = server.folder() + QStringLiteral(".backup");
        QVERIFY(copyFolder(server.folder(), backup));
        QVERIFY(server.start());
        VERIFY_DONE(m_bench->sync(registry));
        const auto before = numbersInTheBook();
        const CtlAnswer lost = m_bench->registerLetter(QStringLiteral("Χάνεται στον διακομιστή"));
        VERIFY_DONE(lost);
        QVERIFY(server.stop());
        QVERIFY(copyFolder(backup, server.folder()));
        QVERIFY(server.start());
        const CtlAnswer waiting = m_bench->registerLetter(QStringLiteral("Νέα εγγραφή"));
        VERIFY_DONE(waiting);
        VERIFY_DONE(m_bench->sync(registry));
        QVERIFY(numberOf(waiting.text("document")) > 0);
        const auto after = numbersInTheBook();
        for (const int number : before)
            QVERIFY(after.contains(number));
    }
};

QTEST_GUILESS_MAIN(TestDeskServerLost)
#include "test_desk_server_lost.moc"
