#include "signed_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace diakinisi;

namespace {

struct Answer {
    int exitCode = -1;
    QByteArray out;
    QByteArray messages;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
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

class TestPdfCommands : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    samples::Authority m_authority;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QStringList sign(const char* in, const char* out) const
    {
        return {QStringLiteral("pdf"),
                QStringLiteral("sign"),
                path(in),
                QStringLiteral("--out"),
                path(out),
                QStringLiteral("--key"),
                QStringLiteral("p12:") + path("maria.p12"),
                QStringLiteral("--pin-file"),
                path("pin")};
    }

private Q_SLOTS:
    void initTestCase()
    {
        write("letter.pdf", samples::letterPdf());
        write("second.pdf", samples::handmadePdf());
        write("broken.pdf", "%PDF-1.7\nand nothing else");
        write("maria.p12", m_authority.make({}).pkcs12);
        write("pin", "1234\n");
        write("wrong", "0000\n");
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("anchors")));
        write("anchors/root.cer", m_authority.root());
    }

    void signThenVerify()
    {
        const Answer done =
            ctl(sign("letter.pdf", "signed.pdf") +
                QStringList{QStringLiteral("--visible"), QStringLiteral("1:300,60,220,60"),
                            QStringLiteral("--capacity"), QStringLiteral("Δήμαρχος"), QStringLiteral("--json")});
        QVERIFY2(done.exitCode == 0, done.messages.constData());
        QCOMPARE(done.json()[QStringLiteral("signed")].toArray()[0][QStringLiteral("signer")].toString(),
                 QStringLiteral("Μαρία Παπαδοπούλου"));
        const QStringList verify{QStringLiteral("pdf"),     QStringLiteral("verify"), path("signed.pdf"),
                                 QStringLiteral("--trust"), path("anchors"),          QStringLiteral("--json")};
        const Answer judged = ctl(verify);
        QCOMPARE(judged.exitCode, 0); // the certificates name no place where revocation could be asked for
        const QJsonObject signature = judged.json()[QStringLiteral("signatures")].toArray()[0].toObject();
        QCOMPARE(signature[QStringLiteral("intact")], QJsonValue(true));
        QCOMPARE(signature[QStringLiteral("trusted")], QJsonValue(QStringLiteral("yes")));
        QCOMPARE(signature[QStringLiteral("indication")], QJsonValue(QStringLiteral("TOTAL-PASSED")));
        QCOMPARE(signature[QStringLiteral("sub_indication")], QJsonValue());
        QVERIFY(!signature[QStringLiteral("remarks")].toArray().isEmpty());
        QCOMPARE(signature[QStringLiteral("covers_whole_file")], QJsonValue(true));
        QCOMPARE(signature[QStringLiteral("level")], QJsonValue(QStringLiteral("B-B")));
        QVERIFY(!judged.out.contains("123456789"));
        QCOMPARE(ctl(verify + QStringList{QStringLiteral("--intact-only")}).exitCode, 0);
    }

    void verifySaysNoToUnsignedAndChangedFiles()
    {
        const auto verify = [&](const char* name) {
            return ctl({QStringLiteral("pdf"), QStringLiteral("verify"), path(name), QStringLiteral("--intact-only"),
                        QStringLiteral("--json")});
        };
        QCOMPARE(verify("letter.pdf").exitCode, 1);
        QVERIFY(verify("letter.pdf").json()[QStringLiteral("signatures")].toArray().isEmpty());
        QCOMPARE(ctl(sign("second.pdf", "changed.pdf")).exitCode, 0);
        QFile file(path("changed.pdf"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll().replace("pays 100", "pays 900");
        file.seek(0);
        file.write(bytes);
        file.close();
        const Answer changed = verify("changed.pdf");
        QCOMPARE(changed.exitCode, 1);
        QCOMPARE(changed.json()[QStringLiteral("signatures")].toArray()[0][QStringLiteral("sub_indication")].toString(),
                 QStringLiteral("HASH_FAILURE"));
        QCOMPARE(verify("broken.pdf").exitCode, 3);
        QCOMPARE(verify("nowhere.pdf").exitCode, 3);
    }

    void aBatchSignsWhatCanBeSignedAndTellsTheRest()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("out")));
        const Answer done = ctl({QStringLiteral("pdf"), QStringLiteral("sign"), path("letter.pdf"), path("broken.pdf"),
                                 path("second.pdf"), QStringLiteral("--out-dir"), path("out"), QStringLiteral("--key"),
                                 QStringLiteral("p12:") + path("maria.p12"), QStringLiteral("--pin-file"), path("pin"),
                                 QStringLiteral("--json")});
        QCOMPARE(done.exitCode, 3);
        const QJsonArray results = done.json()[QStringLiteral("signed")].toArray();
        QCOMPARE(results.size(), 3);
        QCOMPARE(results[1][QStringLiteral("error")].toString(), QStringLiteral("pdf-broken"));
        QVERIFY(QFile::exists(path("out/letter.pdf")) && QFile::exists(path("out/second.pdf")));
        QVERIFY(!QFile::exists(path("out/broken.pdf")));
    }

    void whatCannotBeDoneIsSaidInOneLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QByteArray>("says");
        const QStringList good = sign("letter.pdf", "never.pdf");
        const auto with = [&](const char* from, const QString& to) {
            QStringList words = good;
            words[words.indexOf(QString::fromLatin1(from)) + 1] = to;
            return words;
        };
        QTest::newRow("wrong PIN") << with("--pin-file", path("wrong")) << 3 << QByteArray("pin-wrong");
        QTest::newRow("no PIN and no terminal") << good.first(7) << 3 << QByteArray("--pin-file");
        QTest::newRow("no key file") << with("--key", QStringLiteral("p12:/nowhere.p12")) << 3
                                     << QByteArray("file-unreadable");
        QTest::newRow("a token") << with("--key", QStringLiteral("pkcs11:token=x")) << 3 << QByteArray("token-");
        QTest::newRow("a level") << good + QStringList{QStringLiteral("--level"), QStringLiteral("B-LTA")} << 2
                                 << QByteArray("--tsa");
        QTest::newRow("a TSA") << good + QStringList{QStringLiteral("--tsa"), QStringLiteral("file:///x")} << 2
                               << QByteArray("--tsa");
        QTest::newRow("no such level") << good + QStringList{QStringLiteral("--level"), QStringLiteral("B")} << 2
                                       << QByteArray("--level");
        QTest::newRow("no such option") << good + QStringList{QStringLiteral("--frobnicate")} << 2
                                        << QByteArray("--frobnicate");
        QTest::newRow("mark off the page")
            << good + QStringList{QStringLiteral("--visible"), QStringLiteral("1:5000,1,100,50")} << 3
            << QByteArray("field-invalid");
        QTest::newRow("no folder") << with("--out", QStringLiteral("/nowhere/x.pdf")) << 3
                                   << QByteArray("file-unwritable");
        QTest::newRow("nothing") << QStringList{} << 2 << QByteArray("usage");
        QTest::newRow("no such group") << QStringList{QStringLiteral("frob")} << 2 << QByteArray("usage");
        QTest::newRow("no such command") << QStringList{QStringLiteral("pdf"), QStringLiteral("frob")} << 2
                                         << QByteArray("pdf sign");
    }

    void whatCannotBeDoneIsSaidInOneLine()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, says);
        const Answer answer = ctl(words);
        QTEST(answer.exitCode, "exit");
        QVERIFY2(answer.messages.contains(says), answer.messages.constData());
        QVERIFY(answer.out.isEmpty());
        QVERIFY(!QFile::exists(path("never.pdf")));
    }

    void helpHasAnExample()
    {
        for (const char* command : {"sign", "raise", "tokens", "verify", "stamp", "info"}) {
            const Answer help = ctl({QStringLiteral("pdf"), QString::fromLatin1(command), QStringLiteral("--help")});
            QCOMPARE(help.exitCode, 0);
            QVERIFY2(help.out.contains("example: diakinisictl pdf "), command);
        }
    }

    void infoAndStamp()
    {
        const Answer info =
            ctl({QStringLiteral("pdf"), QStringLiteral("info"), path("letter.pdf"), QStringLiteral("--json")});
        QCOMPARE(info.exitCode, 0);
        QCOMPARE(info.json()[QStringLiteral("page_count")].toInt(), 2);
        QCOMPARE(info.json()[QStringLiteral("title")].toString(), QStringLiteral("Άδεια κατάληψης"));
        const Answer stamp = ctl({QStringLiteral("pdf"), QStringLiteral("stamp"), path("letter.pdf"),
                                  QStringLiteral("--out"), path("print.pdf"), QStringLiteral("--number"),
                                  QStringLiteral("123/2026"), QStringLiteral("--date"), QStringLiteral("2026-11-23")});
        QVERIFY2(stamp.exitCode == 0, stamp.messages.constData());
        const samples::ProgramResult text =
            samples::runProgram(QStringLiteral("pdftotext"), {path("print.pdf"), QStringLiteral("-")});
        QVERIFY(text.output.contains("Αριθ. πρωτ.: 123/2026"));
    }
};

QTEST_GUILESS_MAIN(TestPdfCommands)
#include "test_pdf_commands.moc"
