#include "desk/desk_files.h"
#include "imaging/codes.h"
#include "tests/ui/stage.h"
#include "ui/document/document_pages.h"
#include "ui/parts/page_view.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/number_panel.h"
#include "ui/register/paper_box.h"
#include "ui/register/paper_print.h"
#include "ui/register/register_page.h"
#include "ui/scan/page_strip.h"
#include "ui/scan/pile_work.h"
#include "ui/shell/main_window.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QSemaphore>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;

/// Scanning and the pages of a pile in the registration window.
class TestScan : public QObject
{
    Q_OBJECT

    struct Scene : tests::Stage {
        Scene()
        {
            be(sample.clerk);
            window = std::make_unique<ui::MainWindow>(context());
            window->resize(1280, 800);
            window->show();
            window->openRegister(ui::RegisterMode::Incoming);
            (void)QTest::qWaitForWindowActive(window.get());
        }
        ui::FilesPanel& files() { return window->registerPage().files(); }
        ui::PageStrip& strip() { return files().strip(); }
        const desk::PilePages& pages() { return files().work().pages(); }
        /// The texts of the kept pages of the first document.
        QStringList document()
        {
            QStringList texts;
            for (const desk::ScannedPage& page : files().work().document())
                texts << QString::number(page.number);
            return texts;
        }
        QPushButton* button(const QString& name) { return tests::named<QPushButton>(*window, name); }
        void choose(const QString& profile)
        {
            auto* combo = tests::named<QComboBox>(*window, u"Προφίλ σάρωσης"_s);
            combo->setCurrentIndex(combo->findText(profile));
            Q_EMIT combo->activated(combo->currentIndex());
        }
        bool scanned(int pages)
        {
            files().scan();
            return QTest::qWaitFor([&] { return files().pageCount() == pages && !files().busy(); });
        }
        void load(int pages)
        {
            QStringList sheets;
            for (int i = 1; i <= pages; ++i)
                sheets << u"<p>page %1</p>"_s.arg(i);
            desk.scanning().load(sheets);
        }
        void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&strip(), key, modifiers); }

        std::unique_ptr<ui::MainWindow> window;
    };

