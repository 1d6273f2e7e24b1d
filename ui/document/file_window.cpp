#include "ui/document/file_window.h"

#include "ui/document/document_pages.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace diakinisi::ui {

FileWindow::FileWindow(const Context& context, const domain::FileRef& file, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_pages(new DocumentPages(context, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    for (const QKeySequence& keys : {QKeySequence(QKeySequence::Close), QKeySequence(Qt::Key_Escape)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_pages, &DocumentPages::startFind);
    translated(this, [this, name = file.name] {
        setWindowTitle(tr("The signed version: %1").arg(name));
        setAccessibleName(windowTitle());
    });
    resize(characters(this, 90), lines(this, 46));
    m_pages->showFile(file);
}

} // namespace diakinisi::ui
