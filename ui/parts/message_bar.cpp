#include "ui/parts/message_bar.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/error_texts.h"

#include <QAccessible>
#include <QGridLayout>
#include <QPainter>
#include <QToolButton>

namespace diakinisi::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_heading(textLabel(this)),
      m_text(textLabel(this)),
      m_details(new QToolButton(this)),
      m_close(new QToolButton(this)),
      m_cause(textLabel(this))
{
    scaleFont(m_heading, 1.0, true);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_details->setAutoRaise(true);
    m_details->setCheckable(true);
    auto* grid = new QGridLayout(this);
    margins(grid, this, 2);
    grid->setHorizontalSpacing(gap(this));
    grid->setVerticalSpacing(gap(this) / 2);
    grid->addWidget(m_heading, 0, 0);
    grid->addWidget(m_details, 0, 1, Qt::AlignTop);
    grid->addWidget(m_close, 0, 2, Qt::AlignTop);
    grid->addWidget(m_text, 1, 0, 1, 3);
    grid->addWidget(m_cause, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_details, &QToolButton::toggled, m_cause, &QWidget::setVisible);
    translated(this, [this] { retranslate(); });
    clear();
}

void MessageBar::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return; // whoever asked for it knows
    m_error = error;
    m_remark = nullptr;
    m_details->setChecked(false);
    m_cause->hide();
    retranslate();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::showRemark(std::function<QString()> text)
{
    m_error.reset();
    m_remark = std::move(text);
    m_cause->hide();
    retranslate();
    show();
}

void MessageBar::clear()
{
    m_error.reset();
    m_remark = nullptr;
    hide();
}

void MessageBar::retranslate()
{
    m_close->setToolTip(tr("Close the message"));
    m_close->setAccessibleName(tr("Close the message"));
    m_details->setText(tr("Details"));
    m_details->setAccessibleName(tr("Technical details of the error"));
    if (m_error) {
        const ErrorText text = textOf(*m_error);
        m_heading->setText(text.what);
        m_text->setText(text.kept + u' ' + text.advice);
        m_cause->setText(
            QStringLiteral("%1 · %2 · %3").arg(errorWord(m_error->code), m_error->subject, m_error->cause));
    } else if (m_remark) {
        m_heading->setText(m_remark());
    }
    m_text->setVisible(m_error.has_value());
    m_details->setVisible(m_error.has_value() && !(m_error->cause.isEmpty() && m_error->subject.isEmpty()));
    setAccessibleName(m_heading->text());
    setAccessibleDescription(m_text->text());
}

void MessageBar::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    const QColor colour = m_error ? Theme::alarm(palette()) : palette().color(QPalette::Highlight);
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    QColor tint = colour;
    tint.setAlpha(22);
    painter.fillRect(rect(), tint);
    painter.fillRect(QRect(0, 0, qMax(3, gap(this) / 2), height()), colour);
}

} // namespace diakinisi::ui
