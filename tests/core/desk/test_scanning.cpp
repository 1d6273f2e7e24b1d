#include "desk_fixture.h"

#include "desk/desk_files.h"
#include "desk/pile_folder.h"
#include "desk/scan_desk.h"
#include "imaging/encode.h"
#include "scanning/received_pages.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPainter>

using namespace diakinisi;
using namespace diakinisi::desk;
using namespace diakinisi::tests;

/// A desk's piles over the real worker and SANE's own test device.
class TestScanning : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;

    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    void open()
    {
        m_desk.reset();
        DeskSettings settings;
        settings.folder = m_folder.filePath(QStringLiteral("desk"));
        settings.workerProgram = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        settings.keyStore = KeyStoreChoice::File;
        auto desk = openDesk(settings);
        if (desk)
            m_desk = std::move(*desk);
    }
    ScanDesk& scanning() { return m_desk->scanning(); }
    static QImage page(const QString& words, const QImage& code = {})
    {
        QImage image(1240, 1754, QImage::Format_RGB32);
        image.fill(Qt::white);
        image.setDotsPerMeterX(5906);
        image.setDotsPerMeterY(5906);
        QPainter painter(&image);
        painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 18));
        for (int line = 0; !words.isEmpty() && line < 20; ++line)
            painter.drawText(150, 400 + 50 * line, words + QString::number(line));
        if (!code.isNull())
            painter.drawImage(150, 100, code);
        return image;
    }
    static QByteArray png(const QImage& image) { return *imaging::encodePng(image); }
    std::vector<ScannedPage> scanned(const scanning::ScanProfile& profile, ScanTurn turn, const QUuid& pile,
                                     ErrorCode expected = ErrorCode::InternalFault)
    {
        std::vector<ScannedPage> pages;
        const auto count =
            scanning().scan(profile, turn, pile, [&](const ScannedPage& each) { pages.push_back(each); }, {}, {});
        if (count && *count != static_cast<int>(pages.size()))
            qFatal("pages not told");
        if (!count && count.error().code != expected)
            qWarning("%s", qPrintable(errorWord(count.error().code) + count.error().cause));
        return pages;
    }
    static scanning::ScanProfile feeder()
    {
        scanning::ScanProfile profile;
        profile.scanner = QStringLiteral("test:0");
        profile.source = scanning::ScanSource::Feeder;
        profile.dpi = 75;
        return profile;
    }
    QStringList files(const QUuid& pile) const
    {
        return QDir(m_folder.filePath(QStringLiteral("desk/piles/") + pile.toString(QUuid::WithoutBraces)))
            .entryList(QDir::Files);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString sane = m_folder.filePath(QStringLiteral("sane"));
        QVERIFY(QDir().mkpath(sane));
        write(QStringLiteral("sane/dll.conf"), "test\n");
        write(QStringLiteral("sane/test.conf"), "number_of_devices 1\ntest-picture \"Grid\"\n");
        qputenv("SANE_CONFIG_DIR", sane.toLocal8Bit());
        open();
        QVERIFY(m_desk);
    }
    void cleanupTestCase() { m_desk.reset(); }

    void theFeederGivesItsPagesOneAfterTheOtherAndTheNextTurnGoesOn()
    {
        const QUuid pile = QUuid::createUuid();
        const auto first = scanned(feeder(), ScanTurn::Pages, pile);
        QCOMPARE(first.size(), std::size_t{10}); // what SANE's test device holds
        scanning::ScanProfile glass = feeder();
        glass.source = scanning::ScanSource::Flatbed;
        const auto more = scanned(glass, ScanTurn::Pages, pile);
        QCOMPARE(more.size(), std::size_t{1});
        QCOMPARE(more.front().number, 11);
        const auto piles = scanning().unfinished();
        QVERIFY(piles && piles->size() == 1 && piles->front().pages.size() == 11);
        QVERIFY(scanning().finish(pile));
    }

    void whatADeviceHadSentWhenTheDeskWasKilledIsAPageAfterTheNextStart()
    {
        m_desk.reset(); // the kill itself: test_scan_kill.cpp
        const QUuid pile = QUuid::createUuid();
        const PileFolders folders(m_folder.filePath(QStringLiteral("desk/piles")));
        QVERIFY(folders.make(pile));
        const QString file = folders.of(pile) + u'/' + PileFolders::scanName(1) + QStringLiteral("-001.png");
        const QByteArray sent = *imaging::encodeJpeg(page(QStringLiteral("Σελίδα")), 80);
        QVERIFY(!scanning::received::keep(file, 150, scanning::ScanColour::Gray, sent).isEmpty());
        open();
        QVERIFY(m_desk);
        const auto piles = scanning().unfinished();
        QVERIFY(piles && piles->size() == 1 && piles->front().id == pile);
        QCOMPARE(piles->front().pages.size(), std::size_t{1});
        QCOMPARE(QImage(file).size(), QSize(1240, 1754));
        QVERIFY(scanning::received::left(folders.of(pile)).isEmpty());
        QVERIFY(scanning().finish(pile));
    }

    void bothSidesByTurningThePileComeIntoOrder()
    {
        const QUuid pile = QUuid::createUuid();
        QCOMPARE(scanning().scan(feeder(), ScanTurn::Backs, pile, {}, {}, {}).error().code, ErrorCode::FieldMissing);
        const auto fronts = scanned(feeder(), ScanTurn::Fronts, pile);
        const auto backs = scanned(feeder(), ScanTurn::Backs, pile);
        QCOMPARE(fronts.size(), std::size_t{10});
        QCOMPARE(backs.size(), std::size_t{10});
        QCOMPARE(fronts.back().number, 19);
        QCOMPARE(backs.front().number, 20);
        QCOMPARE(backs.back().number, 2);
        const auto piles = scanning().unfinished();
        int number = 0;
        for (const ScannedPage& each : piles->front().pages)
            QCOMPARE(each.number, ++number);
        QVERIFY(scanning().finish(pile));
    }

    void aScannerThatIsNotThereIsNamed()
    {
        scanning::ScanProfile profile = feeder();
        profile.scanner = QStringLiteral("test:9");
        QCOMPARE(scanning().scan(profile, ScanTurn::Pages, QUuid::createUuid(), {}, {}, {}).error().code,
                 ErrorCode::ScannerMissing);
        profile = feeder();
        profile.dpi = 1201;
        QCOMPARE(scanning().scan(profile, ScanTurn::Pages, QUuid::createUuid(), {}, {}, {}).error().code,
                 ErrorCode::NotSupported);
    }

    void whatTheClerkArrangedIsFoundSoAfterACrash()
    {
        const QUuid pile = QUuid::createUuid();
        auto taken = scanning().take(pile,
                                     {write(QStringLiteral("a.png"), png(page(QStringLiteral("ένα")))),
                                      write(QStringLiteral("b.png"), png(page(QStringLiteral("δύο")))),
                                      write(QStringLiteral("c.png"), png(page(QStringLiteral("τρία"))))},
                                     {});
        QVERIFY(taken && taken->pages.size() == 3 && taken->refused.empty());
        PilePages pages(taken->pages);
        QVERIFY(pages.move({2}, 0) && pages.turn({1}, 1) && pages.split(2));
        QVERIFY(scanning().arrange(pile, pages.everything()));
        const auto late = scanning().take(pile, page(QStringLiteral("τέσσερα"))); // after the last arranging
        QVERIFY(late);
        open();
        QVERIFY(m_desk);
        const auto piles = scanning().unfinished();
        QVERIFY(piles && piles->size() == 1);
        std::vector<ScannedPage> expected = pages.everything();
        expected.push_back(*late);
        QCOMPARE(piles->front().pages, expected);
        QVERIFY(scanning().finish(pile));
    }

    void imagesOfAnyKindAreTakenAndBadOnesNamedWithoutLosingTheOthers()
    {
        const QString sample = QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/");
        const QString data = QStringLiteral(DIAKINISI_SOURCE "/tests/data/images/");
        const QUuid pile = QUuid::createUuid();
        const auto taken = scanning().take(
            pile,
            {sample + QStringLiteral("01-aitisi-proypiresias.jpg"), data + QStringLiteral("cmyk.jpg"),
             write(QStringLiteral("cut.png"), png(page(QStringLiteral("κομμένο"))).left(3000)),
             sample + QStringLiteral("15-politiki-prostasia-fax.tif"),
             sample + QStringLiteral("04-timologio-ydravlika.pdf"),
             write(QStringLiteral("deep.png"),
                   [] {
                       QByteArray bytes;
                       QBuffer buffer(&bytes);
                       page(QStringLiteral("16")).convertToFormat(QImage::Format_RGBA64).save(&buffer, "PNG");
                       return bytes;
                   }()),
             write(QStringLiteral("indexed.png"),
                   png(page(QStringLiteral("8")).convertToFormat(QImage::Format_Indexed8))),
             write(QStringLiteral("program"), "MZ no image"), m_folder.filePath(QStringLiteral("nowhere.jpg"))},
            {});
        QVERIFY2(taken, qPrintable(taken ? QString() : errorWord(taken.error().code)));
        QCOMPARE(taken->documents, QStringList{sample + QStringLiteral("04-timologio-ydravlika.pdf")});
        QCOMPARE(taken->refused.size(), std::size_t{3});
        QCOMPARE(taken->refused[0].second.code, ErrorCode::ImageUnreadable);
        QCOMPARE(taken->refused[1].second.code, ErrorCode::NotPdf);
        QCOMPARE(taken->refused[2].second.code, ErrorCode::FileUnreadable);
        QVERIFY(taken->pages.size() >= 5);
        const auto file = scanning().assemble(pile, taken->pages, {});
        QVERIFY2(file, qPrintable(file ? QString() : errorWord(file.error().code) + file.error().cause));
        QCOMPARE(m_desk->files().pages(file->digest, {})->count, static_cast<int>(taken->pages.size()));
        QVERIFY(scanning().finish(pile));
    }

    void aPageIsLookedAtOnceAndItsCodesAndBlanknessAreTold()
    {
        const QUuid pile = QUuid::createUuid();
        const QString text = imaging::labelText({12, 2026, QStringLiteral("Δήμος Δοκιμής")});
        const auto taken = scanning().take(
            pile,
            {write(QStringLiteral("a.png"), png(page(QStringLiteral("γράμμα")))),
             write(QStringLiteral("b.png"), png(page({}))),
             write(QStringLiteral("c.png"),
                   png(page(QStringLiteral("με ετικέτα"), *imaging::makeCode(imaging::CodeKind::Qr, text, 6))))},
            {});
        QVERIFY(taken && taken->pages.size() == 3);
        const auto letter = scanning().look(pile, taken->pages[0], {});
        QVERIFY(letter && !letter->blank && letter->codes.empty() && !letter->label && !letter->mark.isEmpty());
        const auto blank = scanning().look(pile, taken->pages[1], {});
        QVERIFY(blank && blank->blank && blank->mark.isEmpty());
        const auto label = scanning().look(pile, taken->pages[2], {});
        QVERIFY(label && label->label);
        QCOMPARE(label->label->number, 12);
        QCOMPARE(scanning().labelled(*label->label).error().code, ErrorCode::NotFound);
        QCOMPARE(files(pile).filter(QStringLiteral(".ready")).size(), 3); // prepared once, for all that follows
        QVERIFY(scanning().finish(pile));
    }

    void aTurnedPageIsTurnedInTheFileAndItsWordsWithIt()
    {
        const QUuid pile = QUuid::createUuid();
        const auto taken =
            scanning().take(pile, {write(QStringLiteral("a.png"), png(page(QStringLiteral("ΘΕΜΑ γράμμα"))))}, {});
        ScannedPage turned = taken->pages.front();
        turned.quarterTurns = 1;
        const auto file = scanning().assemble(pile, {turned}, {});
        QVERIFY(file);
        const QSizeF size = m_desk->files().pages(file->digest, {})->sizes.front();
        QVERIFY(size.width() > size.height());
        const auto small = scanning().picture(turned, {100, 100}, {});
        QVERIFY(small && small->width() > small->height());
        QVERIFY(scanning().finish(pile));
    }

    void registeredPagesAreKeptUntilTheDayClosesAndComeBackWhenAskedFor()
    {
        const QUuid pile = QUuid::createUuid();
        const auto taken = scanning().take(pile,
                                           {write(QStringLiteral("a.png"), png(page(QStringLiteral("ένα")))),
                                            write(QStringLiteral("b.png"), png(page(QStringLiteral("δύο"))))},
                                           {});
        QVERIFY(scanning().finish(pile, {taken->pages.front()}));
        auto piles = scanning().unfinished();
        QVERIFY(piles && piles->size() == 1);
        const auto left = PilePages(piles->front().pages).pages();
        QCOMPARE(left, std::vector{taken->pages.back()});
        ScannedPage turned = taken->pages.back();
        turned.quarterTurns = 1;
        turned.begins = true;
        std::vector<ScannedPage> arranged = piles->front().pages;
        arranged.back() = turned;
        QVERIFY(scanning().arrange(pile, arranged));
        QVERIFY(scanning().finish(pile));
        QVERIFY(scanning().unfinished()->empty());
        QVERIFY(scanning().takeBack(pile));
        piles = scanning().unfinished();
        QVERIFY(piles && piles->size() == 1);
        QCOMPARE(PilePages(piles->front().pages).pages(), (std::vector{taken->pages.front(), turned}));
        QVERIFY(scanning().finish(pile));
        QCOMPARE(scanning().takeBack(QUuid::createUuid()).error().code, ErrorCode::NotFound);
        // Yesterday's go when the desk looks for what is unfinished.
        const QDir all(m_folder.filePath(QStringLiteral("desk/piles")));
        const QString today = all.entryList({QStringLiteral("finished-*")}).front();
        QString yesterday = today;
        yesterday.replace(9, 10, QDate::currentDate().addDays(-1).toString(Qt::ISODate));
        QVERIFY(QDir(all).rename(today, yesterday));
        QVERIFY(scanning().unfinished()->empty());
        QVERIFY(!all.exists(yesterday));
    }
};

QTEST_MAIN(TestScanning)
#include "test_scanning.moc"
