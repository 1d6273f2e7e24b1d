#include "desk/open_desk.h"
#include "desk/session.h"
#include "tests/ui/stage.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"

#include <QProcess>
#include <QPushButton>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;

/// The windows over the real desk, against the real server program.
class TestRealSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aPersonConfirmsTheFingerprintAndIsIn();
    void theNextStartGoesOnWithoutPassword();

private:
    ui::OpenDesk opener();

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_address;
    SystemClock m_clock;
    ui::Language m_language;
    ui::Theme m_theme;
};

ui::OpenDesk TestRealSignIn::opener()
{
    return [this](const QUrl& server, const QString& login) {
        desk::DeskSettings settings;
        settings.folder = m_folder.filePath(u"desks/"_s + login);
        settings.server = server;
        settings.workerProgram = QStringLiteral(DIAKINISI_BIN "/diakinisi-worker");
        settings.fontFolder = u"/usr/share/fonts/truetype/dejavu"_s;
        return desk::openDesk(settings);
    };
}

void TestRealSignIn::initTestCase()
{
    m_language.use(u"el"_s);
    const QString program = QStringLiteral(DIAKINISI_BIN "/diakinisi-server");
    QFile password(m_folder.filePath(u"password"_s));
    QVERIFY(password.open(QIODevice::WriteOnly) && password.write("a long enough secret 7") > 0);
    password.close();
    const QString data = m_folder.filePath(u"server"_s);
    QProcess init;
    init.start(program,
               {u"init"_s, u"--data"_s, data, u"--organisation"_s, u"Δήμος Δοκιμής"_s, u"--login"_s, u"admin"_s,
                u"--password-file"_s, password.fileName(), u"--host"_s, u"localhost"_s, u"--listen"_s, u"127.0.0.1"_s});
    QVERIFY(init.waitForFinished(60'000));
    QVERIFY2(init.exitCode() == 0, init.readAllStandardError());
    const QString portFile = m_folder.filePath(u"port"_s);
    m_server.start(program, {u"run"_s, u"--data"_s, data, u"--listen"_s, u"127.0.0.1"_s, u"--port"_s, u"0"_s,
                             u"--port-file"_s, portFile});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(portFile), 20'000);
    QFile port(portFile);
    QVERIFY(port.open(QIODevice::ReadOnly));
    m_address = u"https://127.0.0.1:"_s + QString::fromLatin1(port.readAll().trimmed());
}

void TestRealSignIn::cleanupTestCase()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(20'000));
}

void TestRealSignIn::aPersonConfirmsTheFingerprintAndIsIn()
{
    ui::Preferences preferences(m_folder.filePath(u"preferences.ini"_s));
    ui::Shell shell(opener(), m_clock, preferences, m_language, m_theme);
    shell.start();
    auto* window = shell.signInWindow();
    QVERIFY(window);
    tests::named<QLineEdit>(*window, u"Διεύθυνση του διακομιστή"_s)->setText(m_address);
    tests::named<QLineEdit>(*window, u"Όνομα χρήστη"_s)->setText(u"admin"_s);
    auto* password = tests::named<QLineEdit>(*window, u"Συνθηματικό"_s);
    password->setText(u"a long enough secret 7"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(tests::named<QPushButton>(*window, u"Είναι το ίδιο: συνέχεια"_s), 20'000);
    QVERIFY(tests::named<QLabel>(*window, u"Αποτύπωμα του πιστοποιητικού του διακομιστή"_s)->text().size() > 90);
    tests::named<QPushButton>(*window, u"Είναι το ίδιο: συνέχεια"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(shell.mainWindow(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(shell.mainWindow()->windowTitle().contains(u"Δήμος Δοκιμής"_s), 20'000);
}

void TestRealSignIn::theNextStartGoesOnWithoutPassword()
{
    ui::Preferences preferences(m_folder.filePath(u"preferences.ini"_s));
    QCOMPARE(preferences.login(), u"admin"_s);
    ui::Shell shell(opener(), m_clock, preferences, m_language, m_theme);
    shell.start();
    QTRY_VERIFY_WITH_TIMEOUT(shell.mainWindow(), 20'000);
    QVERIFY(!shell.signInWindow());
}

QTEST_MAIN(TestRealSignIn)
#include "test_real_sign_in.moc"
