#include "ui/inbox/row_delegate.h"

#include "ui/inbox/list_model.h"
#include "ui/parts/icons.h"
#include "ui/parts/theme.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QPainter>

namespace diakinisi::ui {

RowDelegate::RowDelegate(const ListModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(option.font);
    const int row = metrics.height() * 2 + metrics.height() * 4 / 5;
    return {metrics.averageCharWidth() * 30, row + (m_model.startsDay(index.row()) ? headingHeight(metrics) : 0)};
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    painter->save();
    const desk::DocumentRow& row = m_model.row(index.row());
    QRect rect = option.rect;
    if (m_model.startsDay(index.row())) {
        QRect heading = rect;
        heading.setHeight(headingHeight(option.fontMetrics));
        paintHeading(painter, heading, option, index.row());
        rect.setTop(heading.bottom() + 1);
    }
    const bool selected = option.state & QStyle::State_Selected;
    const QPalette::ColorGroup group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    if (selected)
        painter->fillRect(rect, option.palette.color(group, QPalette::Highlight));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(rect, option.palette.color(QPalette::AlternateBase));
    Colours colours{option.palette.color(QPalette::Text), Theme::quiet(option.palette), Theme::alarm(option.palette)};
    if (selected)
        colours.text = colours.quiet = colours.alarm = option.palette.color(group, QPalette::HighlightedText);
    const int pad = option.fontMetrics.height() * 2 / 5;
    const int line = option.fontMetrics.height();
    const int mark = option.fontMetrics.height() / 2;
    if (row.unread) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? colours.text : option.palette.color(QPalette::Highlight));
        painter->drawEllipse(QRect(rect.left() + pad / 2, rect.top() + pad + line / 2 - mark / 2, mark, mark));
    }
    const QRect inner = rect.adjusted(pad + mark, pad, -pad, -pad);
    paintFirst(painter, QRect(inner.topLeft(), QSize(inner.width(), line)), option, colours, row);
    paintSecond(painter, QRect(inner.left(), inner.top() + line, inner.width(), line), option, colours, row);
    painter->setPen(option.palette.color(QPalette::AlternateBase).darker(104));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(selected ? colours.text : option.palette.color(QPalette::Highlight), 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

void RowDelegate::paintHeading(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option, int row) const
{
    QFont font = option.font;
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    painter->fillRect(rect, option.palette.color(QPalette::AlternateBase));
    painter->setFont(font);
    painter->setPen(Theme::quiet(option.palette));
    const int pad = option.fontMetrics.height() * 2 / 5;
    const QString text = dayHeading(QDate::fromString(m_model.row(row).localDate, Qt::ISODate), m_model.today());
    painter->drawText(rect.adjusted(pad, 0, -pad, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
}

/// Small marks at the right end of the first line; their width.
int RowDelegate::paintMarks(QPainter* painter, const QRect& line, const QStyleOptionViewItem& option,
                            const desk::DocumentRow& row) const
{
    QStringList marks;
    if (row.waiting > 0)
        marks << QStringLiteral("waiting");
    if (row.restricted)
        marks << QStringLiteral("lock");
    if (row.hasSignature)
        marks << QStringLiteral("sign");
    const int side = line.height() * 4 / 5;
    int x = line.right();
    const auto mode = option.state & QStyle::State_Selected ? QIcon::Selected : QIcon::Normal;
    for (const QString& mark : marks) {
        x -= side;
        icon(mark).paint(painter, QRect(x, line.top() + (line.height() - side) / 2, side, side), Qt::AlignCenter, mode);
        x -= side / 4;
    }
    return line.right() - x;
}

void RowDelegate::paintFirst(QPainter* painter, const QRect& line, const QStyleOptionViewItem& option,
                             const Colours& colours, const desk::DocumentRow& row) const
{
    const int marks = paintMarks(painter, line, option, row);
    QFont font = option.font;
    font.setBold(row.unread);
    QFont number = font;
    number.setStrikeOut(row.cancelled);
    const QString text = numberText(row);
    const int wide = QFontMetrics(number).horizontalAdvance(text);
    painter->setFont(number);
    painter->setPen(row.number ? colours.text : colours.quiet);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, text);
    const QRect rest = line.adjusted(wide + line.height() * 3 / 5, 0, -marks, 0);
    painter->setFont(font);
    painter->setPen(colours.text);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(subjectText(row), Qt::ElideRight, rest.width()));
}

void RowDelegate::paintSecond(QPainter* painter, const QRect& line, const QStyleOptionViewItem& option,
                              const Colours& colours, const desk::DocumentRow& row) const
{
    QString due = dueWords(row.dueDate, m_model.today());
    if (due.isEmpty() && row.numberState == domain::NumberState::Cancelled)
        due = numberStateWord(row.numberState);
    const int wide = option.fontMetrics.horizontalAdvance(due);
    painter->setFont(option.font);
    painter->setPen(row.late ? colours.alarm : colours.quiet);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, due);
    const QRect rest = line.adjusted(0, 0, wide == 0 ? 0 : -wide - line.height() / 2, 0);
    QString to = row.unitCode;
    if (!row.holder.isEmpty())
        to = to.isEmpty() ? row.holder : QStringLiteral("%1, %2").arg(to, row.holder);
    // The unit matters more than the end of a long name.
    const QString arrow = to.isEmpty() ? QString() : QStringLiteral(" → ") + to;
    const int most = qMax(rest.width() / 3, rest.width() - option.fontMetrics.horizontalAdvance(arrow));
    const QString from = option.fontMetrics.elidedText(row.parties, Qt::ElideRight, most);
    painter->setPen(colours.quiet);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(from + arrow, Qt::ElideRight, rest.width()));
}

} // namespace diakinisi::ui
