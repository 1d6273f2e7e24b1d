#include "domain/possible.h"
#include "tests/ui/stage.h"
#include "ui/document/document_panel.h"
#include "ui/inbox/list_page.h"
#include "ui/inbox/list_view.h"
#include "ui/parts/undo_bar.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/number_panel.h"
#include "ui/register/register_page.h"
#include "ui/search/search_box.h"
#include "ui/shell/main_window.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using tests::Stage;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIncomingDocumentIsRegisteredAndChargedWithTheKeyboardAlone();
    void missingFieldsAreToldInTheirPlaceAndNothingIsLost();
    void aNumberThatWaitsIsShownWhenItComes();
    void escKeepsTheFormAndOffersItAgain();
    void whatIsSentWhileAFileIsTakenInGoesOnByItself();
    void whatIsSentWithAFileThatCannotBeTakenInStays();
    void scannedPagesThatNobodyRegisteredAreOffered();
    void aFormWithScannedPagesTakesThemUpAgain();
    void oneLetterApprovesAndUndoTakesItBack();
    void sendingBackAsksForAReason();
    void chargeTakesTheLettersAfterChi();
    void searchFindsWhileTypingAndEnterOpens();
    void goToNumberOpensTheDocument();
    void theLanguageChangesWhileTheWindowStands();
};

namespace {

/// A window over an office, shown, with its first list read.
struct Scene : Stage {
    explicit Scene(domain::PersonId fakes::SampleOffice::*who, desk::ListKind list = desk::ListKind::ForAction)
    {
        be(sample.*who);
        window = std::make_unique<ui::MainWindow>(context());
        window->resize(1280, 800);
        window->show();
        window->openList(list);
        (void)QTest::qWaitForWindowActive(window.get());
    }
    ui::ListView& list() { return window->listPage().view(); }
    std::optional<domain::Document> current()
    {
        const auto& view = window->documentPanel().document();
        return view ? std::optional(view->document) : std::nullopt;
    }

    std::unique_ptr<ui::MainWindow> window;
};

QWidget* focus()
{
    return QApplication::focusWidget();
}

desk::RegistrationForm letter(const Scene& scene, const QString& subject)
{
    desk::RegistrationForm form;
    form.identity.itemCount = 1;
    form.particulars.subject = subject;
    form.particulars.parties = {{domain::PartyKind::Citizen, u"Νικολάου Άννα"_s, false}};
    form.charges = {{scene.sample.technical, {}, domain::Purpose::Action, {}, {}}};
    return form;
}

QString writtenFile(const Scene& scene, const QByteArray& bytes)
{
    QFile file(scene.folder.filePath(u"letter.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file");
    return file.fileName();
}

} // namespace

void TestMainWindow::anIncomingDocumentIsRegisteredAndChargedWithTheKeyboardAlone()
{
    Scene scene(&fakes::SampleOffice::clerk);
    const auto before = scene.sample.office->all().size();
    QTest::keyClick(scene.window.get(), Qt::Key_F2);
    QTRY_VERIFY(qobject_cast<QPlainTextEdit*>(focus()));
    tests::type(focus(), u"Αίτημα για φωτισμό"_s);
    QTest::keyClick(focus(), Qt::Key_Tab);
    tests::type(focus(), u"Σύλλογος Κατοίκων"_s);
    auto* target = tests::named<QLineEdit>(*scene.window, u"Χρέωση σε"_s);
    QVERIFY(target);
    target->setFocus();
    tests::type(target, u"δτυ"_s);
    QTest::keyClick(target, Qt::Key_Return);
    QVERIFY(target->text().startsWith(u"ΔΤΥ"_s));
    QTest::keyClick(target, Qt::Key_Return, Qt::ControlModifier);
    auto* number = scene.window->findChild<ui::NumberPanel*>();
    QTRY_VERIFY(number->isVisible() && number->outcome() && number->outcome()->number);
    QCOMPARE(scene.sample.office->all().size(), before + 1);
    const auto made = scene.sample.office->document(number->outcome()->document);
    QCOMPARE(made->charges.size(), std::size_t(1));
    QCOMPARE(*made->charges.front().unit, scene.sample.technical);
    number->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), display(*made->registration.number));
    QTest::keyClick(focus(), Qt::Key_Return); // 'next' has the focus on some platforms by Space only
    QTest::keyClick(scene.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!number->isVisible());
}

