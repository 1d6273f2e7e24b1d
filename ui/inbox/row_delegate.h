#pragma once
#include "desk/rows.h"

#include <QStyledItemDelegate>

namespace diakinisi::ui {

class ListModel;

/// Two lines a document: number and subject; from whom to which unit, and when it is due. Bold while unread, red only
/// when late. The first of a day carries the day as a heading.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(const ListModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Colours {
        QColor text, quiet, alarm;
    };

    int headingHeight(const QFontMetrics& metrics) const { return metrics.height() * 7 / 4; }
    void paintHeading(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option, int row) const;
    int paintMarks(QPainter* painter, const QRect& line, const QStyleOptionViewItem& option,
                   const desk::DocumentRow& row) const;
    void paintFirst(QPainter* painter, const QRect& line, const QStyleOptionViewItem& option, const Colours& colours,
                    const desk::DocumentRow& row) const;
    void paintSecond(QPainter* painter, const QRect& line, const QStyleOptionViewItem& option, const Colours& colours,
                     const desk::DocumentRow& row) const;

    const ListModel& m_model;
};

} // namespace diakinisi::ui
