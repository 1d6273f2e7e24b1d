#include "ui/parts/airy_rows.h"

#include "ui/parts/metrics.h"

#include <QHeaderView>
#include <QStyle>
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
        const int text = m_view->wordWrap() ? wrappedHeight(option, index) : 0;
        return {size.width(), qMax(size.height(), text) + gap(m_view) * 2};
    }

private:
    /// The view itself asks for one line only. Margins as QCommonStyle lays them around each part of a cell.
    int wrappedHeight(const QStyleOptionViewItem& option, const QModelIndex& index) const
    {
        const int margin = 2 * (m_view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_view) + 1);
        int width = m_view->columnWidth(index.column()) - margin;
        if (!index.data(Qt::DecorationRole).isNull())
            width -= option.decorationSize.width() + margin;
        if (!index.data(Qt::CheckStateRole).isNull())
            width -= m_view->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, m_view) + margin;
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
