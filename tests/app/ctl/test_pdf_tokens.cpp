#include "signed_files.h"
#include "soft_hsm.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace diakinisi;

namespace {

struct Answer {
    int exitCode = -1;
    QByteArray out;
    QByteArray messages;

    QJsonArray modules() const { return QJsonDocument::fromJson(out)[QStringLiteral("modules")].toArray(); }
};

/// The real program, as a script would start it: no terminal.
Answer ctl(const QStringList& words)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral("setsid"),
                  QStringList{QStringLiteral("--wait"), QStringLiteral(DIAKINISI_BIN "/diakinisictl")} + words);
    if (!process.waitForStarted() || !process.waitForFinished(30'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// Tokens at the command line: SoftHSM, also through the module that misbehaves.
class TestPdfTokens : public QObject
{
    Q_OBJECT

    samples::SoftHsm m_hsm;
    samples::Authority m_authority;

    QString path(const char* name) const { return m_hsm.path(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QStringList sign(const QStringList& files, const QString& key, const QString& module, const char* pin = "pin") const
    {
        return QStringList{QStringLiteral("pdf"), QStringLiteral("sign")} + files +
               QStringList{QStringLiteral("--out-dir"), path("out"), QStringLiteral("--key"),      key,
                           QStringLiteral("--module"),  module,      QStringLiteral("--pin-file"), path(pin)};
    }
    QStringList threeFiles() const { return {path("1.pdf"), path("2.pdf"), path("3.pdf")}; }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* file : {"1.pdf", "2.pdf", "3.pdf"})
            write(file, samples::handmadePdf());
        write("pin", "1234\n");
        write("wrong", "4321\n");
        QVERIFY(QDir().mkpath(path("out")));
        QVERIFY(m_hsm.addToken(QStringLiteral("Μαρία")));
        QVERIFY(m_hsm.addKey(QStringLiteral("Μαρία"), m_authority.make({}), "sign"));
        QVERIFY(m_hsm.addToken(QStringLiteral("old")));
        samples::PersonOptions expired;
        expired.validFrom = -100'000;
        expired.validTo = -1000;
        QVERIFY(m_hsm.addKey(QStringLiteral("old"), m_authority.make(expired), "old"));
    }
    void init()
    {
        m_hsm.misbehave({});
        for (const QString& file : threeFiles())
            QFile::remove(path("out/") + QFileInfo(file).fileName());
    }

    void tokensAreListedForPeopleAndForScripts()
    {
        m_hsm.misbehave({QStringLiteral("final-try")});
        const QStringList words{QStringLiteral("pdf"), QStringLiteral("tokens"), QStringLiteral("--module"),
                                samples::SoftHsm::faultyModule()};
        const Answer told = ctl(words + QStringList{QStringLiteral("--json")});
        QCOMPARE(told.exitCode, 0);
        const QJsonObject module = told.modules()[0].toObject();
        QCOMPARE(module[QStringLiteral("path")].toString(), samples::SoftHsm::faultyModule());
        QVERIFY(module[QStringLiteral("error")].isNull());
        QMap<QString, QString> fit;
        for (const QJsonValue& token : module[QStringLiteral("tokens")].toArray()) {
            QCOMPARE(token[QStringLiteral("pin")].toString(), QStringLiteral("last-try"));
            fit[token[QStringLiteral("label")].toString()] =
                token[QStringLiteral("certificates")][0][QStringLiteral("fit")].toString();
        }
        QCOMPARE(fit, (QMap<QString, QString>{{QStringLiteral("Μαρία"), QStringLiteral("good")},
                                              {QStringLiteral("old"), QStringLiteral("expired")}}));
        QVERIFY(!told.out.contains("123456789")); // the personal number
        const Answer shown = ctl(words);
        QVERIFY(shown.out.contains("--key 'pkcs11:"));
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 0);
    }

    void withoutAnyTheAnswerIsNo()
    {
        const Answer told = ctl({QStringLiteral("pdf"), QStringLiteral("tokens"), QStringLiteral("--module"),
                                 QStringLiteral("/nowhere.so"), QStringLiteral("--json")});
        QCOMPARE(told.exitCode, 1);
        QVERIFY(told.modules()[0][QStringLiteral("error")].toString().startsWith(QStringLiteral("file-unreadable")));
    }

    void aBatchIsSignedWithOnePinEntry()
    {
        const Answer done = ctl(sign(threeFiles(), QStringLiteral("pkcs11:"), samples::SoftHsm::faultyModule()));
        QVERIFY2(done.exitCode == 0, done.messages.constData());
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
        QCOMPARE(m_hsm.asked().count(QStringLiteral("sign")), 3);
        QCOMPARE(m_hsm.asked().last(), QStringLiteral("finalize"));
        for (const char* file : {"out/1.pdf", "out/2.pdf", "out/3.pdf"}) {
            QFile signedFile(path(file));
            QVERIFY(signedFile.open(QIODevice::ReadOnly));
            const auto words = samples::pdfsig(signedFile.readAll());
            QCOMPARE(words.valid, 1);
            QCOMPARE(words.whole, 1);
        }
    }

    void thePinMayComeFromTheFileThatTheUriNames()
    {
        QStringList words =
            sign({path("1.pdf")},
                 QStringLiteral("pkcs11:token=%CE%9C%CE%B1%CF%81%CE%AF%CE%B1?pin-source=file:") + path("pin"),
                 samples::SoftHsm::module());
        words.remove(words.indexOf(QStringLiteral("--pin-file")), 2); // with its value
        const Answer done = ctl(words);
        QVERIFY2(done.exitCode == 0, done.messages.constData());
    }

    void atAPadNoPinIsAskedFor()
    {
        m_hsm.misbehave({QStringLiteral("pad-pin=1234")});
        QStringList words = sign({path("1.pdf")}, QStringLiteral("pkcs11:token=%CE%9C%CE%B1%CF%81%CE%AF%CE%B1"),
                                 samples::SoftHsm::faultyModule());
        words.remove(words.indexOf(QStringLiteral("--pin-file")), 2); // with its value
        const Answer done = ctl(words);
        QVERIFY2(done.exitCode == 0, done.messages.constData());
        QVERIFY(done.messages.contains("type the PIN at the reader"));
    }

    void aTokenPulledOutInTheMiddleFailsTheRestAndKeepsWhatWasDone()
    {
        m_hsm.misbehave({QStringLiteral("removed-after=1")});
        const Answer done = ctl(sign(threeFiles(), QStringLiteral("pkcs11:"), samples::SoftHsm::faultyModule()));
        QCOMPARE(done.exitCode, 3);
        QCOMPARE(done.messages.count("token-missing"), 2);
        QVERIFY(QFile::exists(path("out/1.pdf")));
        QVERIFY(!QFile::exists(path("out/2.pdf")) && !QFile::exists(path("out/3.pdf")));
    }

    void aPinOfItsOwnForSignaturesIsReadFromAFileOfItsOwn()
    {
        const QStringList faults{QStringLiteral("always-authenticate"), QStringLiteral("signature-pin=567890")};
        const QStringList words =
            sign(threeFiles(), QStringLiteral("pkcs11:id=sign"), samples::SoftHsm::faultyModule());
        m_hsm.misbehave(faults);
        const Answer without = ctl(words); // the one PIN was taken for both, and refused for the first signature
        QCOMPARE(without.exitCode, 3);
        QVERIFY2(without.messages.contains("pin-wrong") && without.messages.contains("PIN for signatures"),
                 without.messages.constData());
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login for operation")), 1);
        QVERIFY(!QFile::exists(path("out/1.pdf")));
        QFile file(path("signature-pin"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("567890\n") > 0);
        file.close();
        m_hsm.misbehave(faults);
        const Answer done = ctl(words + QStringList{QStringLiteral("--signature-pin-file"), path("signature-pin")});
        QVERIFY2(done.exitCode == 0, done.messages.constData());
        QCOMPARE(m_hsm.asked().count(QStringLiteral("login")), 1);
        QVERIFY(QFile::exists(path("out/3.pdf")));
    }

    void whatCannotBeDoneIsSaidInOneLine_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("pin");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* key, const char* pin, const char* fault, int exit) {
            QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(pin) << QString::fromLatin1(fault)
                                << exit << QByteArray(name).replace(' ', '-');
        };
        row("pin locked", "pkcs11:id=sign", "pin", "locked", 3);
        row("pin to be set", "pkcs11:id=sign", "pin", "pin-to-be-changed", 3);
        row("certificate expired", "pkcs11:token=old", "pin", "", 3);
        row("token missing", "pkcs11:token=nobody", "pin", "", 3);
        row("pin value", "pkcs11:?pin-value=1234", "pin", "", 2);
        row("pin wrong", "pkcs11:id=sign", "wrong", "", 3); // last: the token counts it, and says so from then on
    }
    void whatCannotBeDoneIsSaidInOneLine()
    {
        QFETCH(QString, key);
        QFETCH(QString, pin);
        QFETCH(QString, fault);
        QFETCH(int, exit);
        QFETCH(QByteArray, says);
        m_hsm.misbehave({fault});
        const Answer done = ctl(sign(threeFiles(), key, samples::SoftHsm::faultyModule(), pin.toLatin1().constData()));
        QVERIFY2(done.exitCode == exit, done.messages.constData());
        QVERIFY2(done.messages.contains(says), done.messages.constData());
        QCOMPARE(done.messages.count('\n'), 1);
        QVERIFY(m_hsm.asked().count(QStringLiteral("login")) <= 1);
        QVERIFY(!QFile::exists(path("out/1.pdf")));
    }
};

QTEST_GUILESS_MAIN(TestPdfTokens)
#include "test_pdf_tokens.moc"
