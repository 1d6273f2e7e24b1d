#pragma once
#include "desk/document_lists.h"
#include "ui/parts/context.h"
#include "ui/register/register_mode.h"

#include <QMainWindow>

class QSplitter;
class QStackedWidget;
class QToolButton;

namespace diakinisi::ui {

class Actions;
class AttentionPage;
class DocumentPanel;
class ExpiryWatch;
class ListPage;
class MessageBar;
class Navigation;
class RegisterPage;
class SearchBox;
class StatusStrip;
class UndoBar;

/// The one window: navigation, list, document; or the registration form in their place.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Context& context, QWidget* parent = nullptr);

    void openList(desk::ListKind kind);
    void openRegister(RegisterMode mode);
    /// Shows the document in the list's right side, whatever list it is in.
    void openDocument(const domain::DocumentId& document);
    void sign(const QVector<domain::DocumentId>& documents);

    Actions& actions() { return *m_actions; }
    ListPage& listPage() { return *m_list; }
    DocumentPanel& documentPanel() { return *m_document; }
    RegisterPage& registerPage() { return *m_register; }
    AttentionPage& attentionPage() { return *m_attention; }
    SearchBox& searchBox() { return *m_search; }
    Navigation& navigation() { return *m_navigation; }
    ExpiryWatch& expiryWatch() { return *m_expiry; }

Q_SIGNALS:
    void signOutWanted();
    void signInWanted();
    void quitWanted();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* makeTopBar();
    QWidget* makeWorkspace();
    QToolButton* topButton(QAction* action);
    void connectDeeds();
    void connectPreferences();
    void connectPages();
    void connectActs();
    void addNotices();
    void openSettings(bool device);
    void restore();
    void retranslate();
    void showPlain(QWidget* page);
    void letterAct(domain::Act act);
    void readOn();
    void goNext();
    void focusPane(int step);
    void openWindow(const domain::DocumentId& document);
    void showKeys();
    void showPerson();

    Context m_context;
    Actions* m_actions;
    Navigation* m_navigation;
    ListPage* m_list;
    DocumentPanel* m_document;
    RegisterPage* m_register;
    AttentionPage* m_attention;
    StatusStrip* m_status;
    ExpiryWatch* m_expiry;
    SearchBox* m_search = nullptr;
    QToolButton* m_person = nullptr;
    MessageBar* m_bar = nullptr;
    QSplitter* m_outer = nullptr;
    QSplitter* m_workspace = nullptr;
    QStackedWidget* m_stack = nullptr;
    UndoBar* m_undo = nullptr;
    desk::ListKind m_lastList = desk::ListKind::ForAction;
    std::optional<domain::DocumentId> m_openedApart; ///< shown though it is not in the list
    Task<Done> m_marking;
};

} // namespace diakinisi::ui
