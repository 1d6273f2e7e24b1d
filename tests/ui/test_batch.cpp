#include "tests/ui/stage.h"
#include "ui/parts/offer_bar.h"
#include "ui/register/batch_grid.h"
#include "ui/register/batch_model.h"
#include "ui/register/batch_page.h"
#include "ui/register/copier_watch.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/register_page.h"
#include "ui/scan/page_strip.h"
#include "ui/scan/pile_work.h"
#include "ui/shell/main_window.h"

#include <QComboBox>
#include <QFileInfo>
#include <QPushButton>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using ui::BatchModel;

/// Several documents that are registered in one act, through the window.
class TestBatch : public QObject
{
    Q_OBJECT

    struct Scene : tests::Stage {
        Scene()
        {
            be(sample.clerk);
            open();
        }
        void open()
        {
            window = std::make_unique<ui::MainWindow>(context());
            window->resize(1280, 800);
            window->show();
            window->openRegister(ui::RegisterMode::Incoming);
            (void)QTest::qWaitForWindowActive(window.get());
        }
        ui::RegisterPage& page() { return window->registerPage(); }
        ui::FilesPanel& files() { return page().files(); }
        ui::BatchPage& batch() { return page().batch(); }
        ui::BatchGrid& grid() { return batch().grid(); }
        QPushButton* button(const QString& name) { return tests::named<QPushButton>(*window, name); }
        static QString letter(int number) { return u"<p>γράμμα %1</p>"_s.arg(number); }

        /// A pile of so many letters of one page; of each is known what `says` tells.
        bool scanned(int letters, const std::function<recognition::LetterReading(int)>& says)
        {
            QStringList sheets;
            for (int i = 1; i <= letters; ++i) {
                sheets << letter(i);
                desk.scanning().readings[letter(i)] = says(i);
            }
            desk.scanning().load(sheets);
            auto* profile = tests::named<QComboBox>(*window, u"Προφίλ σάρωσης"_s);
            profile->setCurrentIndex(profile->findText(u"Τροφοδότης, γκρι, μία όψη"_s));
            Q_EMIT profile->activated(profile->currentIndex());
            files().scan();
            if (!QTest::qWaitFor([&] {
                    return files().work().pages().size() == static_cast<std::size_t>(letters) && !files().busy();
                }))
                return false;
            for (int row = 1; row < letters; ++row) {
                if (files().work().pages().documentOf(row) != files().work().pages().documentOf(row - 1))
                    continue; // begins by itself
                files().strip().choose(row);
                tests::type(&files().strip(), u"σ"_s);
            }
            return QTest::qWaitFor([&] { return !files().busy(); });
        }
        bool opened(int rows)
        {
            QTest::keyClick(window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
            return page().showsBatch() && static_cast<int>(batch().batch().rows().size()) == rows;
        }
        QModelIndex cell(int row, int column) { return grid().model()->index(row, column); }
        QString text(int row, int column) { return cell(row, column).data().toString(); }
        void at(int row, int column)
        {
            grid().setFocus();
            grid().setCurrentIndex(cell(row, column));
        }
        static void type(const QString& text)
        {
            for (const QChar each : text)
                tests::type(QApplication::focusWidget(), QString(each));
        }
        static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
        {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        }
        /// Where the focus is when the grid opens.
        static void chargeAll()
        {
            type(u"δτυ"_s);
            key(Qt::Key_Return);
        }
        bool ended()
        {
            return QTest::qWaitFor([&] {
                const auto& rows = batch().batch().rows();
                return std::ranges::none_of(rows, [](const auto& row) { return row.underWay; }) &&
                       std::ranges::any_of(rows, [](const auto& row) {
                           return row.isDone() || row.result.problem || !row.result.concerns.empty();
                       });
            });
        }
        QString write(const QString& name, const QByteArray& bytes) const
        {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
        }

        std::unique_ptr<ui::MainWindow> window;
    };

