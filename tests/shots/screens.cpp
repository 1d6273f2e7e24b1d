#include "tests/shots/camera.h"
#include "tests/shots/scan_screens.h"
#include "tests/shots/signing_screens.h"

#include "ui/document/document_panel.h"
#include "ui/inbox/list_page.h"
#include "ui/inbox/list_view.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/register_page.h"
#include "ui/search/search_box.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/key_hints.h"
#include "ui/signin/sign_in_window.h"

#include <QComboBox>
#include <QEventLoop>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTimer>

namespace diakinisi::shots {

using namespace Qt::Literals::StringLiterals;

namespace {

desk::RegistrationForm filledForm(Stage& stage)
{
    desk::RegistrationForm form;
    form.identity = {domain::Direction::Incoming, stage.sample.technical, 1, 2};
    form.particulars.subject = u"Αίτημα για την αποκατάσταση του δημοτικού φωτισμού στην οδό Πελοποννήσου"_s;
    form.particulars.parties = {{domain::PartyKind::Authority, u"Εξωραϊστικός Σύλλογος Κοντοπεύκου"_s, false}};
    form.particulars.theirNumber = u"214"_s;
    form.particulars.theirDate = u"2026-11-20"_s;
    form.particulars.place = u"Αγία Παρασκευή"_s;
    form.charges = {{stage.sample.technical, {}, domain::Purpose::Action, u"Επείγον"_s, u"2026-12-03"_s}};
    return form;
}

void putLetter(Stage& stage, ui::MainWindow& window)
{
    const QString file = QDir::temp().filePath(u"epistoli.html"_s);
    QFile out(file);
    if (out.open(QIODevice::WriteOnly))
        out.write(fakes::letter(
                      u"Εξωραϊστικός Σύλλογος Κοντοπεύκου"_s, u"214"_s, u"20/11/2026"_s, u"Αγία Παρασκευή"_s,
                      u"Αίτημα για την αποκατάσταση του δημοτικού φωτισμού στην οδό Πελοποννήσου"_s,
                      {u"Σας γνωρίζουμε ότι από τις 3 Νοεμβρίου παραμένουν σβηστοί εννέα (9) στύλοι του δημοτικού "
                       u"φωτισμού στην οδό Πελοποννήσου, με αποτέλεσμα να τίθεται σε κίνδυνο η ασφάλεια των πεζών."_s,
                       u"Παρακαλούμε για την άμεση αποκατάσταση της βλάβης."_s},
                      u"Ο Πρόεδρος"_s)
                      .toUtf8());
    out.close();
    (void)stage;
    window.registerPage().files().add({file});
}

void takeSignIn(Stage& stage, Camera& camera, QSize size)
{
    const auto opener = [&stage](const QUrl&, const QString&) -> Result<std::unique_ptr<desk::Desk>> {
        auto desk = std::make_unique<fakes::FakeDesk>(stage.sample.office);
        desk->session().trusted = false;
        return desk;
    };
    ui::SignInWindow window(opener, stage.preferences, stage.language);
    window.resize(size);
    window.show();
    auto edits = window.findChildren<QLineEdit*>();
    edits[0]->setText(u"diakinisi.agiaparaskevi.gr"_s);
    edits[1]->setText(u"protokollo"_s);
    edits[2]->setText(u"μυστικό"_s);
    camera.take(window, u"01-sign-in"_s);
    QTest::keyClick(edits[2], Qt::Key_Return);
    camera.take(window, u"02-sign-in-fingerprint"_s);
    for (QPushButton* button : window.findChildren<QPushButton*>())
        if (button->isVisible() && button->hasFocus())
            button->click();
    edits[2]->clear();
    QTest::keyClick(edits[1], Qt::Key_Return);
    window.showError({ErrorCode::SignInFailed, {}, {}});
    camera.take(window, u"03-sign-in-failed"_s);
}

void takeLists(Stage& stage, Camera& camera, ui::MainWindow& window)
{
    beSomebody(stage, stage.sample.officer);
    window.openList(desk::ListKind::ForAction);
    camera.take(window, u"10-for-action"_s);
    window.listPage().view().selectionModel()->select(window.listPage().model().index(1), QItemSelectionModel::Select);
    QTest::keyClick(&window.listPage().view(), Qt::Key_X);
    camera.take(window, u"11-charge"_s);
    window.openList(desk::ListKind::Book);
    camera.take(window, u"12-book"_s);
    beSomebody(stage, stage.sample.head);
    window.openList(desk::ListKind::ForApproval);
    settle();
    QTest::keyClick(&window.listPage().view(), Qt::Key_P);
    settle();
    camera.take(window, u"13-send-back"_s);
    window.openList(desk::ListKind::ForApproval);
    settle();
    auto* tabs = window.documentPanel().findChild<QTabWidget*>();
    tabs->setCurrentIndex(1);
    camera.take(window, u"14-history"_s);
    tabs->setCurrentIndex(0);
    window.openList(desk::ListKind::ForInformation);
    camera.take(window, u"15-for-information"_s);
    beSomebody(stage, stage.sample.clerk);
    window.openList(desk::ListKind::Unassigned);
    camera.take(window, u"16-uncharged"_s);
    window.openList(desk::ListKind::NeedsYou);
    camera.take(window, u"17-needs-you"_s);
    beSomebody(stage, stage.sample.clerk);
    window.openList(desk::ListKind::ForApproval);
    camera.take(window, u"18-empty"_s);
}

void takeRegister(Stage& stage, Camera& camera, ui::MainWindow& window)
{
    window.openRegister(ui::RegisterMode::Incoming);
    camera.take(window, u"20-register-empty"_s);
    window.registerPage().act();
    camera.take(window, u"21-register-missing"_s);
    window.openRegister(ui::RegisterMode::Incoming);
    putLetter(stage, window);
    settle();
    window.registerPage().form().fill(filledForm(stage));
    camera.take(window, u"22-register-filled"_s);
    window.registerPage().act();
    camera.take(window, u"23-register-number"_s);
    stage.sample.office->serverAnswers = false;
    window.openRegister(ui::RegisterMode::Citizen);
    settle();
    window.registerPage().form().fill(filledForm(stage));
    camera.take(window, u"24-register-citizen"_s);
    window.registerPage().act();
    camera.take(window, u"25-register-waiting"_s);
    stage.sample.office->connectServer();
    takeSignedLetter(stage, camera, window);
    window.openRegister(ui::RegisterMode::Draft);
    camera.take(window, u"26-draft"_s);
    window.registerPage().keepNow();
}

void takeRest(Stage& stage, Camera& camera, ui::MainWindow& window)
{
    beSomebody(stage, stage.sample.clerk);
    window.openList(desk::ListKind::Book);
    settle();
    window.activateWindow();
    (void)QTest::qWaitForWindowActive(&window);
    window.searchBox().start();
    for (const QChar letter : u"αιτη"_s)
        QTest::sendKeyEvent(QTest::Click, &window.searchBox(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
    camera.take(window, u"40-search"_s);
    QTest::keyClick(&window.searchBox(), Qt::Key_Escape);
    desk::SyncStatus status;
    status.state = desk::SyncStatus::State::Offline;
    status.waiting = 2;
    status.uploads = 1;
    stage.desk.setStatus(status);
    Q_EMIT stage.acts.failed({ErrorCode::StateChanged, {}, u"revision 7 expected"_s});
    camera.take(window, u"41-offline-and-error"_s);
    ui::SettingsDialog settings(stage.context(), &window);
    settings.setAttribute(Qt::WA_DeleteOnClose, false);
    settings.open();
    camera.take(settings, u"42-settings"_s);
    settings.accept();
    ui::KeyHints keys(ui::KeyHints::Place::List, &window);
    keys.setAttribute(Qt::WA_DeleteOnClose, false);
    keys.open();
    camera.take(keys, u"43-keys"_s);
    keys.accept();
}

} // namespace

Stage::Stage(const QString& preferencesFile, ui::Language& words, ui::Theme& look)
    : sample(fakes::makeSampleOffice(clock)),
      desk(sample.office),
      preferences(preferencesFile),
      language(words),
      theme(look),
      pages(desk.files(), desk.lanes().images),
      acts(desk)
{
    desk.scanning().nextPage = fakes::letter(u"Σύλλογος"_s, u"1"_s, {}, {}, u"Σάρωση"_s, {}, {});
}

bool takeAll(Stage& stage, const QDir& folder, const QString& prefix, QSize size)
{
    Camera camera(folder, prefix);
    takeSignIn(stage, camera, size);
    stage.preferences.setServer(u"diakinisi.agiaparaskevi.gr"_s);
    fakes::FakeDesk& desk = stage.desk;
    desk.session().isSignedIn = true;
    ui::MainWindow window(stage.context());
    window.resize(size);
    window.show();
    takeLists(stage, camera, window);
    takeRegister(stage, camera, window);
    takeScanning(stage, camera, window);
    takeSigning(stage, camera, window, size);
    takeDevices(stage, camera, window);
    takeRest(stage, camera, window);
    return camera.good();
}

} // namespace diakinisi::shots
