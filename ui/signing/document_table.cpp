#include "ui/signing/document_table.h"

#include "ui/parts/metrics.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace diakinisi::ui {

namespace {

/// As high as the text needs in its column's width; the view itself asks for one line only.
class WrappingDelegate final : public QStyledItemDelegate
{
public:
    explicit WrappingDelegate(DocumentTable* table) : QStyledItemDelegate(table), m_table(table) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        if (index.column() == 0)
            return size;
        const int picture = index.data(Qt::DecorationRole).isNull() ? 0 : option.decorationSize.width();
        const int width = m_table->columnWidth(index.column()) - picture - characters(m_table, 3);
        const QRect text = option.fontMetrics.boundingRect(QRect(0, 0, qMax(1, width), 1 << 20), Qt::TextWordWrap,
                                                           index.data().toString());
        size.setHeight(qMax(size.height(), text.height() + gap(m_table)));
        return size;
    }

private:
    DocumentTable* m_table;
};

} // namespace

DocumentTable::DocumentTable(QWidget* parent) : QTreeWidget(parent)
{
    setRootIsDecorated(false);
    setColumnCount(3);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setWordWrap(true);
    setItemDelegate(new WrappingDelegate(this));
    setMinimumSize(characters(this, 60), lines(this, 8));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
    header()->setSectionResizeMode(2, QHeaderView::Stretch);
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
}

} // namespace diakinisi::ui
