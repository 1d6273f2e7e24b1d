#include "ui/register/batch_delegate.h"

#include "desk/directory.h"
#include "ui/parts/date_field.h"
#include "ui/parts/target_field.h"
#include "ui/register/batch_model.h"
#include "ui/texts/format.h"

#include <QKeyEvent>

namespace diakinisi::ui {

BatchDelegate::BatchDelegate(const Context& context, BatchModel& model, QObject* parent)
    : QStyledItemDelegate(parent),
      m_context(context),
      m_model(model)
{
}

QWidget* BatchDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    QLineEdit* editor = nullptr;
    if (index.column() == BatchModel::Sender)
        editor = new PartyField(m_context, parent);
    else if (index.column() == BatchModel::Charge)
        editor = new TargetField(m_context, TargetField::Of::UnitsAndPersons, parent);
    else if (index.column() == BatchModel::TheirDate)
        editor = new DateField(localDay(m_context.clock.now()), parent);
    else
        editor = new QLineEdit(parent);
    editor->setAutoFillBackground(true);
    editor->setAccessibleName(m_model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    return editor;
}

void BatchDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* line = static_cast<QLineEdit*>(editor);
    if (line->isModified())
        return; // the grid may be shown anew while somebody types
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* ahead = qobject_cast<TypeAhead*>(editor))
        ahead->setChosen(text, std::nullopt);
    else
        line->setText(text);
}

void BatchDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    const auto* line = static_cast<QLineEdit*>(editor);
    const QString text = line->text().simplified();
    if (text == index.data(Qt::EditRole).toString())
        return;
    desk::BatchValue value;
    if (const auto* target = qobject_cast<TargetField*>(editor)) {
        if (const auto& chosen = target->target()) {
            value.charge = desk::SuggestedCharge{chosen->unit, chosen->person, domain::Purpose::Action};
            m_context.desk.directory().noteChosen(*chosen);
        } else if (!text.isEmpty()) {
            return; // letters that lead to nobody
        }
    } else if (const auto* date = qobject_cast<DateField*>(editor)) {
        value.text = date->isAcceptable() ? date->iso() : text;
    } else {
        value.text = text;
    }
    m_model.type(index, value);
}

/// The marks are as high as the words beside them; only the document's picture is larger.
void BatchDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != BatchModel::Document)
        option->decorationSize = QSize(1, 1) * option->fontMetrics.height();
}

/// A line high, whatever the row's height.
void BatchDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    QRect room = option.rect;
    room.setHeight(qMin(room.height(), editor->sizeHint().height()));
    room.moveCenter(option.rect.center());
    editor->setGeometry(room);
}

/// Tab and Enter take what type-ahead offers, then end the cell; Esc closes the list of offers before the cell.
bool BatchDelegate::eventFilter(QObject* watched, QEvent* event)
{
    auto* editor = qobject_cast<QLineEdit*>(watched);
    if (!editor || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    auto* ahead = qobject_cast<TypeAhead*>(editor);
    if (ahead && ahead->offering()) {
        if (key == Qt::Key_Escape)
            return false;
        if (enter || key == Qt::Key_Tab)
            ahead->takeOffered();
    }
    const auto modifiers = static_cast<QKeyEvent*>(event)->modifiers();
    if (!enter || modifiers.testFlag(Qt::ControlModifier))
        return QStyledItemDelegate::eventFilter(watched, event);
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor);
    Q_EMIT entered();
    return true;
}

} // namespace diakinisi::ui
