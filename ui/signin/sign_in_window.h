#pragma once
#include "desk/desk.h"
#include "desk/session.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace diakinisi::ui {

class BusyLine;
class Language;
class MessageBar;
class Preferences;

/// Opens the profile of this person at this server.
using OpenDesk = std::function<Result<std::unique_ptr<desk::Desk>>(const QUrl& server, const QString& login)>;

/// Server, name and password; the server's certificate is shown by its fingerprint before anything is sent to a server
/// that this desk does not know yet.
class SignInWindow : public QWidget
{
    Q_OBJECT

public:
    SignInWindow(OpenDesk openDesk, Preferences& preferences, Language& language, QWidget* parent = nullptr);
    ~SignInWindow() override;

    /// Signs in again at a desk that is open already (the session ended); server and name stand fast.
    void useDesk(desk::Desk& desk);
    void showError(const Error& error);
    /// The desk that was signed in, once `signedIn` was told; nothing where it was given with useDesk.
    std::unique_ptr<desk::Desk> takeDesk();

Q_SIGNALS:
    void signedIn();

private:
    QWidget* makeFields();
    QWidget* makeTrust();
    void begin();
    bool openProfile();
    void look();
    void looked(const Result<desk::ServerIdentity>& server);
    void trust();
    void signIn();
    void setBusy(bool busy);
    QUrl server() const;
    void retranslate();

    OpenDesk m_openDesk;
    Preferences& m_preferences;
    Language& m_language;
    std::unique_ptr<desk::Desk> m_own;
    desk::Desk* m_desk = nullptr;
    QStackedWidget* m_stack;
    QLabel* m_title;
    QLabel* m_subtitle;
    MessageBar* m_bar;
    BusyLine* m_busy;
    QComboBox* m_languages;
    QLabel* m_serverLabel = nullptr;
    QLineEdit* m_server = nullptr;
    QLabel* m_loginLabel = nullptr;
    QLineEdit* m_login = nullptr;
    QLabel* m_passwordLabel = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_go = nullptr;
    QLabel* m_trustHeading = nullptr;
    QLabel* m_trustText = nullptr;
    QLabel* m_fingerprint = nullptr;
    QPushButton* m_trust = nullptr;
    QPushButton* m_distrust = nullptr;
    std::optional<desk::ServerIdentity> m_identity;
    Task<Result<desk::ServerIdentity>> m_looking;
    Task<Done> m_signing;
};

} // namespace diakinisi::ui
