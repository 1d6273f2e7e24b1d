#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTransform>

/// diakinisictl scan read over the sample's letters: born digital, scanned, faxed; and over a message.
class TestScanRead : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static QJsonObject read(const QString& path, int exit = 0)
    {
        QProcess process;
        process.start(QStringLiteral(DIAKINISI_BIN "/diakinisictl"),
                      {QStringLiteral("scan"), QStringLiteral("read"), path, QStringLiteral("--json")});
        if (!process.waitForFinished(120'000) || process.exitCode() != exit)
            qWarning("%s", process.readAllStandardError().constData());
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }
    static QString letter(const char* name)
    {
        return QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/") + QString::fromLatin1(name);
    }
    static QString value(const QJsonObject& read, const char* field)
    {
        return read[QLatin1StringView(field)][u"value"].toString();
    }

private Q_SLOTS:
    void aLetterTellsItsParticularsWhereverItComesFrom_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("date");
        QTest::newRow("02-ypoyrgeio-egkyklios.pdf")
            << QStringLiteral("Παροχή οδηγιών για τη χορήγηση αδειών διευκόλυνσης σε υπαλλήλους με τέκνα και για τον "
                              "προγραμματισμό των κανονικών αδειών έτους 2026")
            << QStringLiteral("ΥΠΟΥΡΓΕΙΟ ΕΣΩΤΕΡΙΚΩΝ") << QStringLiteral("ΔΙΔΑΔ/Φ.51/1142/οικ. 18307")
            << QStringLiteral("2026-11-16");
        QTest::newRow("03-scholeio-thermansi.jpg")
            << QStringLiteral("Επείγουσα επισκευή του συστήματος θέρμανσης του σχολείου")
            << QStringLiteral("7ο ΔΗΜΟΤΙΚΟ ΣΧΟΛΕΙΟ ΝΕΑΣ ΟΛΥΝΘΟΥ") << QStringLiteral("412")
            << QStringLiteral("2026-11-18");
        QTest::newRow("15-politiki-prostasia-fax.tif")
            << QStringLiteral("Λήψη μέτρων ενόψει έκτακτων καιρικών φαινομένων από 24 έως 26 Νοεμβρίου 2026")
            << QStringLiteral("ΠΕΡΙΦΕΡΕΙΑ ΚΕΝΤΡΙΚΗΣ ΜΑΚΕΔΟΝΙΑΣ") << QStringLiteral("741928 (2204)")
            << QStringLiteral("2026-11-18");
    }
    void aLetterTellsItsParticularsWhereverItComesFrom()
    {
        const QJsonObject told = read(letter(QTest::currentDataTag()));
        QFETCH(QString, subject);
        QCOMPARE(value(told, "subject"), subject);
        QTEST(value(told, "sender"), "sender");
        QTEST(value(told, "sender_number"), "number");
        QTEST(value(told, "sender_date"), "date");
        const QJsonObject field = told[u"subject"].toObject();
        QCOMPARE(field[u"page"].toInt(), 1);
        QCOMPARE(field[u"box"].toArray().size(), 4);
        QVERIFY(field[u"box"][2].toDouble() > 100);
        QVERIFY(field[u"confidence"].toDouble() > 0.5);
    }

    void aPageThatLiesOnItsHeadIsReadUpright()
    {
        const QImage page(letter("03-scholeio-thermansi.jpg"));
        for (const int degrees : {180, 90}) {
            const QString path = m_folder.filePath(QStringLiteral("turned.jpg"));
            QVERIFY(page.transformed(QTransform().rotate(degrees)).save(path));
            const QJsonObject told = read(path);
            QCOMPARE(value(told, "sender_number"), QStringLiteral("412"));
            QCOMPARE(value(told, "sender_date"), QStringLiteral("2026-11-18"));
        }
    }

    void aMessageTellsWhatItsHeadersSay()
    {
        QFile file(m_folder.filePath(QStringLiteral("message.eml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("From: \"Supplier\" <sales@example.com>\r\nTo: dimos@example.gr\r\nSubject: Offer 12\r\n"
                   "Date: Thu, 12 Mar 2026 10:00:00 +0200\r\n\r\nRef. No: 77/26\r\n");
        file.close();
        const QJsonObject told = read(file.fileName());
        QCOMPARE(value(told, "subject"), QStringLiteral("Offer 12"));
        QCOMPARE(value(told, "sender"), QStringLiteral("Supplier"));
        QCOMPARE(value(told, "sender_date"), QStringLiteral("2026-03-12"));
        QCOMPARE(value(told, "sender_number"), QStringLiteral("77/26"));
        QCOMPARE(told[u"recipients"][0][u"text"].toString(), QStringLiteral("dimos@example.gr"));
    }

    void whatCannotBeReadIsSaid() { QVERIFY(read(m_folder.filePath(QStringLiteral("none.eml")), 3).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestScanRead)
#include "test_scan_read.moc"
