#include "ui/shell/shell.h"

#include "desk/directory.h"
#include "ui/document/act_runner.h"
#include "ui/parts/context.h"
#include "ui/parts/page_cache.h"
#include "ui/parts/preferences.h"
#include "ui/parts/theme.h"
#include "ui/shell/main_window.h"
#include "ui/texts/format.h"
#include "ui/texts/language.h"

namespace diakinisi::ui {

/// A signed-in desk with all that shows it; taken down from the windows to the desk.
struct Shell::Room {
    Room(Shell& shell, std::unique_ptr<desk::Desk> opened)
        : desk(std::move(opened)),
          pages(desk->files(), desk->lanes().images),
          acts(*desk),
          window(std::make_unique<MainWindow>(
              Context{*desk, shell.m_clock, shell.m_preferences, shell.m_language, shell.m_theme, pages, acts}))
    {
    }

    std::unique_ptr<desk::Desk> desk;
    PageCache pages;
    ActRunner acts;
    std::unique_ptr<MainWindow> window;
};

Shell::Shell(OpenDesk openDesk, const Clock& clock, Preferences& preferences, Language& language, Theme& theme,
             QObject* parent)
    : QObject(parent),
      m_openDesk(std::move(openDesk)),
      m_clock(clock),
      m_preferences(preferences),
      m_language(language),
      m_theme(theme)
{
}

Shell::~Shell()
{
    delete m_signIn;
    closeRoom();
}

MainWindow* Shell::mainWindow() const
{
    return m_room ? m_room->window.get() : nullptr;
}

void Shell::start()
{
    const QString server = m_preferences.server();
    const QString login = m_preferences.login();
    if (server.isEmpty() || login.isEmpty()) {
        askSignIn(std::nullopt);
        return;
    }
    const QString address = server.contains(QStringLiteral("://")) ? server : QStringLiteral("https://") + server;
    auto opened = m_openDesk(QUrl(address), login);
    if (!opened) {
        askSignIn(opened.error());
        return;
    }
    m_resuming = std::move(*opened);
    m_task.start(
        m_resuming->lanes().store, [&session = m_resuming->session()](std::stop_token) { return session.resume(); },
        [this](const Done& done) { resumed(done); });
}

void Shell::resumed(const Done& done)
{
    auto desk = std::move(m_resuming);
    if (done) {
        openRoom(std::move(desk));
        return;
    }
    desk.reset(); // the profile is free for the sign-in
    const bool quiet = done.error().code == ErrorCode::SessionExpired;
    askSignIn(quiet ? std::nullopt : std::optional(done.error()));
}

void Shell::askSignIn(const std::optional<Error>& why)
{
    delete m_signIn;
    m_signIn = new SignInWindow(m_openDesk, m_preferences, m_language);
    m_signIn->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_signIn, &SignInWindow::signedIn, this, [this] {
        auto desk = m_signIn->takeDesk();
        m_signIn->deleteLater();
        m_signIn->hide();
        openRoom(std::move(desk));
    });
    connect(m_signIn, &QObject::destroyed, this, [this] {
        if (!m_room && !m_resuming)
            Q_EMIT finished();
    });
    if (why)
        m_signIn->showError(*why);
    m_signIn->show();
}

/// The session ended while the windows are open: they stay, a sign-in stands before them.
void Shell::askAgain()
{
    if (m_signIn) {
        m_signIn->raise();
        m_signIn->activateWindow();
        return;
    }
    m_signIn = new SignInWindow(m_openDesk, m_preferences, m_language);
    m_signIn->setAttribute(Qt::WA_DeleteOnClose);
    m_signIn->useDesk(*m_room->desk);
    connect(m_signIn, &SignInWindow::signedIn, this, [this] {
        m_signIn->close();
        m_room->desk->syncNow();
    });
    m_signIn->show();
}

void Shell::openRoom(std::unique_ptr<desk::Desk> desk)
{
    const auto takeZone = [&directory = desk->directory()] {
        if (const auto organisation = directory.organisation())
            useZone(organisation->zone);
    };
    takeZone();
    connect(desk.get(), &desk::Desk::directoryChanged, desk.get(), takeZone);
    m_room = std::make_unique<Room>(*this, std::move(desk));
    MainWindow* window = m_room->window.get();
    connect(window, &MainWindow::signOutWanted, this, &Shell::signOut);
    connect(window, &MainWindow::signInWanted, this, &Shell::askAgain);
    connect(window, &MainWindow::quitWanted, this, [this] {
        delete m_signIn;
        Q_EMIT finished();
    });
    window->show();
}

void Shell::closeRoom()
{
    m_task.cancel();
    m_room.reset();
}

void Shell::signOut()
{
    m_task.start(
        m_room->desk->lanes().network,
        [&session = m_room->desk->session()](std::stop_token stop) { return session.signOut(stop); },
        [this](const Done&) { // signed out here in any case; what waits stays in the profile
            const auto old = std::move(m_room);
            old->window->hide();
            askSignIn(std::nullopt);
        });
}

} // namespace diakinisi::ui
