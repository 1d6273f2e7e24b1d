#include "ui/register/batch_grid.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/register/batch_delegate.h"
#include "ui/register/batch_model.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>

namespace diakinisi::ui {

BatchGrid::BatchGrid(const Context& context, BatchModel& model, QWidget* parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    auto* delegate = new BatchDelegate(context, model, this);
    setItemDelegate(delegate);
    connect(delegate, &BatchDelegate::entered, this, &BatchGrid::goDown);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                    QAbstractItemView::SelectedClicked);
    setTabKeyNavigation(true);
    setWordWrap(true);
    setAlternatingRowColors(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setIconSize(QSize(lines(this, 2.4), lines(this, 3.2)));
    verticalHeader()->setDefaultSectionSize(lines(this, 3.6));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->hide();
    auto* header = horizontalHeader();
    header->setStretchLastSection(false);
    for (const auto& [column, wide] : {std::pair(BatchModel::Document, 23),
                                       {BatchModel::Sender, 24},
                                       {BatchModel::TheirNumber, 13},
                                       {BatchModel::TheirDate, 17},
                                       {BatchModel::Kind, 17},
                                       {BatchModel::Charge, 18}})
        header->resizeSection(column, characters(this, wide));
    header->setSectionResizeMode(BatchModel::Subject, QHeaderView::Stretch);
    header->setSectionResizeMode(BatchModel::State, QHeaderView::Stretch);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& at) {
        if (at.column() == BatchModel::State)
            enter();
    });
    translated(this, [this] {
        setAccessibleName(tr("Documents to register"));
        for (auto* corner : findChildren<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly))
            corner->setAccessibleName(accessibleName());
        m_model.refresh();
        horizontalHeader()->viewport()->update();
    });
}

void BatchGrid::commit()
{
    QWidget* editor = state() == QAbstractItemView::EditingState ? indexWidget(currentIndex()) : nullptr;
    if (!editor)
        return;
    commitData(editor);
    closeEditor(editor, QAbstractItemDelegate::NoHint);
}

void BatchGrid::goDown()
{
    const QModelIndex below = currentIndex().siblingAtRow(currentIndex().row() + 1);
    if (below.isValid())
        setCurrentIndex(below);
}

void BatchGrid::copyDown()
{
    commit();
    const QModelIndex to = m_model.copyDown(currentIndex());
    if (to.isValid())
        setCurrentIndex(to);
}

void BatchGrid::enter()
{
    const desk::BatchRow* row = m_model.rowAt(currentIndex());
    if (!row)
        return;
    if (row->result.outcome)
        Q_EMIT opened(domain::DocumentId(row->result.outcome->document));
    else if (row->result.addedTo)
        Q_EMIT opened(domain::DocumentId(*row->result.addedTo));
    else if (currentIndex().flags().testFlag(Qt::ItemIsEditable))
        edit(currentIndex());
    else
        goDown();
}

/// Undo means the grid's last change here, not the window's last act.
bool BatchGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void BatchGrid::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::ControlModifier)
        copyDown();
    else if (event->matches(QKeySequence::Undo))
        m_model.undo();
    else if (event->key() == Qt::Key_Delete && plain)
        m_model.type(currentIndex(), {});
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain)
        enter();
    else
        QTableView::keyPressEvent(event);
}

void BatchGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT cellEntered(current);
}

/// From cell to cell, and out of the grid behind the last and before the first.
bool BatchGrid::focusNextPrevChild(bool next)
{
    const QModelIndex end = next ? m_model.index(m_model.rowCount() - 1, BatchModel::Columns - 1) : m_model.index(0, 0);
    if (currentIndex().isValid() && currentIndex() != end)
        return QTableView::focusNextPrevChild(next);
    return QWidget::focusNextPrevChild(next);
}

} // namespace diakinisi::ui
