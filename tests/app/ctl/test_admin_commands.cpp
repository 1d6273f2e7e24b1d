#include "desk_bench.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace diakinisi;
using test::CtlAnswer;
using test::DeskBench;

#define VERIFY_DONE(answer)                                                                                            \
    do {                                                                                                               \
        const CtlAnswer& given = (answer);                                                                             \
        QVERIFY2(given.exitCode == 0, given.told().constData());                                                       \
    } while (false)

/// The administrator's commands against the real server.
class TestAdminCommands : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskBench> m_bench;

    CtlAnswer person(const QStringList& words) { return m_bench->admin(QStringList{QStringLiteral("person")} + words); }
    CtlAnswer import(const QString& file, const QStringList& more = {})
    {
        return m_bench->admin(QStringList{QStringLiteral("org"), QStringLiteral("import"), file} + more);
    }
    CtlAnswer asAuditor(const QStringList& words)
    {
        const QString auditor = QStringLiteral("auditor");
        return DeskBench::ctl(QStringList{QStringLiteral("admin"), QStringLiteral("--server"), m_bench->server().url(),
                                          QStringLiteral("--ca"), m_bench->server().caFile(), QStringLiteral("--user"),
                                          auditor, QStringLiteral("--password-file"), password(auditor),
                                          QStringLiteral("--json")} +
                              words);
    }
    QString password(const QString& login)
    {
        return m_bench->write(QStringLiteral("password.") + login, test::TestServer::passwordOf(login).toUtf8());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<DeskBench>();
        QVERIFY2(m_bench->isReady(), qPrintable(m_bench->server().error()));
    }

    void healthNeedsNoSignIn()
    {
        VERIFY_DONE(DeskBench::ctl({QStringLiteral("admin"), QStringLiteral("--server"), m_bench->server().url(),
                                    QStringLiteral("--ca"), m_bench->server().caFile(), QStringLiteral("health")}));
        QCOMPARE(DeskBench::ctl({QStringLiteral("admin"), QStringLiteral("--server"),
                                 QStringLiteral("https://127.0.0.1:1"), QStringLiteral("health")})
                     .exitCode,
                 3);
        QCOMPARE(DeskBench::ctl({QStringLiteral("admin"), QStringLiteral("--server"), m_bench->server().url(),
                                 QStringLiteral("health")})
                     .exitCode,
                 3); // its CA is not the system's
    }

    void theSampleOrganisationIsImportedOnce()
    {
        const QString sample = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/organisation.json");
        const QString passwords = m_bench->path(QStringLiteral("passwords"));
        const CtlAnswer first = import(sample, {QStringLiteral("--password-folder"), passwords});
        VERIFY_DONE(first);
        QVERIFY(first.json().value(QStringLiteral("changed")).toInt() > 100);
        QVERIFY(first.json().value(QStringLiteral("new_persons")).toInt() > 100);
        const CtlAnswer second = import(sample);
        VERIFY_DONE(second);
        QCOMPARE(second.json().value(QStringLiteral("changed")).toInt(), 0);
        QCOMPARE(QFileInfo(passwords + QStringLiteral("/mayor")).permissions() & QFileDevice::ReadOther,
                 QFileDevice::Permissions());
        const CtlAnswer signedIn =
            m_bench->desk(QStringLiteral("o.kosmidou"),
                          {QStringLiteral("sign-in"), QStringLiteral("--user"), QStringLiteral("o.kosmidou"),
                           QStringLiteral("--password-file"), passwords + QStringLiteral("/o.kosmidou")});
        VERIFY_DONE(signedIn);
    }

    void aFileThatIsNoOrganisationIsRefusedBeforeAnything()
    {
        const QString broken = m_bench->write(QStringLiteral("broken.json"), "{\"units\": [{\"code\": \"ΑΑ\"}]}");
        const CtlAnswer answer = import(broken);
        QCOMPARE(answer.exitCode, 3);
        QVERIFY2(answer.messages.contains("malformed-input"), answer.told().constData());
        const QString orphan = m_bench->write(
            QStringLiteral("orphan.json"),
            "{\"units\": [{\"code\": \"ΑΑ\", \"name\": \"Α\", \"parent\": \"ΩΩ\", \"kind\": \"office\"}], "
            "\"persons\": [], \"policy\": {}}");
        QVERIFY(import(orphan).messages.contains("unit-unknown"));
    }

    void aPersonComesChangesAndGoes()
    {
        const QString login = QStringLiteral("maria");
        VERIFY_DONE(person({QStringLiteral("add"), login, QStringLiteral("--name"), QStringLiteral("Μαρία Παππά"),
                            QStringLiteral("--role"), QStringLiteral("clerk:ΠΡΟΣ"),
                            QStringLiteral("--new-password-file"), password(login)}));
        VERIFY_DONE(m_bench->signIn(login));
        QCOMPARE(person({QStringLiteral("add"), login, QStringLiteral("--name"), QStringLiteral("Άλλη")}).exitCode, 3);
        VERIFY_DONE(person({QStringLiteral("role"), login, QStringLiteral("--role"), QStringLiteral("head:ΔΟΙΚ")}));
        QVERIFY(person({QStringLiteral("role"), login, QStringLiteral("--role"), QStringLiteral("king")})
                    .messages.contains("field-invalid"));
        QVERIFY(person({QStringLiteral("role"), login, QStringLiteral("--role"), QStringLiteral("clerk:ΧΧ")})
                    .messages.contains("unit-unknown"));
        VERIFY_DONE(person({QStringLiteral("disable"), login}));
        QVERIFY(m_bench->signIn(login).messages.contains("sign-in-failed"));
        QVERIFY(person({QStringLiteral("disable"), QStringLiteral("nobody")}).messages.contains("person-unknown"));
    }

    void anAuditorReadsWhoOpenedARestrictedDocument()
    {
        test::Office office = m_bench->office();
        test::HttpsClient registry = m_bench->server().signedIn(QStringLiteral("registry"));
        test::HttpsClient head = m_bench->server().signedIn(QStringLiteral("head"));
        const QByteArray letter = "%PDF-1.7 a restricted letter";
        QCOMPARE(test::TestServer::upload(registry, letter), 204);
        const auto document = test::TestServer::newId<domain::DocumentId>();
        domain::Register form = office.incoming();
        form.items.front().file.digest = Sha256::of(letter);
        form.items.front().file.size = letter.size();
        form.access = {true, {office.head}};
        QCOMPARE(test::TestServer::send(registry, {test::TestServer::command(document, form)}).status, 200);
        const QByteArray file = "/api/v1/files/" + Sha256::of(letter).hex().toLatin1();
        QCOMPARE(head.get(file).status, 200);
        QCOMPARE(head.get("/api/v1/documents/" + document.toString().toLatin1()).status, 200);
        test::HttpsClient clerk = m_bench->server().signedIn(QStringLiteral("clerk"));
        QCOMPARE(clerk.get(file).status, 404); // he sees nothing of it, so he opened nothing
        QCOMPARE(clerk.get("/api/v1/access-log").status, 403);

        const CtlAnswer read =
            asAuditor({QStringLiteral("access-log"), QStringLiteral("--document"), document.toString()});
        VERIFY_DONE(read);
        QStringList told;
        for (const QJsonValue& row : read.json().value(u"accesses").toArray())
            told << row[u"login"].toString() + u' ' + row[u"what"].toString();
        QCOMPARE(told, (QStringList{QStringLiteral("head file"), QStringLiteral("head document")}));
    }

    void onlyAnAdministratorMay()
    {
        const CtlAnswer answer = DeskBench::ctl(
            {QStringLiteral("admin"), QStringLiteral("--server"), m_bench->server().url(), QStringLiteral("--ca"),
             m_bench->server().caFile(), QStringLiteral("--user"), QStringLiteral("clerk"),
             QStringLiteral("--password-file"), password(QStringLiteral("clerk")), QStringLiteral("person"),
             QStringLiteral("disable"), QStringLiteral("head")});
        QCOMPARE(answer.exitCode, 3);
        QVERIFY2(answer.messages.contains("not-permitted"), answer.told().constData());
    }
};

QTEST_GUILESS_MAIN(TestAdminCommands)
#include "test_admin_commands.moc"