void TestMainWindow::missingFieldsAreToldInTheirPlaceAndNothingIsLost()
{
    Scene scene(&fakes::SampleOffice::clerk);
    const auto before = scene.sample.office->all().size();
    scene.window->openRegister(ui::RegisterMode::Incoming);
    tests::type(&scene.window->registerPage().form().focusTarget(), u"Μόνο θέμα"_s);
    scene.window->registerPage().act();
    QTRY_VERIFY(tests::named<QFrame>(*scene.window, u"Λείπει: Αποστολέας ή αποδέκτες.\nΛείπει: Μονάδα."_s));
    QCOMPARE(scene.sample.office->all().size(), before);
    QCOMPARE(scene.window->registerPage().form().form().particulars.subject, u"Μόνο θέμα"_s);
}

void TestMainWindow::aNumberThatWaitsIsShownWhenItComes()
{
    Scene scene(&fakes::SampleOffice::clerk);
    scene.sample.office->serverAnswers = false;
    scene.window->openRegister(ui::RegisterMode::Incoming);
    scene.window->registerPage().form().fill(letter(scene, u"Χωρίς διακομιστή"_s));
    scene.window->registerPage().act();
    auto* number = scene.window->findChild<ui::NumberPanel*>();
    QTRY_VERIFY(number->isVisible());
    QVERIFY(!number->outcome()->number);
    scene.sample.office->connectServer();
    QTRY_VERIFY(number->outcome()->number);
}

void TestMainWindow::escKeepsTheFormAndOffersItAgain()
{
    Scene scene(&fakes::SampleOffice::clerk);
    scene.window->openRegister(ui::RegisterMode::Incoming);
    tests::type(&scene.window->registerPage().form().focusTarget(), u"Μισοτελειωμένο"_s);
    QTest::keyClick(focus(), Qt::Key_Escape);
    QTRY_VERIFY(scene.window->listPage().isVisible());
    QTRY_COMPARE(scene.sample.office->drafts.size(), std::size_t(1));
    scene.window->openRegister(ui::RegisterMode::Incoming);
    QTRY_VERIFY(tests::named<QPushButton>(*scene.window, u"Συνέχεια με ό,τι άρχισε"_s));
    tests::named<QPushButton>(*scene.window, u"Συνέχεια με ό,τι άρχισε"_s)->click();
    QTRY_COMPARE(scene.window->registerPage().form().form().particulars.subject, u"Μισοτελειωμένο"_s);
}

void TestMainWindow::whatIsSentWhileAFileIsTakenInGoesOnByItself()
{
    Scene scene(&fakes::SampleOffice::clerk);
    QSemaphore gate;
    scene.desk.files().whileImporting = [&gate] { gate.acquire(); };
    scene.window->openRegister(ui::RegisterMode::Incoming);
    ui::RegisterPage& page = scene.window->registerPage();
    page.form().fill(letter(scene, u"Με αρχείο"_s));
    page.files().add({writtenFile(scene, "page")});
    page.act();
    QVERIFY(tests::named<QFrame>(*scene.window, u"Ένα αρχείο εισάγεται ακόμη· μετά συνεχίζει μόνο του."_s));
    auto* number = scene.window->findChild<ui::NumberPanel*>();
    QVERIFY(!number->isVisible());
    gate.release();
    QTRY_VERIFY(number->isVisible() && number->outcome()->number);
    QCOMPARE(scene.sample.office->document(number->outcome()->document)->items.size(), std::size_t(1));
}

