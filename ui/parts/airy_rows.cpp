#include "ui/parts/airy_rows.h"

#include "ui/parts/metrics.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace diakinisi::ui {

namespace {

class AiryDelegate final : public QStyledItemDelegate
{
public:
    explicit AiryDelegate(QTreeView* view) : QStyledItemDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        const int text = m_view->wordWrap() && index.column() > 0 ? wrappedHeight(option, index) : 0;
        return {size.width(), qMax(size.height(), text) + gap(m_view) * 2};
    }

private:
    /// The view itself asks for one line only.
    int wrappedHeight(const QStyleOptionViewItem& option, const QModelIndex& index) const
    {
        const int picture = index.data(Qt::DecorationRole).isNull() ? 0 : option.decorationSize.width();
        const int width = m_view->columnWidth(index.column()) - picture - characters(m_view, 3);
        return option.fontMetrics
            .boundingRect(QRect(0, 0, qMax(1, width), 1 << 20), Qt::TextWordWrap, index.data().toString())
            .height();
    }

    QTreeView* m_view;
};

} // namespace

void setAiryRows(QTreeView* view)
{
    view->setItemDelegate(new AiryDelegate(view));
    // Later: while a section is being resized the rows must not be laid out.
    QObject::connect(
        view->header(), &QHeaderView::sectionResized, view,
        [view] {
            if (view->wordWrap())
                view->doItemsLayout();
        },
        Qt::QueuedConnection);
}

} // namespace diakinisi::ui
