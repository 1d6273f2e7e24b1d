#pragma once
#include <QFontMetrics>
#include <QLabel>
#include <QLayout>
#include <QWidget>

/// Sizes as multiples of the font, so that everything grows with it: no pixel constants for text.
namespace diakinisi::ui {

/// The height of a line of the widget's font, times `lines`.
inline int lines(const QWidget* widget, double count = 1)
{
    return qRound(widget->fontMetrics().height() * count);
}

/// As wide as so many average characters.
inline int characters(const QWidget* widget, int count)
{
    return widget->fontMetrics().averageCharWidth() * count;
}

/// A small, quiet gap: a third of a line.
inline int gap(const QWidget* widget)
{
    return qMax(3, lines(widget) / 3);
}

/// Makes the label's font larger (or smaller) by a factor, and bold where wanted.
inline void scaleFont(QWidget* widget, double factor, bool bold = false)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    widget->setFont(font);
}

/// Margins of the layout: none, or so many gaps on each side.
inline void margins(QLayout* layout, const QWidget* widget, int gaps)
{
    const int wide = gap(widget) * gaps;
    layout->setContentsMargins(wide, wide, wide, wide);
}

/// A label that may break its line and can be read with the keyboard and copied.
inline QLabel* textLabel(QWidget* parent = nullptr)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace diakinisi::ui