    static recognition::LetterReading says(const QString& subject, const QString& sender, const QString& number = {},
                                           double confidence = 0.95)
    {
        recognition::LetterReading reading;
        if (!subject.isEmpty())
            reading.subject = recognition::ReadField{subject, {}, 0, {60, 60, 100, 14}, confidence};
        reading.sender = recognition::ReadField{sender, {}, 0, {60, 90, 100, 14}, confidence};
        if (!number.isEmpty())
            reading.senderNumber = recognition::ReadField{number, {}, 0, {60, 120, 50, 14}, 0.6};
        return reading;
    }
    static recognition::LetterReading ordinary(int i) { return says(u"Θέμα %1"_s.arg(i), u"Αποστολέας %1"_s.arg(i)); }

private Q_SLOTS:
    void aPileIsNumberedAndChargedInOneActWithTheKeyboardAlone()
    {
        Scene scene;
        scene.preferences.setLabelPrinter(scene.folder.filePath(u"label.pdf"_s));
        const auto before = scene.sample.office->all();
        QVERIFY(scene.scanned(3, ordinary));
        QVERIFY(scene.button(u"Πρωτοκόλληση μαζί"_s)); // offered, too
        QVERIFY(scene.opened(3));
        QTRY_COMPARE(scene.text(2, BatchModel::Subject), u"Θέμα 3"_s);
        QCOMPARE(scene.text(0, BatchModel::Sender), u"Αποστολέας 1"_s);
        scene.chargeAll();
        for (int row = 0; row < 3; ++row)
            QVERIFY(scene.text(row, BatchModel::Charge).startsWith(u"ΔΤΥ"_s));
        QVERIFY(scene.button(u"Πρωτοκόλληση όλων (3)"_s));
        Scene::key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(scene.button(u"Επόμενο"_s));
        QCOMPARE(scene.sample.office->all().size(), before.size() + 3);
        for (const desk::BatchRow& row : scene.batch().batch().rows()) {
            const auto made = scene.sample.office->document(row.result.outcome->document);
            QVERIFY(made && made->registration.number);
            QCOMPARE(made->charges.size(), std::size_t{1});
            QCOMPARE(*made->charges.front().unit, scene.sample.technical);
            QCOMPARE(made->items.size(), std::size_t{1});
        }
        QCOMPARE(scene.text(1, BatchModel::State), display(*scene.batch().batch().rows()[1].result.outcome->number));
        QTRY_VERIFY(scene.desk.scanning().unfinished()->empty());
        QTRY_VERIFY(QFileInfo(scene.folder.filePath(u"label.pdf"_s)).size() > 0);
        Scene::key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!scene.page().showsBatch());
        QVERIFY(scene.files().files().empty());
    }

