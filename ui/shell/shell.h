#pragma once
#include "base/clock.h"
#include "ui/signin/sign_in_window.h"

#include <QObject>
#include <QPointer>

namespace diakinisi::ui {

class ActRunner;
class MainWindow;
class PageCache;
class Theme;

/// From signing in to signing out: holds the desk and its windows. The composition root makes one.
class Shell : public QObject
{
    Q_OBJECT

public:
    Shell(OpenDesk openDesk, const Clock& clock, Preferences& preferences, Language& language, Theme& theme,
          QObject* parent = nullptr);
    ~Shell() override;

    /// Goes on with the kept sign-in where there is one, else asks.
    void start();
    MainWindow* mainWindow() const;
    SignInWindow* signInWindow() const { return m_signIn; }

Q_SIGNALS:
    void finished(); ///< the last window was closed

private:
    struct Room;

    void askSignIn(const std::optional<Error>& why);
    void askAgain();
    void resumed(const Done& done);
    void openRoom(std::unique_ptr<desk::Desk> desk);
    void closeRoom();
    void signOut();

    OpenDesk m_openDesk;
    const Clock& m_clock;
    Preferences& m_preferences;
    Language& m_language;
    Theme& m_theme;
    std::unique_ptr<desk::Desk> m_resuming;
    std::unique_ptr<Room> m_room;
    QPointer<SignInWindow> m_signIn;
    Task<Done> m_task;
};

} // namespace diakinisi::ui
