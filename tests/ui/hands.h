#pragma once
#include <QTest>
#include <QWidget>

/// What a person does at a window, for tests.
namespace diakinisi::tests {

/// Types text that need not be on a Latin keyboard.
inline void type(QWidget* widget, const QString& text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

/// The widget of this class whose accessible name is so, in the language of the moment; null when there is none.
template <class Widget>
Widget* named(QWidget& window, const QString& name)
{
    for (Widget* widget : window.findChildren<Widget*>())
        if (widget->accessibleName() == name && widget->isVisibleTo(&window))
            return widget;
    return nullptr;
}

} // namespace diakinisi::tests