    void whatIsReadIsMarkedWithHowSureItIs()
    {
        Scene scene;
        QVERIFY(scene.scanned(2, [](int i) { return says(u"Θέμα"_s, u"Α"_s, QString::number(i)); }));
        QVERIFY(scene.opened(2));
        QTRY_COMPARE(scene.text(1, BatchModel::TheirNumber), u"2"_s);
        QCOMPARE(scene.cell(0, BatchModel::Subject).data(Qt::AccessibleDescriptionRole).toString(),
                 u"Διαβάστηκε στο έγγραφο, σελίδα 1· βέβαιο"_s);
        QVERIFY(scene.cell(0, BatchModel::TheirNumber)
                    .data(Qt::AccessibleDescriptionRole)
                    .toString()
                    .contains(u"παρακαλώ"_s));
        scene.at(0, BatchModel::TheirNumber);
        Scene::type(u"7"_s);
        Scene::key(Qt::Key_Return);
        QCOMPARE(scene.text(0, BatchModel::TheirNumber), u"7"_s);
        QVERIFY(scene.cell(0, BatchModel::TheirNumber).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        QCOMPARE(scene.grid().currentIndex(), scene.cell(1, BatchModel::TheirNumber)); // Enter goes down
    }

    void aRowThatLacksSomethingStaysWithItsReasonAndTheOthersAreRegistered()
    {
        Scene scene;
        QVERIFY(scene.scanned(3, [](int i) { return i == 2 ? says({}, u"Β"_s) : ordinary(i); }));
        QVERIFY(scene.opened(3));
        scene.at(0, BatchModel::Charge);
        Scene::type(u"δτυ"_s);
        Scene::key(Qt::Key_Return);
        scene.at(0, BatchModel::Charge);
        Scene::key(Qt::Key_Down, Qt::ControlModifier);
        Scene::key(Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(scene.text(2, BatchModel::Charge).startsWith(u"ΔΤΥ"_s));
        QTRY_COMPARE(scene.text(2, BatchModel::Subject), u"Θέμα 3"_s);
        scene.page().act();
        QVERIFY(scene.ended());
        QTRY_COMPARE(scene.batch().batch().open().size(), std::size_t{1});
        QCOMPARE(scene.text(1, BatchModel::State), u"Λείπει: Θέμα."_s);
        QVERIFY(scene.batch().batch().rows()[0].isDone() && scene.batch().batch().rows()[2].isDone());
        QTRY_COMPARE(scene.grid().currentIndex(), scene.cell(1, BatchModel::Subject)); // led to the gap
        Scene::type(u"Τώρα με θέμα"_s);
        Scene::key(Qt::Key_Return);
        QTRY_COMPARE(scene.text(1, BatchModel::State), QString());
        scene.page().act();
        QTRY_VERIFY(scene.batch().batch().rows()[1].isDone());
    }

    void aRowIsLeftOutWithTheSpaceBarAndItsPagesStayOnTheTable()
    {
        Scene scene;
        QVERIFY(scene.scanned(2, ordinary));
        QVERIFY(scene.opened(2));
        scene.chargeAll();
        QTRY_COMPARE(scene.text(1, BatchModel::Subject), u"Θέμα 2"_s);
        scene.grid().setFocus();
        scene.at(0, BatchModel::Document);
        Scene::key(Qt::Key_Space);
        QCOMPARE(scene.text(0, BatchModel::State), u"εκτός"_s);
        QVERIFY(scene.button(u"Πρωτοκόλληση όλων (1)"_s));
        Scene::key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(scene.batch().batch().rows()[1].isDone());
        QTRY_VERIFY(scene.button(u"Ένα ένα"_s)->isEnabled());
        scene.button(u"Ένα ένα"_s)->click();
        QVERIFY(!scene.page().showsBatch());
        QTRY_COMPARE(scene.files().work().document().size(), std::size_t{1});
        QTRY_COMPARE(scene.files().files().size(), std::size_t{1}); // as one form's file again
        QTRY_COMPARE(scene.page().form().form().particulars.subject, u"Θέμα 1"_s);
    }

    void withoutTheServerAllWaitAndTheirNumbersComeIntoTheGrid()
    {
        Scene scene;
        scene.sample.office->serverAnswers = false;
        QVERIFY(scene.scanned(2, ordinary));
        QVERIFY(scene.opened(2));
        scene.chargeAll();
        QTRY_COMPARE(scene.text(1, BatchModel::Subject), u"Θέμα 2"_s);
        scene.page().act();
        QTRY_COMPARE(scene.text(1, BatchModel::State), u"αναμένει αριθμό"_s);
        scene.sample.office->connectServer();
        QTRY_VERIFY(scene.text(0, BatchModel::State).contains(u'/') && scene.text(1, BatchModel::State).contains(u'/'));
    }

    void whatLooksRegisteredAlreadyIsRegisteredOnlyOnTheSecondTry()
    {
        Scene scene;
        QVERIFY(scene.scanned(2, [](int) { return says(u"Θέμα"_s, u"Δήμος Άλλος"_s, u"55"_s); }));
        QVERIFY(scene.opened(2));
        scene.chargeAll();
        QTRY_COMPARE(scene.text(1, BatchModel::TheirNumber), u"55"_s);
        scene.page().act();
        QTRY_VERIFY(scene.text(1, BatchModel::State).contains(u"πρωτοκολλημένο"_s));
        QVERIFY(scene.batch().batch().rows()[0].isDone());
        QVERIFY(!scene.batch().batch().rows()[1].isDone());
        scene.page().act();
        QTRY_VERIFY(scene.batch().batch().rows()[1].isDone());
    }

    void filesThatAreDroppedTogetherBecomeADocumentEach()
    {
        Scene scene;
        scene.desk.files().readings[u"b.pdf"_s] = says(u"Από PDF"_s, u"Β"_s);
        scene.desk.scanning().readings[u"<p>a</p>"_s] = says(u"Από εικόνα"_s, u"Α"_s);
        scene.files().add({scene.write(u"a.png"_s, "<p>a</p>"), scene.write(u"b.pdf"_s, "<p>b</p>"),
                           scene.write(u"c.png"_s, "<p>c</p>")});
        QTRY_VERIFY(scene.button(u"Ένα έγγραφο το καθένα"_s));
        QTRY_VERIFY(!scene.files().busy());
        scene.button(u"Ένα έγγραφο το καθένα"_s)->click();
        QVERIFY(scene.page().showsBatch());
        QCOMPARE(scene.grid().model()->rowCount(), 3);
        QTRY_COMPARE(scene.text(0, BatchModel::Subject), u"Από εικόνα"_s);
        QTRY_COMPARE(scene.text(2, BatchModel::Subject), u"Από PDF"_s);
        QCOMPARE(scene.text(2, BatchModel::Document), u"b.pdf"_s);
        scene.chargeAll();
        scene.page().act();
        QTRY_VERIFY(scene.batch().batch().rows()[2].isDone() && scene.batch().batch().rows()[0].isDone());
        QCOMPARE(scene.batch().batch().open().size(), std::size_t{1});
        QVERIFY(scene.files().files().empty());
    }

    void filesThatAreDroppedOneAfterTheOtherAreAllTaken()
    {
        Scene scene;
        for (const QString& name : {u"a.png"_s, u"b.png"_s, u"c.png"_s})
            scene.files().add({scene.write(name, name.toUtf8())});
        QTRY_COMPARE(scene.files().pageCount(), 3);
    }

    void aPaperWithOurLabelIsAddedToItsDocumentAmongTheOthers()
    {
        Scene scene;
        const domain::DocumentId known = scene.desk.scanning().labelled({7, 2026, {}}).value();
        const std::size_t items = scene.sample.office->document(known)->items.size();
        scene.desk.scanning().looks[Scene::letter(2)].label = imaging::LabelCode{7, 2026, u"x"_s};
        QVERIFY(scene.scanned(2, ordinary));
        QVERIFY(scene.opened(2));
        QTRY_VERIFY(scene.text(1, BatchModel::State).contains(u"ετικέτα"_s));
        scene.chargeAll();
        QTRY_COMPARE(scene.text(0, BatchModel::Subject), u"Θέμα 1"_s);
        scene.page().act();
        QTRY_VERIFY(scene.batch().batch().open().empty() && scene.ended());
        QTRY_COMPARE(scene.sample.office->document(known)->items.size(), items + 1);
    }

    void whatIsTypedInTheGridIsFoundAgainAfterACrash()
    {
        Scene scene;
        QVERIFY(scene.scanned(2, ordinary));
        QVERIFY(scene.opened(2));
        scene.at(1, BatchModel::Subject);
        Scene::type(u"Δικό μου θέμα"_s);
        Scene::key(Qt::Key_Return);
        QTRY_COMPARE(scene.sample.office->drafts.size(), std::size_t{1});
        scene.window.reset();
        scene.open();
        QTRY_VERIFY(scene.button(u"Συνέχεια με ό,τι άρχισε"_s));
        scene.button(u"Συνέχεια με ό,τι άρχισε"_s)->click();
        QTRY_VERIFY(scene.files().work().pages().documents().size() == 2 && !scene.files().busy());
        QVERIFY(scene.opened(2));
        QTRY_COMPARE(scene.text(1, BatchModel::Subject), u"Δικό μου θέμα"_s);
    }

    void whatCameFromTheCopierIsOfferedAndTakenUpOnce()
    {
        Scene scene;
        scene.preferences.setCopierFolder(u"/share"_s);
        const QStringList came{scene.write(u"1.png"_s, "<p>one</p>"), scene.write(u"2.pdf"_s, "<p>two</p>")};
        scene.desk.copier().put({came, {{u"bad.doc"_s, {ErrorCode::NotPdf, {}, {}}}}, {}});
        scene.page().copier().look();
        QTRY_VERIFY(scene.button(u"Αργότερα"_s));
        scene.button(u"Αργότερα"_s)->click();
        QVERIFY(!scene.button(u"Αργότερα"_s));
        scene.window->openRegister(ui::RegisterMode::Incoming); // with the next form it is offered again
        QVERIFY(scene.button(u"Ένα έγγραφο το καθένα"_s));
        scene.button(u"Ένα έγγραφο το καθένα"_s)->click();
        QTRY_VERIFY(scene.page().showsBatch() && scene.grid().model()->rowCount() == 2);
        QTRY_VERIFY(scene.desk.copier().left().isEmpty());
        QTRY_COMPARE(scene.sample.office->drafts.size(), std::size_t{1}); // the PDF is kept, the page lies in its pile
    }

    void aLetterFromTheCopierFillsTheForm()
    {
        Scene scene;
        scene.preferences.setCopierFolder(u"/share"_s);
        scene.desk.files().readings[u"3.pdf"_s] = says(u"Από το φωτοαντιγραφικό"_s, u"Γ"_s);
        scene.desk.copier().put({{scene.write(u"3.pdf"_s, "<p>three</p>")}, {}, {}});
        scene.page().copier().look();
        QTRY_VERIFY(scene.button(u"Σε αυτή τη φόρμα"_s));
        QVERIFY(!scene.button(u"Ένα έγγραφο το καθένα"_s));
        scene.button(u"Σε αυτή τη φόρμα"_s)->click();
        QTRY_COMPARE(scene.page().form().form().particulars.subject, u"Από το φωτοαντιγραφικό"_s);
        QTRY_VERIFY(scene.desk.copier().left().isEmpty());
    }
};

QTEST_MAIN(TestBatch)
#include "test_batch.moc"
