#include "desk_fixture.h"

#include "desk/desk_files.h"
#include "desk/scan_desk.h"
#include "imaging/encode.h"

#include <QImage>

using namespace diakinisi;
using namespace diakinisi::desk;
using namespace diakinisi::tests;

/// Letters that fill a form, over the real worker: files with words of their own, files without, pages that lie turned.
class TestReading : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;

    static QString sample(const QString& name)
    {
        return QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/") + name;
    }
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    Result<recognition::LetterReading> read(const QString& path) { return m_desk->files().read(path, {}); }

private Q_SLOTS:
    void initTestCase()
    {
        DeskSettings settings;
        settings.folder = m_folder.filePath(QStringLiteral("desk"));
        settings.workerProgram = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        settings.keyStore = KeyStoreChoice::File;
        auto desk = openDesk(settings);
        QVERIFY(desk);
        m_desk = std::move(*desk);
    }
    void cleanupTestCase() { m_desk.reset(); }

    void aPdfIsReadByItsOwnWords()
    {
        const auto letter = read(sample(QStringLiteral("02-ypoyrgeio-egkyklios.pdf")));
        QVERIFY2(letter, qPrintable(letter ? QString() : errorWord(letter.error().code)));
        QVERIFY(letter->subject && letter->subject->text.contains(QStringLiteral("αδειών διευκόλυνσης")));
        QVERIFY(letter->sender);
        QVERIFY2(letter->sender->text.contains(QStringLiteral("ΥΠΟΥΡΓΕΙΟ"), Qt::CaseInsensitive),
                 qPrintable(letter->sender->text));
        QCOMPARE(letter->date(), QDate(2026, 11, 16));
        QVERIFY(!letter->subject->box.isEmpty());
    }

    void aPdfWithoutWordsIsRecognised()
    {
        const auto made = m_desk->files().import({sample(QStringLiteral("16-aitisi-kladema.png"))}, {});
        QVERIFY(made);
        const QString path = m_folder.filePath(QStringLiteral("scan.pdf"));
        QVERIFY(m_desk->files().exportTo(made->digest, path));
        const auto letter = read(path);
        QVERIFY2(letter, qPrintable(letter ? QString() : errorWord(letter.error().code)));
        QVERIFY(letter->subject && letter->subject->text.contains(QStringLiteral("λεύκας")));
    }

    void aMessageIsTakenInAsItIsAndReadByItsHeaders()
    {
        const QByteArray message = "From: =?utf-8?B?zqPPjc67zrvOv86zzr/Pgg==?= <s@example.gr>\r\n"
                                   "To: dimos@example.gr\r\nSubject: Re: Lighting\r\n"
                                   "Date: Thu, 12 Mar 2026 10:00:00 +0200\r\n"
                                   "Content-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n";
        const QString path = write(QStringLiteral("message.eml"), message);
        const auto letter = read(path);
        QVERIFY2(letter, qPrintable(letter ? QString() : errorWord(letter.error().code)));
        QCOMPARE(letter->subject->text, QStringLiteral("Lighting"));
        QCOMPARE(letter->sender->text, QStringLiteral("Σύλλογος"));
        QCOMPARE(letter->date(), QDate(2026, 3, 12));
        const auto taken = m_desk->scanning().take(QUuid::createUuid(), {path}, {});
        QVERIFY(taken && taken->pages.empty() && taken->documents == QStringList{path});
        const auto files = m_desk->files().importAll({path, sample(QStringLiteral("04-timologio-ydravlika.pdf"))}, {});
        QVERIFY2(files, qPrintable(files ? QString() : errorWord(files.error().code)));
        QCOMPARE(files->size(), std::size_t{2});
        QCOMPARE(files->front().mediaType, mailType);
        QCOMPARE(files->front().digest, Sha256::of(message));
        QCOMPARE(m_desk->files().pages(files->front().digest, {}).error().code, ErrorCode::NotPdf); // it has none
    }

    void whatIsNoLetterIsAnError()
    {
        QCOMPARE(read(write(QStringLiteral("a.pdf"), "MZ")).error().code, ErrorCode::NotPdf);
        QCOMPARE(read(m_folder.filePath(QStringLiteral("none.eml"))).error().code, ErrorCode::FileUnreadable);
        QVERIFY(!m_desk->files().importAll({write(QStringLiteral("b.eml"), QByteArray(300, '\0'))}, {}));
    }

    void aPageThatLiesTurnedIsToldAndOneThatStandsUprightIsLeft_data()
    {
        QTest::addColumn<int>("lies");
        QTest::newRow("upright") << 0;
        QTest::newRow("on its right side") << 1;
        QTest::newRow("on its head") << 2;
        QTest::newRow("on its left side") << 3;
    }
    void aPageThatLiesTurnedIsToldAndOneThatStandsUprightIsLeft()
    {
        QFETCH(int, lies);
        const QImage upright(sample(QStringLiteral("16-aitisi-kladema.png")));
        QImage image = upright.transformed(QTransform().rotate(90.0 * lies));
        image.setDotsPerMeterX(upright.dotsPerMeterX());
        image.setDotsPerMeterY(upright.dotsPerMeterY());
        const QUuid pile = QUuid::createUuid();
        const QString file = write(QStringLiteral("turned%1.png").arg(lies), *imaging::encodePng(image));
        const auto taken = m_desk->scanning().take(pile, {file}, {});
        QVERIFY(taken && taken->pages.size() == 1);
        ScannedPage page = taken->pages.front();
        QCOMPARE(m_desk->scanning().turnsToUpright(pile, page, {}).value_or(-1), 0); // nothing is known yet
        QVERIFY(m_desk->scanning().recognise(pile, {page}, {}, {}));
        const auto turns = m_desk->scanning().turnsToUpright(pile, page, {});
        QVERIFY2(turns, qPrintable(turns ? QString() : errorWord(turns.error().code)));
        QCOMPARE(*turns, (4 - lies) % 4);
        page.quarterTurns = *turns;
        const auto letter = m_desk->scanning().read(pile, {page}); // recognised on the way
        QVERIFY(letter && letter->subject && letter->subject->text.contains(QStringLiteral("λεύκας")));
        QVERIFY(m_desk->scanning().finish(pile));
    }
};

QTEST_GUILESS_MAIN(TestReading)
#include "test_reading.moc"
