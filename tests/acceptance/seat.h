#pragma once
#include "desk/document_lists.h"
#include "tests/support/test_server.h"
#include "tests/ui/hands.h"
#include "ui/parts/preferences.h"
#include "ui/parts/theme.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/texts/language.h"

namespace diakinisi::ui {
class PageView;
}

namespace diakinisi::test {

/// How long a person waits for the server before a test gives up.
constexpr int patience = 30'000;

/// One person before a desktop of their own: a profile, the windows of the program over the real desk, and two hands.
/// What the hands do is counted: a key with its modifiers or a click is one act, typed text is one act.
class Seat
{
public:
    Seat(const TestServer& server, QString login, ui::Language& language, ui::Theme& theme);

    /// Starts the program anew over the same profile; what ran before has gone first.
    void start();
    /// The program ends without a word, its windows and desk with it.
    void leave() { m_shell.reset(); }
    /// Through the sign-in window, the fingerprint compared and confirmed; true once the main window stands.
    bool signIn();

    ui::MainWindow& window() { return *m_shell->mainWindow(); }
    bool isIn() const { return m_shell && m_shell->mainWindow(); }
    /// The window to the front with the keyboard's focus, as when the person turns to it.
    static bool front(QWidget& window);
    bool sit() { return isIn() && front(window()); }

    void press(QWidget* at, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Where the keyboard's focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    void click(QWidget* at, QPoint point = {});
    int acts() const { return m_acts; }

    /// The list of this name is open, and has been read.
    bool openList(desk::ListKind kind);
    /// The rows that the open list shows, as number and subject.
    QStringList rows();
    /// What the line at the window's foot says.
    QString status();
    /// Gives the path to the file dialog that stands open.
    bool chooseFile(const QString& path);
    /// Puts the files onto the registration form as a file manager does.
    bool drop(const QStringList& paths);

    /// The form of F2: subject, sender, and the charge by letters and Enter.
    bool fillIncoming(const QString& subject);
    /// The number, or what stands in its place, as it stands large once a form was sent; else empty.
    QString large();
    /// The document that stands open lets this person do so now.
    bool shows(domain::Act act);
    /// Finds the only one under 'to approve', reads its page, and presses the letter.
    bool approve(const QString& subject);
    /// The letter, the PIN, and the key's file (empty: the desk knows it); true when it says 'signed'.
    bool sign(const QString& keyFile);
    /// The open document's file, through the window's own button and file dialog.
    bool saveCopy(const QString& path);
    /// How many pixels of the page view are ink.
    static int ink(ui::PageView& view);

    template <class Widget>
    Widget* named(const QString& name)
    {
        return tests::named<Widget>(window(), name);
    }
    /// A picture of a window into the build's folder of pictures.
    static void picture(QWidget& window, const QString& name);
    void picture(const QString& name) { picture(window(), name); }

private:
    const TestServer& m_server;
    QString m_login;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    ui::Preferences m_preferences;
    ui::Language& m_language;
    ui::Theme& m_theme;
    std::unique_ptr<ui::Shell> m_shell;
    int m_acts = 0;
};

} // namespace diakinisi::test