void TestMainWindow::whatIsSentWithAFileThatCannotBeTakenInStays()
{
    Scene scene(&fakes::SampleOffice::clerk);
    QSemaphore gate;
    scene.desk.files().whileImporting = [&gate] { gate.acquire(); };
    const auto before = scene.sample.office->all().size();
    scene.window->openRegister(ui::RegisterMode::Incoming);
    ui::RegisterPage& page = scene.window->registerPage();
    page.form().fill(letter(scene, u"Με πρόγραμμα"_s));
    page.files().add({writtenFile(scene, "MZ a program")});
    page.act();
    gate.release();
    QTRY_VERIFY(tests::named<QFrame>(
        *scene.window, u"Δεν στάλθηκε, γιατί ένα αρχείο δεν μπόρεσε να εισαχθεί: δείτε δίπλα στις σελίδες."_s));
    QCOMPARE(scene.sample.office->all().size(), before);
    QCOMPARE(page.form().form().particulars.subject, u"Με πρόγραμμα"_s);
}

void TestMainWindow::scannedPagesThatNobodyRegisteredAreOffered()
{
    Scene scene(&fakes::SampleOffice::clerk);
    const QUuid pile = QUuid::createUuid();
    scene.desk.scanning().put(pile);
    scene.desk.scanning().put(pile); // then it crashed
    scene.window->openRegister(ui::RegisterMode::Incoming);
    ui::RegisterPage& page = scene.window->registerPage();
    const auto resume = [&] { return tests::named<QPushButton>(*scene.window, u"Συνέχεια με ό,τι άρχισε"_s); };
    QTRY_VERIFY(resume());
    resume()->click();
    QTRY_COMPARE(page.files().pageCount(), 2);
    QVERIFY(!resume());
    page.form().fill(letter(scene, u"Σαρωμένο"_s));
    page.act();
    auto* number = scene.window->findChild<ui::NumberPanel*>();
    QTRY_VERIFY(number->isVisible());
    QTRY_VERIFY(scene.desk.scanning().unfinished()->empty()); // registered: never offered again
    QCOMPARE(scene.sample.office->document(number->outcome()->document)->items.size(), std::size_t(1));
}

void TestMainWindow::aFormWithScannedPagesTakesThemUpAgain()
{
    Scene scene(&fakes::SampleOffice::clerk);
    scene.window->openRegister(ui::RegisterMode::Incoming);
    ui::RegisterPage& page = scene.window->registerPage();
    page.files().scan();
    QTRY_COMPARE(page.files().pageCount(), 1);
    tests::type(&page.form().focusTarget(), u"Μισοσαρωμένο"_s);
    QTest::keyClick(focus(), Qt::Key_Escape);
    QTRY_COMPARE(scene.sample.office->drafts.size(), std::size_t(1));
    const QUuid pile = scene.desk.scanning().unfinished()->front().id;
    scene.desk.scanning().put(pile); // a page that came just before the end
    scene.window->openRegister(ui::RegisterMode::Incoming);
    QTRY_VERIFY(tests::named<QPushButton>(*scene.window, u"Συνέχεια με ό,τι άρχισε"_s));
    QCOMPARE(tests::named<QComboBox>(*scene.window, u"Αρχισμένα και ατελή"_s)->count(), 1); // one offer, not two
    tests::named<QPushButton>(*scene.window, u"Συνέχεια με ό,τι άρχισε"_s)->click();
    QTRY_COMPARE(page.files().pageCount(), 2);
    QCOMPARE(page.files().files().size(), std::size_t(1));
    QCOMPARE(page.form().form().particulars.subject, u"Μισοσαρωμένο"_s);
}

