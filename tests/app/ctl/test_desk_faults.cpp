#include "desk_bench.h"

#include "sample_pdf.h"

#include <QFile>
#include <QTest>

using namespace diakinisi;
using test::CtlAnswer;
using test::DeskBench;
using test::TestServer;

#define VERIFY_DONE(answer)                                                                                            \
    do {                                                                                                               \
        const CtlAnswer& given = (answer);                                                                             \
        QVERIFY2(given.exitCode == 0, given.told().constData());                                                       \
    } while (false)

namespace {

const QString registry = QStringLiteral("registry");
const QStringList soon{QStringLiteral("--wait"), QStringLiteral("3")};

} // namespace

/// Bad input and refusals at a desk: a clear error each, and what was kept.
class TestDeskFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskBench> m_bench;

    CtlAnswer desk(const QString& login, const QStringList& words) { return m_bench->desk(login, words); }
    void refusedFile(const QByteArray& content, const char* word)
    {
        const QString path = m_bench->write(QStringLiteral("input.pdf"), content);
        const CtlAnswer answer =
            desk(registry, {QStringLiteral("register"), QStringLiteral("--direction"), QStringLiteral("in"),
                            QStringLiteral("--subject"), QStringLiteral("Θέμα"), QStringLiteral("--file"), path});
        QCOMPARE(answer.exitCode, 3);
        QVERIFY2(answer.messages.contains(word), answer.told().constData());
        QCOMPARE(answer.messages.count('\n'), 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<DeskBench>();
        QVERIFY2(m_bench->isReady(), qPrintable(m_bench->server().error()));
        VERIFY_DONE(m_bench->signIn(registry));
    }

    void aWrongPasswordIsSaidAndNothingIsLeft()
    {
        const QString wrong = m_bench->write(QStringLiteral("wrong"), "not the password");
        const CtlAnswer answer =
            desk(QStringLiteral("clerk"), {QStringLiteral("sign-in"), QStringLiteral("--user"), QStringLiteral("clerk"),
                                           QStringLiteral("--password-file"), wrong});
        QCOMPARE(answer.exitCode, 3);
        QVERIFY2(answer.messages.contains("sign-in-failed"), answer.told().constData());
    }

    void aProfileBelongsToOnePerson()
    {
        const QString file =
            m_bench->write(QStringLiteral("pw"), TestServer::passwordOf(QStringLiteral("payer")).toUtf8());
        const CtlAnswer answer = desk(registry, {QStringLiteral("sign-in"), QStringLiteral("--user"),
                                                 QStringLiteral("payer"), QStringLiteral("--password-file"), file});
        QCOMPARE(answer.exitCode, 3);
        QVERIFY2(answer.messages.contains("not-permitted"), answer.told().constData());
        VERIFY_DONE(m_bench->sync(registry)); // and the one whose it is goes on
    }

    void aServerWithAnotherCertificateIsNotSpokenTo()
    {
        TestServer stranger;
        QVERIFY2(stranger.isRunning(), qPrintable(stranger.error()));
        VERIFY_DONE(m_bench->registerLetter(QStringLiteral("Περιμένει τον δικό μας διακομιστή"),
                                            {QStringLiteral("--offline")}));
        TestServer& server = m_bench->server();
        QVERIFY(server.stop());
        const QString ours = server.folder() + QStringLiteral("/tls/server");
        const QString theirs = stranger.folder() + QStringLiteral("/tls/server");
        for (const QString& part : {QStringLiteral(".crt"), QStringLiteral(".key")}) {
            QVERIFY(QFile::copy(ours + part, ours + part + QStringLiteral(".kept")));
            QVERIFY(QFile::remove(ours + part) && QFile::copy(theirs + part, ours + part));
        }
        QVERIFY2(server.start(), qPrintable(server.error()));
        const CtlAnswer refused = desk(registry, QStringList{QStringLiteral("sync")} + soon);
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.text("state"), QStringLiteral("server-untrusted"));
        QCOMPARE(refused.json().value(QStringLiteral("waiting")).toInt(), 1);
        QVERIFY(refused.messages.contains("server-untrusted"));
        QVERIFY(server.stop());
        for (const QString& part : {QStringLiteral(".crt"), QStringLiteral(".key")})
            QVERIFY(QFile::remove(ours + part) && QFile::rename(ours + part + QStringLiteral(".kept"), ours + part));
        QVERIFY2(server.start(), qPrintable(server.error()));
        VERIFY_DONE(m_bench->sync(registry));
    }

    void filesThatAreNoGoodAreRefused()
    {
        refusedFile("this is no PDF", "not-pdf");
        refusedFile("%PDF-1.7\nand nothing else", "pdf-broken");
        refusedFile("", "not-pdf");
    }

    void anEncryptedFileIsRefused()
    {
        const QString out = m_bench->path(QStringLiteral("locked.pdf"));
        QCOMPARE(QProcess::execute(QStringLiteral("qpdf"),
                                   {QStringLiteral("--encrypt"), QStringLiteral("secret"), QStringLiteral("secret"),
                                    QStringLiteral("256"), QStringLiteral("--"),
                                    m_bench->path(QStringLiteral("letter.pdf")), out}),
                 0);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        refusedFile(file.readAll(), "pdf-encrypted");
    }

    void anEmptySubjectIsRefusedAtOnce()
    {
        const CtlAnswer answer = m_bench->registerLetter(QStringLiteral("  "));
        QCOMPARE(answer.exitCode, 3);
        QVERIFY2(answer.messages.contains("field-missing: subject"), answer.told().constData());
    }

    void whatIsNotThereIsNotFound()
    {
        for (const QStringList& words :
             {QStringList{QStringLiteral("show"), QStringLiteral("99999/2026")},
              QStringList{QStringLiteral("approve"), QStringLiteral("018f3c1e-0000-7000-8000-000000000001")}}) {
            const CtlAnswer answer = desk(registry, words);
            QCOMPARE(answer.exitCode, 3);
            QVERIFY2(answer.messages.contains("not-found"), answer.told().constData());
        }
    }

    void wrongWordsAreWrongUsage()
    {
        for (const QStringList& words :
             {QStringList{QStringLiteral("no-such-act")}, QStringList{},
              QStringList{QStringLiteral("list"), QStringLiteral("nothing")},
              QStringList{QStringLiteral("register"), QStringLiteral("--direction"), QStringLiteral("up")},
              QStringList{QStringLiteral("sync"), QStringLiteral("--no-such-option")}})
            QVERIFY2(desk(registry, words).exitCode == 2, qPrintable(words.join(u' ')));
    }

    void aRefusedRegistrationTakesItsChargeAndNoteWithItAndKeepsTheirContent()
    {
        const CtlAnswer registered =
            m_bench->registerLetter(QStringLiteral("Για μονάδα που καταργήθηκε"),
                                    {QStringLiteral("--offline"), QStringLiteral("--charge"), QStringLiteral("ΠΡΟΣ"),
                                     QStringLiteral("--note"), QStringLiteral("σημείωση που δεν χάνεται")});
        VERIFY_DONE(registered);
        const QString document = registered.text("document");
        VERIFY_DONE(desk(registry, {QStringLiteral("assign"), document, QStringLiteral("--to"), QStringLiteral("ΔΟΙΚ"),
                                    QStringLiteral("--offline")}));
        auto administrator = m_bench->server().signedIn(TestServer::administrator());
        domain::Unit unit = *m_bench->office().organisation.unit(m_bench->office().staffUnit);
        unit.active = false;
        QCOMPARE(TestServer::send(administrator,
                                  {TestServer::command(domain::organisationDocument(), domain::DefineUnit{unit})})
                     .status,
                 200);
        VERIFY_DONE(m_bench->sync(registry));
        const QJsonArray needs = desk(registry, {QStringLiteral("list"), QStringLiteral("needs-you")}).list();
        QVERIFY(!needs.isEmpty());
        QJsonObject entry;
        for (const QJsonValue& each : needs)
            if (each.toObject().value(QStringLiteral("what")).toString() == u"register")
                entry = each.toObject();
        QCOMPARE(entry.value(QStringLiteral("document")).toString(), document);
        QCOMPARE(entry.value(QStringLiteral("problem")).toObject().value(QStringLiteral("code")).toString(),
                 QStringLiteral("unit-unknown"));
        QCOMPARE(entry.value(QStringLiteral("subject")).toString(), QStringLiteral("Για μονάδα που καταργήθηκε"));
        QCOMPARE(entry.value(QStringLiteral("dependents")).toInt(), 3);
        QCOMPARE(needs.size(), 1);
        unit.active = true;
        QCOMPARE(TestServer::send(administrator,
                                  {TestServer::command(domain::organisationDocument(), domain::DefineUnit{unit})})
                     .status,
                 200);
        VERIFY_DONE(m_bench->sync(registry));
    }

    void aFileThatOneOnlyKnowsByItsDigestIsNotGiven()
    {
        const QString payer = QStringLiteral("payer");
        VERIFY_DONE(m_bench->signIn(payer));
        const CtlAnswer own =
            desk(payer, {QStringLiteral("draft"), QStringLiteral("--direction"), QStringLiteral("internal"),
                         QStringLiteral("--subject"), QStringLiteral("Δικό μου"), QStringLiteral("--party"),
                         QStringLiteral("ΔΟΙΚ"), QStringLiteral("--file"),
                         m_bench->write(QStringLiteral("own.pdf"), samples::handmadePdf())});
        VERIFY_DONE(own);
        QFile letter(m_bench->path(QStringLiteral("letter.pdf")));
        QVERIFY(letter.open(QIODevice::ReadOnly));
        VERIFY_DONE(m_bench->registerLetter(QStringLiteral("Απόρρητο")));
        const CtlAnswer stolen =
            desk(payer, QStringList{QStringLiteral("file"), own.text("document"), QStringLiteral("--digest"),
                                    Sha256::of(letter.readAll()).hex(), QStringLiteral("--out"),
                                    m_bench->path(QStringLiteral("stolen.pdf"))});
        QCOMPARE(stolen.exitCode, 3);
        QVERIFY2(stolen.messages.contains("not-found"), stolen.told().constData());
        QVERIFY(!QFile::exists(m_bench->path(QStringLiteral("stolen.pdf"))));
    }

    void aKeyThatIsNotRegisteredToTheSignerIsRefusedBeforeAnything()
    {
        const QString clerk = QStringLiteral("clerk");
        VERIFY_DONE(m_bench->signIn(clerk));
        const CtlAnswer registered = m_bench->registerLetter(QStringLiteral("Για υπογραφή"));
        VERIFY_DONE(registered);
        VERIFY_DONE(desk(registry, {QStringLiteral("submit"), registered.text("document"), QStringLiteral("--route"),
                                    QStringLiteral("clerk:sign")}));
        VERIFY_DONE(m_bench->sync(clerk));
        const QStringList others = m_bench->key(QStringLiteral("registry"));
        const CtlAnswer answer = desk(clerk, QStringList{QStringLiteral("sign"), registered.text("document")} + others);
        QCOMPARE(answer.exitCode, 3);
        QVERIFY2(answer.messages.contains("certificate-not-yours"), answer.told().constData());
        QStringList wrongPin = m_bench->key(clerk);
        wrongPin.last() = m_bench->write(QStringLiteral("wrong-pin"), "0000\n");
        const CtlAnswer pin = desk(clerk, QStringList{QStringLiteral("sign"), registered.text("document")} + wrongPin);
        QCOMPARE(pin.exitCode, 3);
        QVERIFY2(pin.messages.contains("pin-wrong"), pin.told().constData());
    }

    void anExpiredSessionLosesNothing()
    {
        auto administrator = m_bench->server().signedIn(TestServer::administrator());
        VERIFY_DONE(m_bench->registerLetter(QStringLiteral("Πριν τη λήξη"), {QStringLiteral("--offline")}));
        const auto devices = administrator.get("/api/v1/devices").json().value(QStringLiteral("devices")).toArray();
        for (const QJsonValue& device : devices)
            administrator.request("DELETE", "/api/v1/devices/" +
                                                device.toObject().value(QStringLiteral("id")).toString().toLatin1());
        const CtlAnswer refused = desk(registry, QStringList{QStringLiteral("sync")} + soon);
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.text("state"), QStringLiteral("session-expired"));
        QCOMPARE(refused.json().value(QStringLiteral("waiting")).toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDeskFaults)
#include "test_desk_faults.moc"
