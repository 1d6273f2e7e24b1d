#include "ui/shell/main_window.h"

#include "desk/directory.h"
#include "desk/session.h"
#include "ui/document/document_panel.h"
#include "ui/inbox/attention_page.h"
#include "ui/inbox/list_page.h"
#include "ui/inbox/list_view.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/translated.h"
#include "ui/parts/undo_bar.h"
#include "ui/register/register_page.h"
#include "ui/search/search_box.h"
#include "ui/shell/actions.h"
#include "ui/shell/expiry_notice.h"
#include "ui/shell/navigation.h"
#include "ui/shell/status_strip.h"

#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace diakinisi::ui {

MainWindow::MainWindow(const Context& context, QWidget* parent)
    : QMainWindow(parent),
      m_context(context),
      m_actions(new Actions(this, menuBar())),
      m_navigation(new Navigation(context, this)),
      m_list(new ListPage(context, this)),
      m_document(new DocumentPanel(context, this)),
      m_register(new RegisterPage(context, this)),
      m_attention(new AttentionPage(context, this)),
      m_status(new StatusStrip(context, this)),
      m_expiry(new ExpiryWatch(context, this))
{
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTopBar());
    m_bar = new MessageBar(centre);
    column->addWidget(m_bar);
    column->addWidget(makeWorkspace(), 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    m_undo = new UndoBar(centre);
    connectDeeds();
    connectPreferences();
    connectPages();
    connectActs();
    addNotices();
    translated(this, [this] { retranslate(); });
    restore();
    openList(desk::ListKind::ForAction);
}

QToolButton* MainWindow::topButton(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(action, &QAction::changed, button, [button, action] { button->setAccessibleName(action->text()); });
    button->setAccessibleName(action->text());
    return button;
}

QWidget* MainWindow::makeTopBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    margins(row, this, 1);
    row->setSpacing(gap(this));
    for (const Deed deed : {Deed::NewIncoming, Deed::NewCitizen, Deed::NewDraft, Deed::ScanPage})
        row->addWidget(topButton((*m_actions)[deed]));
    row->addStretch(1);
    m_search = new SearchBox(m_context, bar);
    m_search->setMinimumWidth(characters(this, 34));
    row->addWidget(m_search, 2);
    m_person = new QToolButton(bar);
    m_person->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_person->setIcon(icon(QStringLiteral("person")));
    m_person->setPopupMode(QToolButton::InstantPopup);
    m_person->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(m_person);
    menu->addActions({(*m_actions)[Deed::Settings], (*m_actions)[Deed::Keys], (*m_actions)[Deed::SignOut]});
    m_person->setMenu(menu);
    row->addWidget(m_person);
    return bar;
}

QWidget* MainWindow::makeWorkspace()
{
    m_workspace = new QSplitter(Qt::Horizontal, this);
    m_workspace->addWidget(m_list);
    m_workspace->addWidget(m_document);
    m_workspace->setStretchFactor(0, 2);
    m_workspace->setStretchFactor(1, 3);
    m_workspace->setChildrenCollapsible(false);
    m_workspace->setSizes({characters(this, 52), characters(this, 80)});
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_workspace);
    m_stack->addWidget(m_register);
    m_stack->addWidget(m_attention);
    m_outer = new QSplitter(Qt::Horizontal, this);
    m_outer->addWidget(m_navigation);
    m_outer->addWidget(m_stack);
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    m_outer->setCollapsible(1, false);
    m_outer->setSizes({characters(this, 31), characters(this, 130)});
    return m_outer;
}

/// What a certificate's end is about to spoil is said in the line below and where one looks for what needs one.
void MainWindow::addNotices()
{
    for (const bool below : {true, false}) {
        auto* notice = new ExpiryNotice(*m_expiry, this);
        if (below)
            m_status->addNotice(notice);
        else
            m_attention->addNotice(notice);
        connect(notice, &ExpiryNotice::opened, this, [this] { openSettings(true); });
    }
}

void MainWindow::restore()
{
    const Preferences& kept = m_context.preferences;
    if (!restoreGeometry(kept.state(QStringLiteral("window"))))
        resize(1280, 800);
    m_outer->restoreState(kept.state(QStringLiteral("outer")));
    m_workspace->restoreState(kept.state(QStringLiteral("workspace")));
    m_register->splitter()->restoreState(kept.state(QStringLiteral("register")));
    m_document->splitter()->restoreState(kept.state(QStringLiteral("document-split")));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_register->keepNow();
    Preferences& kept = m_context.preferences;
    kept.setState(QStringLiteral("window"), saveGeometry());
    kept.setState(QStringLiteral("outer"), m_outer->saveState());
    kept.setState(QStringLiteral("workspace"), m_workspace->saveState());
    kept.setState(QStringLiteral("register"), m_register->splitter()->saveState());
    kept.setState(QStringLiteral("document-split"), m_document->splitter()->saveState());
    QMainWindow::closeEvent(event);
    Q_EMIT quitWanted();
}

void MainWindow::showPlain(QWidget* page)
{
    m_register->keepNow();
    m_stack->setCurrentWidget(page);
    retranslate();
}

void MainWindow::openList(desk::ListKind kind)
{
    m_openedApart.reset();
    m_bar->clear();
    m_lastList = kind;
    if (m_navigation->current() != kind) {
        m_navigation->select(kind); // comes back here
        return;
    }
    if (kind == desk::ListKind::NeedsYou) {
        m_attention->read();
        showPlain(m_attention);
        return;
    }
    m_document->clear();
    m_list->open(kind);
    showPlain(m_workspace);
    m_list->view().setFocus();
}

void MainWindow::openRegister(RegisterMode mode)
{
    m_bar->clear();
    m_stack->setCurrentWidget(m_register);
    m_navigation->deselect();
    m_register->begin(mode);
    retranslate();
}

void MainWindow::openDocument(const domain::DocumentId& document)
{
    showPlain(m_workspace);
    if (m_navigation->current() != m_lastList && m_lastList != desk::ListKind::NeedsYou)
        openList(m_lastList);
    m_openedApart = document;
    m_list->select(document);
    m_document->show(document);
}

void MainWindow::showPerson()
{
    const auto organisation = m_context.desk.directory().organisation();
    const auto id = m_context.desk.session().person();
    const domain::Person* person = organisation && id ? organisation->person(*id) : nullptr;
    m_person->setText(person ? person->name : m_context.desk.session().login());
    m_person->setAccessibleName(tr("Signed in: %1").arg(m_person->text()));
    m_person->setToolTip(m_person->accessibleName());
}

void MainWindow::retranslate()
{
    const QString organisation = m_context.desk.session().organisationName();
    setWindowTitle(organisation.isEmpty() ? tr("Diakinisi") : tr("Diakinisi · %1").arg(organisation));
    setAccessibleName(windowTitle());
    showPerson();
    const bool form = m_stack->currentWidget() == m_register;
    for (const Deed deed : {Deed::MainAct, Deed::SameAsBefore, Deed::ChooseFile, Deed::Together})
        (*m_actions)[deed]->setEnabled(form);
    for (const Deed deed : {Deed::Reply, Deed::OpenWindow, Deed::Find, Deed::Filter})
        (*m_actions)[deed]->setEnabled(m_stack->currentWidget() == m_workspace);
}

} // namespace diakinisi::ui
