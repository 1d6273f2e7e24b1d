#include "ui/document/act_bar.h"
#include "ui/document/act_runner.h"
#include "ui/document/document_pages.h"
#include "ui/document/document_panel.h"
#include "ui/document/document_window.h"
#include "ui/inbox/attention_page.h"
#include "ui/inbox/list_page.h"
#include "ui/inbox/list_view.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/page_cache.h"
#include "ui/parts/page_view.h"
#include "ui/parts/preferences.h"
#include "ui/parts/theme.h"
#include "ui/parts/undo_bar.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/register_page.h"
#include "ui/search/search_box.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shell/actions.h"
#include "ui/shell/key_hints.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigation.h"
#include "ui/shell/status_strip.h"
#include "ui/signing/signing_dialog.h"
#include "ui/texts/language.h"
#include "ui/texts/words.h"

#include <QStackedWidget>

// What the keys, menus and pages of the main window do.
namespace diakinisi::ui {

using domain::Act;

void MainWindow::connectDeeds()
{
    m_actions->on(Deed::NewIncoming, [this] { openRegister(RegisterMode::Incoming); });
    m_actions->on(Deed::NewCitizen, [this] { openRegister(RegisterMode::Citizen); });
    m_actions->on(Deed::NewDraft, [this] { openRegister(RegisterMode::Draft); });
    m_actions->on(Deed::ScanPage, [this] {
        if (m_stack->currentWidget() != m_register)
            openRegister(RegisterMode::Incoming);
        m_register->files().scan();
    });
    m_actions->on(Deed::ChooseFile, [this] { m_register->files().choose(); });
    m_actions->on(Deed::Together, [this] { m_register->openBatch(); });
    m_actions->on(Deed::MainAct, [this] { m_register->act(); });
    m_actions->on(Deed::SameAsBefore, [this] { m_register->sameAsBefore(); });
    m_actions->on(Deed::SignOut, [this] { Q_EMIT signOutWanted(); });
    m_actions->on(Deed::Quit, [this] { close(); });
    m_actions->on(Deed::Reply, [this] {
        if (const auto& view = m_document->document())
            m_document->begin(Act::Reply, {view->document.id});
    });
    m_actions->on(Deed::OpenWindow, [this] {
        if (const auto& view = m_document->document())
            openWindow(view->document.id);
    });
    m_actions->on(Deed::CopyIdentity, [this] { m_document->copyIdentity(); });
    m_actions->on(Deed::Undo, [this] { m_undo->undo(); });
    m_actions->on(Deed::Find, [this] { m_document->pages().startFind(); });
    m_actions->on(Deed::Filter, [this] { m_list->focusFilter(); });
    m_actions->on(Deed::Search, [this] { m_search->start(); });
    m_actions->on(Deed::GoToNumber, [this] { m_search->startNumber(); });
    m_actions->on(Deed::Refresh, [this] {
        m_context.desk.syncNow();
        m_list->model().reload();
    });
    m_actions->on(Deed::NextPane, [this] { focusPane(1); });
    m_actions->on(Deed::PreviousPane, [this] { focusPane(-1); });
    m_actions->on(Deed::Keys, [this] { showKeys(); });
}

void MainWindow::connectPreferences()
{
    const auto language = [this](Deed deed, const QString& code) {
        m_actions->on(deed, [this, code] {
            m_context.preferences.setLanguage(code);
            m_context.language.use(code);
        });
    };
    language(Deed::LanguageGreek, QStringLiteral("el"));
    language(Deed::LanguageEnglish, QStringLiteral("en"));
    const auto theme = [this](Deed deed, const QString& name) {
        m_actions->on(deed, [this, name] {
            m_context.preferences.setTheme(name);
            m_context.theme.use(name);
        });
    };
    theme(Deed::ThemeSystem, QStringLiteral("system"));
    theme(Deed::ThemeLight, QStringLiteral("light"));
    theme(Deed::ThemeDark, QStringLiteral("dark"));
    theme(Deed::ThemeContrast, QStringLiteral("contrast"));
    m_actions->on(Deed::Settings, [this] { openSettings(false); });
    m_actions->on(Deed::About, [this] { openSettings(false); });
}

void MainWindow::openSettings(bool device)
{
    auto* settings = new SettingsDialog(m_context, this);
    if (device)
        settings->showDevice();
    settings->open();
}

void MainWindow::connectPages()
{
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::openList);
    connect(m_list, &ListPage::currentDocument, this, [this](const std::optional<domain::DocumentId>& document) {
        if (document)
            m_document->show(*document);
        else if (!m_openedApart)
            m_document->clear();
    });
    connect(&m_list->view(), &ListView::letterAct, this, &MainWindow::letterAct);
    connect(&m_list->view(), &ListView::readOn, this, &MainWindow::readOn);
    connect(&m_list->view(), &ListView::readBack, this, [this] { m_document->pages().view().readBack(); });
    connect(&m_list->view(), &ListView::opened, this, &MainWindow::openWindow);
    connect(m_document, &DocumentPanel::formClosed, this, [this] { m_list->view().setFocus(); });
    connect(m_document, &DocumentPanel::signingWanted, this, &MainWindow::sign);
    connect(m_document, &DocumentPanel::replyWanted, this, [this](const desk::DocumentView& view) {
        openRegister(RegisterMode::Draft);
        m_register->beginReply(view);
    });
    connect(m_document, &DocumentPanel::shown, this, [this](const domain::DocumentId& document) {
        if (!m_document->document()->row.unread)
            return; // the mark is told as a change, and each change is shown again
        m_marking.start(
            m_context.desk.lanes().store,
            [&lists = m_context.desk.lists(), document](std::stop_token) { return lists.markRead(document, true); },
            [](const Done&) {});
    });
    connect(m_register, &RegisterPage::opened, this, &MainWindow::openDocument);
    connect(m_register, &RegisterPage::left, this, [this] { openList(m_lastList); });
    connect(m_attention, &AttentionPage::opened, this, &MainWindow::openDocument);
    connect(m_search, &SearchBox::chosen, this, &MainWindow::openDocument);
    connect(m_search, &SearchBox::closed, this, [this] { m_list->view().setFocus(); });
    connect(m_status, &StatusStrip::signInWanted, this, &MainWindow::signInWanted);
    connect(&m_context.desk, &desk::Desk::directoryChanged, this, &MainWindow::showPerson);
}