private Q_SLOTS:
    void theFeederFillsTheStripAndTheFile()
    {
        Scene scene;
        scene.load(5);
        scene.choose(u"Τροφοδότης, γκρι, μία όψη"_s);
        QVERIFY(scene.scanned(5));
        QCOMPARE(scene.strip().model()->rowCount(), 5);
        QCOMPARE(scene.files().files().size(), std::size_t{1});
        QVERIFY(scene.strip().isVisible());
    }

    void spaceAmongThePagesScansTheNext()
    {
        Scene scene;
        scene.desk.scanning().nextPage = u"<p>a</p>"_s;
        QVERIFY(scene.scanned(1));
        scene.strip().choose(0);
        scene.key(Qt::Key_Space);
        QTRY_COMPARE(scene.files().pageCount(), 2);
    }

    void afterAJamThePagesAreKeptAndItGoesOnFromTheNext()
    {
        Scene scene;
        scene.load(9);
        scene.desk.scanning().trouble = ErrorCode::ScannerJammed;
        scene.desk.scanning().troubleAfter = 6;
        scene.choose(u"Τροφοδότης, γκρι, μία όψη"_s);
        scene.files().scan();
        QTRY_VERIFY(scene.button(u"Συνέχεια από τη σελίδα 7"_s));
        QTRY_COMPARE(scene.files().pageCount(), 6);
        scene.button(u"Συνέχεια από τη σελίδα 7"_s)->click();
        QTRY_COMPARE(scene.files().pageCount(), 9);
        QVERIFY(scene.button(u"Σάρωση"_s));
    }

    void bothSidesByTurningThePileComeIntoOrder()
    {
        Scene scene;
        scene.files().showScanOptions(true);
        auto* source = tests::named<QComboBox>(*scene.window, u"Πηγή"_s);
        QTRY_VERIFY(source->findText(u"Τροφοδότης, δύο όψεις με γύρισμα της δεσμίδας"_s) >= 0);
        source->setCurrentIndex(source->findText(u"Τροφοδότης, δύο όψεις με γύρισμα της δεσμίδας"_s));
        scene.load(3);
        QVERIFY(scene.scanned(3));
        QVERIFY(scene.button(u"Σάρωση των πίσω όψεων"_s));
        scene.load(3);
        scene.button(u"Σάρωση των πίσω όψεων"_s)->click();
        QTRY_COMPARE(scene.files().pageCount(), 6);
        QCOMPARE(scene.document(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}));
    }

    void pagesAreMovedTurnedDeletedAndUndoneWithKeys()
    {
        Scene scene;
        scene.load(3);
        scene.choose(u"Τροφοδότης, γκρι, μία όψη"_s);
        QVERIFY(scene.scanned(3));
        scene.strip().choose(0);
        scene.key(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(scene.document(), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
        QCOMPARE(scene.strip().chosen(), std::vector{1});
        tests::type(&scene.strip(), u"ρ"_s);
        QCOMPARE(scene.pages().pages()[1].quarterTurns, 1);
        scene.key(Qt::Key_Delete);
        QCOMPARE(scene.document(), (QStringList{u"2"_s, u"3"_s}));
        QTRY_COMPARE(scene.files().pageCount(), 2);
        scene.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scene.document(), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
        scene.key(Qt::Key_Z, Qt::ControlModifier);
        scene.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scene.document(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QTRY_COMPARE(scene.files().pageCount(), 3);
    }

    void aBlankPageIsLeftOutAndOneClickBringsItBack()
    {
        Scene scene;
        scene.load(3);
        scene.desk.scanning().looks[u"<p>page 2</p>"_s].blank = true;
        scene.choose(u"Τροφοδότης, γκρι, μία όψη"_s);
        QVERIFY(scene.scanned(2));
        QCOMPARE(scene.strip().model()->rowCount(), 3);
        const QModelIndex blank = scene.strip().model()->index(1, 0);
        QCOMPARE(blank.data(Qt::AccessibleTextRole).toString(), u"Σελίδα 2, κενή, εκτός"_s);
        QTest::mouseClick(scene.strip().viewport(), Qt::LeftButton, {}, scene.strip().visualRect(blank).center());
        QTRY_COMPARE(scene.files().pageCount(), 3);
    }

    void aPileIsSplitWithOneLetterAndTheSecondDocumentComesUpAfterTheFirst()
    {
        Scene scene;
        scene.load(3);
        scene.choose(u"Τροφοδότης, γκρι, μία όψη"_s);
        QVERIFY(scene.scanned(3));
        scene.strip().choose(1);
        tests::type(&scene.strip(), u"σ"_s);
        QTRY_COMPARE(scene.files().pageCount(), 1);
        scene.files().finishPile();
        QTRY_COMPARE(scene.files().pageCount(), 2);
        QCOMPARE(scene.document(), (QStringList{u"2"_s, u"3"_s}));
        const auto left = scene.desk.scanning().unfinished();
        QTRY_COMPARE(scene.desk.scanning().unfinished()->front().pages.size(), std::size_t{2});
    }

    void aPictureIsPastedAndAPdfDroppedBesideIt()
    {
        Scene scene;
        QImage picture(400, 600, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QGuiApplication::clipboard()->setImage(picture);
        QTest::keyClick(&scene.window->registerPage().form().focusTarget(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(scene.files().pageCount(), 1);
        QFile pdf(scene.folder.filePath(u"annex.pdf"_s));
        QVERIFY(pdf.open(QIODevice::WriteOnly) && pdf.write("annex") > 0);
        pdf.close();
        scene.files().add({pdf.fileName()});
        QTRY_COMPARE(scene.files().files().size(), std::size_t{2});
        QCOMPARE(scene.files().files()[1].role, domain::ItemRole::Attachment);
        QCOMPARE(scene.files().files()[1].title, u"annex.pdf"_s);
    }

    void aPaperWithOurLabelIsAddedToItsDocument()
    {
        Scene scene;
        const domain::DocumentId known = scene.desk.scanning().labelled({7, 2026, {}}).value();
        const std::size_t before = scene.sample.office->document(known)->items.size();
        scene.desk.scanning().nextPage = u"<p>labelled</p>"_s;
        scene.desk.scanning().looks[u"<p>labelled</p>"_s].label = imaging::LabelCode{7, 2026, u"x"_s};
        QVERIFY(scene.scanned(1));
        QTRY_VERIFY(scene.button(u"Πρωτοκόλληση ως νέου"_s));
        scene.window->registerPage().act();
        QTRY_COMPARE(scene.sample.office->document(known)->items.size(), before + 1);
        QTRY_VERIFY(!scene.button(u"Πρωτοκόλληση ως νέου"_s));
        QTRY_VERIFY(scene.desk.scanning().unfinished()->empty());
    }

    void theLabelOfANumberLeadsBackToIt()
    {
        Scene scene;
        scene.preferences.setLabelPrinter(scene.folder.filePath(u"label.pdf"_s));
        desk::RegistrationForm form;
        form.identity.itemCount = 1;
        form.particulars.subject = u"Με ετικέτα"_s;
        form.particulars.parties = {{domain::PartyKind::Citizen, u"Νικολάου Άννα"_s, false}};
        form.charges = {{scene.sample.technical, {}, domain::Purpose::Action, {}, {}}};
        scene.window->registerPage().form().fill(form);
        scene.window->registerPage().act();
        auto* number = scene.window->findChild<ui::NumberPanel*>();
        QTRY_VERIFY(number->paper().label());
        // Printed without a question, as the desk has a label printer.
        QTRY_VERIFY(QFileInfo(scene.folder.filePath(u"label.pdf"_s)).size() > 0);
        // And what is printed is read again by what splits piles.
        QImage label(620, 290, QImage::Format_RGB32);
        label.fill(Qt::white);
        QPainter painter(&label);
        ui::drawLabel(painter, QRectF(10, 10, 600, 270), *number->paper().label());
        painter.end();
        const auto codes = imaging::readCodes(label);
        QCOMPARE(codes.size(), std::size_t{1});
        const auto code = imaging::readLabel(codes.front().text);
        QVERIFY(code);
        QCOMPARE(code->number, static_cast<int>(number->outcome()->number->number));
        QCOMPARE(code->organisation, scene.sample.office->organisation.name);
    }

    void aBadFileIsNamedAndTheOthersAreTaken()
    {
        Scene scene;
        const auto write = [&](const QString& name, const QByteArray& bytes) {
            QFile file(scene.folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) >= 0 ? file.fileName() : QString();
        };
        scene.files().add({write(u"a.png"_s, "<p>a</p>"), write(u"b.exe"_s, "MZ"), write(u"c.png"_s, "<p>c</p>")});
        QTRY_COMPARE(scene.files().pageCount(), 2);
    }

    void theLetterFillsItsFormAndWhatTheClerkTypesStays()
    {
        Scene scene;
        scene.desk.scanning().nextPage = u"<p>ΘΕΜΑ: Φωτισμός</p>"_s;
        scene.desk.scanning().reading.subject = {u"Φωτισμός"_s, {}, 0, {60, 60, 100, 14}, 0.97};
        scene.desk.scanning().reading.sender = {u"Σύλλογος"_s, {}, 0, {60, 90, 100, 14}, 0.6};
        scene.desk.scanning().reading.senderDate = {u"12 Μαρτίου 2026"_s, u"2026-03-12"_s, 0, {60, 120, 100, 14}, 0.9};
        QSemaphore gate;
        scene.desk.scanning().whileRecognising = [&gate] { gate.acquire(); };
        QVERIFY(scene.scanned(1));
        auto& form = scene.window->registerPage().form();
        auto* sender = tests::named<QLineEdit>(*scene.window, u"Αποστολέας"_s);
        QVERIFY(sender);
        sender->setFocus();
        tests::type(sender, u"Δικός μου"_s);
        gate.release(8);
        QTRY_COMPARE(form.form().particulars.subject, u"Φωτισμός"_s);
        QCOMPARE(form.form().particulars.theirDate, u"2026-03-12"_s);
        QCOMPARE(form.form().particulars.parties.front().name, u"Δικός μου"_s);
        QCOMPARE(form.spots().size(), std::size_t{2}); // the clerk's own words were read nowhere
        QVERIFY(sender->hasFocus());
    }

    void aClickOnAFrameLeadsToItsFieldAndTheFocusShowsTheFrame()
    {
        Scene scene;
        scene.desk.scanning().nextPage = u"<p>a</p>"_s;
        scene.desk.scanning().reading.senderNumber = {u"214"_s, {}, 0, {60, 60, 200, 40}, 0.97};
        QVERIFY(scene.scanned(1));
        auto* number = tests::named<QLineEdit>(*scene.window, u"Αριθμός εγγράφου"_s);
        QVERIFY(number);
        QTRY_COMPARE(number->text(), u"214"_s);
        QCOMPARE(number->accessibleDescription(), u"Διαβάστηκε στο έγγραφο, σελίδα 1· βέβαιο"_s);
        ui::PageView& view = scene.files().pages().view();
        const double scale = view.zoom() * 96 / 72;
        const int left = (view.viewport()->width() - qRound(595 * scale)) / 2;
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(left + qRound(100 * scale), qRound(85 * scale)));
        QTRY_VERIFY(number->hasFocus());
    }

    void aPdfThatIsDroppedFillsTheFormAndSoDoesAMessage()
    {
        Scene scene;
        const auto write = [&](const QString& name) {
            QFile file(scene.folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(name.toUtf8()) > 0 ? file.fileName() : QString();
        };
        const auto says = [](const QString& subject) {
            recognition::LetterReading reading;
            reading.subject = recognition::ReadField{subject, {}, 0, {60, 60, 100, 14}, 0.97};
            return reading;
        };
        scene.desk.files().readings[u"a.pdf"_s] = says(u"Από PDF"_s);
        scene.desk.files().readings[u"b.eml"_s] = says(u"Από μήνυμα"_s);
        scene.files().add({write(u"a.pdf"_s)});
        auto& form = scene.window->registerPage().form();
        QTRY_COMPARE(form.form().particulars.subject, u"Από PDF"_s);
        QCOMPARE(form.spots().size(), std::size_t{1});
        scene.files().add({write(u"b.eml"_s)}); // an attachment says nothing of the letter
        QTRY_COMPARE(scene.files().files().size(), std::size_t{2});
        QTRY_VERIFY(!scene.files().busy());
        QCOMPARE(form.form().particulars.subject, u"Από PDF"_s);
        scene.window->openRegister(ui::RegisterMode::Incoming);
        scene.files().add({scene.folder.filePath(u"b.eml"_s)});
        QTRY_COMPARE(form.form().particulars.subject, u"Από μήνυμα"_s);
        QCOMPARE(scene.files().files().front().file.mediaType, desk::mailType);
    }

    void aPageThatLiesOnItsHeadIsSetUprightOnceAndTheClerkMayTurnItBack()
    {
        Scene scene;
        scene.desk.scanning().nextPage = u"<p>down</p>"_s;
        scene.desk.scanning().turned[u"<p>down</p>"_s] = 2;
        QVERIFY(scene.scanned(1));
        QTRY_COMPARE(scene.pages().pages().front().quarterTurns, 2);
        QTRY_VERIFY(!scene.files().busy());
        scene.strip().choose(0);
        scene.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scene.pages().pages().front().quarterTurns, 0);
        scene.desk.scanning().nextPage = u"<p>next</p>"_s;
        QVERIFY(scene.scanned(2)); // everything is looked at anew
        QCOMPARE(scene.pages().pages().front().quarterTurns, 0);
    }

    void thePagesOfWhatWasRegisteredComeBackWhenTheyAreWanted()
    {
        Scene scene;
        scene.desk.scanning().nextPage = u"<p>a</p>"_s;
        scene.desk.scanning().reading.subject = {u"Λάθος σελίδες"_s, {}, 0, {}, 0.97};
        scene.desk.scanning().reading.sender = {u"Σύλλογος"_s, {}, 0, {}, 0.97};
        QVERIFY(scene.scanned(1));
        auto& form = scene.window->registerPage().form();
        QTRY_COMPARE(form.form().particulars.subject, u"Λάθος σελίδες"_s);
        auto* target = tests::named<QLineEdit>(*scene.window, u"Χρέωση σε"_s);
        target->setFocus();
        tests::type(target, u"δτυ"_s);
        QTest::keyClick(target, Qt::Key_Return);
        scene.window->registerPage().act();
        QTRY_VERIFY(scene.button(u"Οι σελίδες ξανά"_s));
        QTRY_VERIFY(scene.desk.scanning().unfinished()->empty());
        scene.button(u"Οι σελίδες ξανά"_s)->click();
        QTRY_COMPARE(scene.files().work().pages().size(), std::size_t{1});
        QTRY_COMPARE(scene.files().files().size(), std::size_t{1});
        QTRY_COMPARE(scene.desk.scanning().unfinished()->size(), std::size_t{1});
    }

    void theZoomStaysWhilePagesCome()
    {
        Scene scene;
        scene.desk.scanning().nextPage = u"<p>a</p>"_s;
        QVERIFY(scene.scanned(1));
        ui::PageView& view = scene.files().pages().view();
        view.zoomBy(2);
        const double zoom = view.zoom();
        scene.load(5);
        scene.choose(u"Τροφοδότης, γκρι, μία όψη"_s);
        scene.files().scan();
        view.zoomBy(1.5); // while the feeder runs
        QTRY_VERIFY(scene.files().pageCount() == 6 && !scene.files().busy());
        QCOMPARE(view.zoom(), zoom * 1.5);
    }

    void aProfileIsKeptUnderItsName()
    {
        Scene scene;
        scene.files().showScanOptions(true);
        auto* name = tests::named<QLineEdit>(*scene.window, u"Φύλαξη ως"_s);
        tests::type(name, u"Τιμολόγια"_s);
        scene.button(u"Φύλαξη προφίλ"_s)->click();
        QTRY_COMPARE(scene.desk.scanning().profiles().profiles.size(), std::size_t{1});
        QCOMPARE(scene.desk.scanning().profiles().profiles.front().name, u"Τιμολόγια"_s);
        QCOMPARE(tests::named<QComboBox>(*scene.window, u"Προφίλ σάρωσης"_s)->itemText(0), u"Τιμολόγια"_s);
    }
};

QTEST_MAIN(TestScan)
#include "test_scan.moc"
