#include "signed_files.h"
#include "test_authorities.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace diakinisi;

/// Levels above B-B and raising, as scripts ask for them: the real program, the real authorities.
class TestPdfLevels : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    samples::TestAuthorities m_authorities;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// One signature, and it holds.
    bool holds(const QString& name) const
    {
        const auto verdict = samples::judged(read(name));
        return verdict && verdict->signatures.size() == 1 && verdict->signatures.front().intact == true;
    }
    samples::ProgramResult ctl(const QString& command, const QStringList& words) const
    {
        return samples::runProgram(QStringLiteral(DIAKINISI_BIN "/diakinisictl"),
                                   QStringList{QStringLiteral("pdf"), command} + words);
    }
    QStringList key() const
    {
        return {QStringLiteral("--key"), QStringLiteral("p12:") + path(QStringLiteral("maria.p12")),
                QStringLiteral("--pin-file"), path(QStringLiteral("pin"))};
    }
    QStringList authorities(const QString& level, const QStringList& paths = {QStringLiteral("tsa")}) const
    {
        QStringList words{QStringLiteral("--level"), level};
        for (const QString& each : paths)
            words += {QStringLiteral("--tsa"), m_authorities.url(each).toString()};
        return words;
    }

private Q_SLOTS:
    void initTestCase()
    {
        write(QStringLiteral("maria.p12"), m_authorities.authority().make({}).pkcs12);
        write(QStringLiteral("pin"), "1234\n");
        write(QStringLiteral("letter.pdf"), samples::letterPdf());
        m_authorities.publish();
    }

    void everyLevelIsSigned()
    {
        for (const char* word : {"B-B", "B-T", "B-LT", "B-LTA"}) {
            const QString level = QString::fromLatin1(word);
            const QString out = level + QStringLiteral(".pdf");
            const samples::ProgramResult done =
                ctl(QStringLiteral("sign"), QStringList{path(QStringLiteral("letter.pdf")), QStringLiteral("--out"),
                                                        path(out), QStringLiteral("--json"), QStringLiteral("--pss"),
                                                        QStringLiteral("--digest"), QStringLiteral("SHA-384")} +
                                                key() + authorities(level));
            QVERIFY2(done.exitCode == 0, done.output.constData());
            const QJsonObject entry =
                QJsonDocument::fromJson(done.output).object()[QStringLiteral("signed")].toArray()[0].toObject();
            QCOMPARE(entry[QStringLiteral("level")].toString(), level);
            QVERIFY(!entry.contains(QStringLiteral("owed")));
            QCOMPARE(samples::pdfsig(read(out)).valid, 1);
        }
        QCOMPARE(samples::signedParts(read(QStringLiteral("B-LTA.pdf"))).size(), std::size_t{2});
    }

    void whatIsSignedIsRaised()
    {
        const QStringList raise{path(QStringLiteral("B-B.pdf")), QStringLiteral("--out"),
                                path(QStringLiteral("raised.pdf")), QStringLiteral("--json")};
        const QStringList anywhere = authorities(QStringLiteral("B-LTA"));
        // The responder that the file's certificates name is on this machine: no file sends us there unless we are
        // told.
        QCOMPARE(ctl(QStringLiteral("raise"), raise + anywhere).exitCode, 3);
        QVERIFY(!QFile::exists(path(QStringLiteral("raised.pdf"))));
        const samples::ProgramResult done =
            ctl(QStringLiteral("raise"), raise + anywhere + QStringList{QStringLiteral("--private-addresses")});
        QVERIFY2(done.exitCode == 0, done.output.constData());
        QCOMPARE(QJsonDocument::fromJson(done.output).object()[QStringLiteral("timestamps")].toInt(), 2);
        QVERIFY(read(QStringLiteral("raised.pdf")).startsWith(read(QStringLiteral("B-B.pdf"))));
        QCOMPARE(samples::pdfsig(read(QStringLiteral("raised.pdf"))).valid, 1);
        QCOMPARE(ctl(QStringLiteral("raise"), raise).exitCode, 2);
        QStringList plain = raise;
        plain[0] = path(QStringLiteral("letter.pdf"));
        QCOMPARE(ctl(QStringLiteral("raise"), plain + authorities(QStringLiteral("B-T"))).exitCode, 3);
    }

    void aBatchWithABadAuthorityFirstAndOneThatIsAway()
    {
        QStringList files;
        for (int i = 0; i < 8; ++i) {
            const QString name = QStringLiteral("many%1.pdf").arg(i);
            write(name, i == 3 ? QByteArray("no PDF") : samples::letterPdf());
            files += path(name);
        }
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("out")));
        const QStringList to{QStringLiteral("--out-dir"), path(QStringLiteral("out")), QStringLiteral("--json")};
        const samples::ProgramResult done =
            ctl(QStringLiteral("sign"),
                files + to + key() +
                    authorities(QStringLiteral("B-T"), {QStringLiteral("status/500"), QStringLiteral("tsa")}));
        QCOMPARE(done.exitCode, 3); // one could not be signed
        const int asked = m_authorities.count(QStringLiteral("status/500"));
        QVERIFY2(asked >= 1 && asked <= 4, qPrintable(QString::number(asked))); // by those under way, then left out
        for (int i = 0; i < 8; ++i)
            if (i != 3)
                QVERIFY(holds(QStringLiteral("out/many%1.pdf").arg(i)));
        QCOMPARE(samples::pdfsig(read(QStringLiteral("out/many7.pdf"))).valid, 1); // slow: one stands for all
        QVERIFY(!QFile::exists(path(QStringLiteral("out/many3.pdf"))));
        // Away altogether: nothing, or lower and said so.
        const QStringList one{path(QStringLiteral("letter.pdf")), QStringLiteral("--out"),
                              path(QStringLiteral("away.pdf")), QStringLiteral("--json")};
        const QStringList away = authorities(QStringLiteral("B-T"), {QStringLiteral("status/500")});
        QCOMPARE(ctl(QStringLiteral("sign"), one + key() + away).exitCode, 3);
        QVERIFY(!QFile::exists(path(QStringLiteral("away.pdf"))));
        const samples::ProgramResult now =
            ctl(QStringLiteral("sign"),
                one + key() + away + QStringList{QStringLiteral("--if-away"), QStringLiteral("sign-now")});
        QCOMPARE(now.exitCode, 0);
        QVERIFY2(now.output.contains("\"timestamp-unavailable\""), now.output.constData());
        QVERIFY(now.output.contains("\"B-B\""));
        QVERIFY(holds(QStringLiteral("away.pdf")));
    }
};

QTEST_GUILESS_MAIN(TestPdfLevels)
#include "test_pdf_levels.moc"
