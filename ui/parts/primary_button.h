#pragma once
#include <QEvent>
#include <QPushButton>

namespace diakinisi::ui {

/// The one button of a page that does what one came for: in the accent colour, through the palette.
class PrimaryButton : public QPushButton
{
    Q_OBJECT

public:
    explicit PrimaryButton(QWidget* parent = nullptr) : QPushButton(parent)
    {
        QFont bold = font();
        bold.setBold(true);
        setFont(bold);
        colour();
    }

    QSize sizeHint() const override
    {
        return QPushButton::sizeHint() + QSize(fontMetrics().averageCharWidth() * 4, fontMetrics().height() / 4);
    }

protected:
    void changeEvent(QEvent* event) override
    {
        QPushButton::changeEvent(event);
        if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::EnabledChange)
            colour();
    }

private:
    void colour()
    {
        const QPalette all = parentWidget() ? parentWidget()->palette() : palette();
        QPalette own;
        if (isEnabled()) {
            // The style lightens a button's ground; darker here, so that the text keeps its contrast.
            const QColor ink = all.color(QPalette::Active, QPalette::HighlightedText);
            const QColor accent = all.color(QPalette::Active, QPalette::Highlight);
            own.setColor(QPalette::Button, ink.lightness() > accent.lightness() ? accent.darker(135) : accent);
            own.setColor(QPalette::ButtonText, ink);
        }
        setPalette(own);
    }
};

} // namespace diakinisi::ui
