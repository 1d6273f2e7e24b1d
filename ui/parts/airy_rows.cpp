#include "ui/parts/airy_rows.h"

#include "ui/parts/metrics.h"

#include <QAbstractItemView>
#include <QStyledItemDelegate>

namespace diakinisi::ui {

namespace {

class AiryDelegate final : public QStyledItemDelegate
{
public:
    explicit AiryDelegate(QAbstractItemView* view) : QStyledItemDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, gap(m_view) * 2);
    }

private:
    QAbstractItemView* m_view;
};

} // namespace

void setAiryRows(QAbstractItemView* view)
{
    view->setItemDelegate(new AiryDelegate(view));
}

} // namespace diakinisi::ui
