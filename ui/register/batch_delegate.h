#pragma once
#include "ui/parts/context.h"

#include <QStyledItemDelegate>

namespace diakinisi::ui {

class BatchModel;

/// The fields in which a cell of the grid is typed: the same as those of the form, with what they offer.
class BatchDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    BatchDelegate(const Context& context, BatchModel& model, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

Q_SIGNALS:
    void entered(); ///< the cell was ended with Enter

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Context m_context;
    BatchModel& m_model;
};

} // namespace diakinisi::ui