void MainWindow::connectActs()
{
    connect(&m_context.acts, &ActRunner::told, m_undo, &UndoBar::tell);
    connect(&m_context.acts, &ActRunner::failed, m_bar, &MessageBar::showError);
    connect(m_undo, &UndoBar::undoWanted, &m_context.acts, &ActRunner::undo);
}

/// A letter in the list acts on what is selected; Π also returns a charge where there is nothing to send back.
void MainWindow::letterAct(Act act)
{
    const auto& view = m_document->document();
    const auto selected = m_list->view().selectedDocuments();
    if (!view || selected.isEmpty())
        return;
    const auto possible = [&](Act wanted) {
        return std::find(view->acts.begin(), view->acts.end(), wanted) != view->acts.end();
    };
    if (act == Act::SendBack && !possible(act) && possible(Act::ReturnCharge))
        act = Act::ReturnCharge;
    if (!possible(act) && selected.size() == 1) {
        m_undo->tell(tr("Not possible now: %1").arg(actWord(act)), {}, 3);
        return;
    }
    m_document->begin(act, selected);
}

void MainWindow::readOn()
{
    if (!m_document->pages().view().readOn())
        goNext();
}

void MainWindow::goNext()
{
    const int next = m_list->view().currentIndex().row() + 1;
    if (next < m_list->model().rowCount())
        m_list->view().setCurrentIndex(m_list->model().index(next));
}

void MainWindow::focusPane(int step)
{
    const bool form = m_stack->currentWidget() == m_register;
    std::vector<QWidget*> panes{m_navigation};
    std::ranges::copy(form ? m_register->panes()
                           : std::vector<QWidget*>{&m_list->view(), &m_document->pages().view(), m_document->actBar()},
                      std::back_inserter(panes));
    const int count = static_cast<int>(panes.size());
    int at = -1;
    for (int i = 0; i < count; ++i)
        if (panes[static_cast<std::size_t>(i)]->hasFocus() ||
            panes[static_cast<std::size_t>(i)]->isAncestorOf(focusWidget()))
            at = i;
    QWidget* pane = panes[static_cast<std::size_t>((at + step + count) % count)];
    if (pane->focusPolicy() == Qt::NoFocus && pane->nextInFocusChain())
        for (QWidget* child : pane->findChildren<QWidget*>())
            if (child->isVisible() && child->isEnabled() && child->focusPolicy() & Qt::TabFocus) {
                pane = child;
                break;
            }
    pane->setFocus(Qt::TabFocusReason);
}

void MainWindow::sign(const QVector<domain::DocumentId>& documents)
{
    auto* dialog = new SigningDialog(m_context, documents, this);
    connect(dialog, &SigningDialog::finishedSigning, this, [this] { m_list->model().reload(); });
    dialog->open();
}

void MainWindow::openWindow(const domain::DocumentId& document)
{
    auto* window = new DocumentWindow(m_context, document, this);
    connect(&window->panel(), &DocumentPanel::signingWanted, this, &MainWindow::sign);
    connect(&window->panel(), &DocumentPanel::replyWanted, this, [this](const desk::DocumentView& view) {
        activateWindow();
        openRegister(RegisterMode::Draft);
        m_register->beginReply(view);
    });
    window->show();
}

void MainWindow::showKeys()
{
    const QWidget* page = m_stack->currentWidget();
    const auto place = page == m_register
                           ? m_register->showsBatch() ? KeyHints::Place::Together : KeyHints::Place::Register
                       : page == m_attention ? KeyHints::Place::Attention
                                             : KeyHints::Place::List;
    (new KeyHints(place, this))->open();
}

} // namespace diakinisi::ui
