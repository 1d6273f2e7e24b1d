#include "ui/document/document_window.h"

#include "ui/document/document_pages.h"
#include "ui/document/document_panel.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace diakinisi::ui {

DocumentWindow::DocumentWindow(const Context& context, const domain::DocumentId& document, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_context(context),
      m_panel(new DocumentPanel(context, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    addKeys();
    connect(m_panel, &DocumentPanel::shown, this, &DocumentWindow::retitle);
    translated(this, [this] { retitle(); });
    if (!restoreGeometry(context.preferences.state(QStringLiteral("document"))))
        resize(characters(this, 110), lines(this, 48));
    m_panel->show(document);
}

void DocumentWindow::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    key(QKeySequence::Close, [this] { close(); });
    key(QKeySequence::Find, [this] { m_panel->pages().startFind(); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { m_panel->copyIdentity(); });
}

void DocumentWindow::retitle()
{
    const auto& view = m_panel->document();
    setWindowTitle(view ? identityLine(view->row) : tr("Document"));
    setAccessibleName(windowTitle());
}

void DocumentWindow::closeEvent(QCloseEvent* event)
{
    m_context.preferences.setState(QStringLiteral("document"), saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace diakinisi::ui
