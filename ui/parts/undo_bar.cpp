#include "ui/parts/undo_bar.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace diakinisi::ui {

UndoBar::UndoBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)), m_undo(new QPushButton(this))
{
    m_undo->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    margins(row, this, 2);
    row->setSpacing(gap(this) * 3);
    row->addWidget(m_text);
    row->addWidget(m_undo);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undo);
    translated(this, [this] {
        m_undo->setText(tr("Undo"));
        m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
        m_undo->setAccessibleName(tr("Undo"));
    });
    parent->installEventFilter(this);
    hide();
}

void UndoBar::tell(const QString& text, std::vector<domain::CommandId> commands, int seconds)
{
    m_commands = std::move(commands);
    m_text->setText(text);
    setAccessibleName(text);
    m_undo->setVisible(!m_commands.empty());
    layout()->activate();
    place();
    show();
    raise();
    m_timer.start(seconds * 1000);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void UndoBar::undo()
{
    if (!canUndo())
        return;
    const auto commands = std::exchange(m_commands, {});
    hide();
    Q_EMIT undoWanted(commands);
}

bool UndoBar::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return false;
}

void UndoBar::place()
{
    adjustSize();
    const QRect around = parentWidget()->rect();
    move((around.width() - width()) / 2, around.height() - height() - lines(this, 2.5));
}

void UndoBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), gap(this), gap(this));
}

} // namespace diakinisi::ui
