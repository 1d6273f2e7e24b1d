#include "tests/ui/stage.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/signin/sign_in_window.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using tests::Stage;

class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRightPasswordOpensTheMainWindow();
    void aWrongPasswordIsToldAndTheFormStays();
    void anUnknownServerIsShownByItsFingerprintFirst();
    void aServerThatIsGoneIsTold();
    void aKeptSignInGoesOnWithoutAsking();
};

namespace {

struct Scene : Stage {
    explicit Scene(std::function<void(fakes::FakeSession&)> arrange)
        : shell(
              [this, arrange](const QUrl&, const QString&) -> Result<std::unique_ptr<desk::Desk>> {
                  auto opened = std::make_unique<fakes::FakeDesk>(sample.office);
                  opened->session().isSignedIn = false;
                  arrange(opened->session());
                  return opened;
              },
              clock, preferences, language, theme)
    {
    }
    void fill(const QString& password)
    {
        tests::named<QLineEdit>(*shell.signInWindow(), u"Διεύθυνση του διακομιστή"_s)->setText(u"diakinisi.gr"_s);
        tests::named<QLineEdit>(*shell.signInWindow(), u"Όνομα χρήστη"_s)->setText(u"protokollo"_s);
        auto* line = tests::named<QLineEdit>(*shell.signInWindow(), u"Συνθηματικό"_s);
        line->setText(password);
        QTest::keyClick(line, Qt::Key_Return);
    }

    ui::Shell shell;
};

} // namespace

void TestSignIn::theRightPasswordOpensTheMainWindow()
{
    Scene scene([](fakes::FakeSession&) {});
    scene.shell.start();
    QVERIFY(scene.shell.signInWindow()->isVisible());
    scene.fill(u"δήμος"_s);
    QTRY_VERIFY(scene.shell.mainWindow() && scene.shell.mainWindow()->isVisible());
    QCOMPARE(scene.preferences.login(), u"protokollo"_s);
    QSignalSpy finished(&scene.shell, &ui::Shell::finished);
    scene.shell.mainWindow()->close();
    QVERIFY(finished.size() >= 1);
}

void TestSignIn::aWrongPasswordIsToldAndTheFormStays()
{
    Scene scene([](fakes::FakeSession&) {});
    scene.shell.start();
    scene.fill(u"λάθος"_s);
    QTRY_VERIFY(tests::named<QFrame>(*scene.shell.signInWindow(), u"Το όνομα ή το συνθηματικό δεν είναι σωστό."_s));
    QVERIFY(!scene.shell.mainWindow());
    scene.fill(u"δήμος"_s);
    QTRY_VERIFY(scene.shell.mainWindow());
}

void TestSignIn::anUnknownServerIsShownByItsFingerprintFirst()
{
    Scene scene([](fakes::FakeSession& session) { session.trusted = false; });
    scene.shell.start();
    scene.fill(u"δήμος"_s);
    auto* window = scene.shell.signInWindow();
    QTRY_VERIFY(tests::named<QLabel>(*window, u"Αποτύπωμα του πιστοποιητικού του διακομιστή"_s));
    QVERIFY(!scene.shell.mainWindow()); // nothing is sent before somebody has confirmed it
    tests::named<QPushButton>(*window, u"Είναι το ίδιο: συνέχεια"_s)->click();
    QTRY_VERIFY(scene.shell.mainWindow());
}

void TestSignIn::aServerThatIsGoneIsTold()
{
    Scene scene([](fakes::FakeSession& session) { session.reachable = false; });
    scene.shell.start();
    scene.fill(u"δήμος"_s);
    QTRY_VERIFY(tests::named<QFrame>(*scene.shell.signInWindow(), u"Ο διακομιστής δεν απαντά."_s));
}

void TestSignIn::aKeptSignInGoesOnWithoutAsking()
{
    Scene scene([](fakes::FakeSession& session) { session.isSignedIn = true; });
    scene.preferences.setServer(u"diakinisi.gr"_s);
    scene.preferences.setLogin(u"protokollo"_s);
    scene.shell.start();
    QTRY_VERIFY(scene.shell.mainWindow());
    QVERIFY(!scene.shell.signInWindow());
}

QTEST_MAIN(TestSignIn)
#include "test_sign_in.moc"