void TestMainWindow::oneLetterApprovesAndUndoTakesItBack()
{
    for (const QString& letter : {u"ε"_s, u"E"_s}) {
        Scene scene(&fakes::SampleOffice::head, desk::ListKind::ForApproval);
        const auto version = scene.sample.office->document(scene.sample.toSign.front());
        // The head is asked to approve, not to sign: a chain with another signatory behind.
        const domain::DocumentId id = scene.sample.toSign.front();
        QVERIFY(
            scene.sample.office->act(scene.sample.officer, id, domain::Withdraw{}) ||
            scene.sample.office->act(scene.sample.head, id, domain::SendBack{version->route.steps.back().id, u"x"_s}));
        const auto* mayor = scene.sample.office->organisation.personByLogin(u"dimarxos");
        const domain::Submit again{
            version->mainItem()->newest().id,
            {{scene.sample.office->newId<domain::StepId>(), scene.sample.head, domain::StepKind::Approve, 0},
             {scene.sample.office->newId<domain::StepId>(), mayor->id, domain::StepKind::Sign, 1}}};
        QVERIFY(scene.sample.office->act(scene.sample.officer, id, again));
        QTRY_VERIFY(scene.window->listPage().model().indexOf(id));
        scene.window->listPage().select(id);
        const auto mayApprove = [&] {
            const auto& view = scene.window->documentPanel().document();
            return view && view->document.id == id &&
                   std::find(view->acts.begin(), view->acts.end(), domain::Act::Approve) != view->acts.end();
        };
        QTRY_VERIFY(mayApprove());
        tests::type(&scene.list(), letter);
        QTRY_COMPARE(scene.sample.office->document(id)->route.steps.front().state, domain::StepState::Approved);
        auto* undo = scene.window->findChild<ui::UndoBar*>();
        QTRY_VERIFY(undo->canUndo());
        QTest::keyClick(scene.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(scene.sample.office->document(id)->route.steps.front().state, domain::StepState::Waiting);
    }
}

void TestMainWindow::sendingBackAsksForAReason()
{
    Scene scene(&fakes::SampleOffice::head, desk::ListKind::ForApproval);
    QTRY_VERIFY(scene.current());
    const domain::DocumentId id = scene.current()->id;
    tests::type(&scene.list(), u"π"_s);
    QTRY_VERIFY(scene.window->documentPanel().isAsking());
    QTest::keyClick(focus(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(scene.window->documentPanel().isAsking()); // nothing without a reason
    tests::type(focus(), u"Λείπει το τοπογραφικό"_s);
    QTest::keyClick(focus(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(scene.sample.office->document(id)->route.state, domain::RouteState::SentBack);
    QCOMPARE(scene.sample.office->document(id)->route.steps.back().reason, u"Λείπει το τοπογραφικό"_s);
}

void TestMainWindow::chargeTakesTheLettersAfterChi()
{
    Scene scene(&fakes::SampleOffice::clerk, desk::ListKind::Unassigned);
    QTRY_VERIFY(scene.current());
    const domain::DocumentId id = scene.current()->id;
    tests::type(&scene.list(), u"χ"_s);
    QTRY_VERIFY(scene.window->documentPanel().isAsking());
    tests::type(focus(), u"ιωανν"_s);
    QTest::keyClick(focus(), Qt::Key_Return); // takes the offer
    QTest::keyClick(focus(), Qt::Key_Return); // does it
    QTRY_COMPARE(scene.sample.office->document(id)->charges.size(), std::size_t(1));
    QCOMPARE(*scene.sample.office->document(id)->charges.front().person, scene.sample.officer);
    QTRY_VERIFY(!scene.window->listPage().model().indexOf(id));
}

void TestMainWindow::searchFindsWhileTypingAndEnterOpens()
{
    Scene scene(&fakes::SampleOffice::clerk);
    QTest::keyClick(scene.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(focus(), static_cast<QWidget*>(&scene.window->searchBox()));
    tests::type(focus(), u"λακκουβα"_s);
    QTRY_COMPARE(scene.window->searchBox().results().rowCount(), 1);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY(scene.current() && scene.current()->particulars.subject.contains(u"λακκούβα"_s));
}

void TestMainWindow::goToNumberOpensTheDocument()
{
    Scene scene(&fakes::SampleOffice::clerk);
    QTest::keyClick(scene.window.get(), Qt::Key_G, Qt::ControlModifier);
    tests::type(focus(), u"7"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY(scene.current() && scene.current()->registration.number->number == 7);
}

void TestMainWindow::theLanguageChangesWhileTheWindowStands()
{
    Scene scene(&fakes::SampleOffice::clerk);
    QVERIFY(tests::named<QWidget>(*scene.window, u"Φίλτρο στη λίστα"_s));
    scene.language.use(u"en"_s);
    QTRY_VERIFY(tests::named<QWidget>(*scene.window, u"Filter this list"_s));
    QVERIFY(!tests::named<QWidget>(*scene.window, u"Φίλτρο στη λίστα"_s));
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
