#include "ui/register/number_panel.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/primary_button.h"
#include "ui/parts/translated.h"
#include "ui/register/paper_box.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace diakinisi::ui {

NumberPanel::NumberPanel(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_heading(new QLabel(this)),
      m_number(new QLabel(this)),
      m_advice(textLabel(this)),
      m_subject(textLabel(this)),
      m_paper(new PaperBox(context, this)),
      m_next(new PrimaryButton(this)),
      m_copy(new QPushButton(icon(QStringLiteral("copy")), QString(), this)),
      m_open(new QPushButton(icon(QStringLiteral("file")), QString(), this)),
      m_pages(new QPushButton(icon(QStringLiteral("undo")), QString(), this))
{
    scaleFont(m_heading, 1.2);
    scaleFont(m_number, 4.0, true);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    scaleFont(m_subject, 1.05, true);
    auto* column = new QVBoxLayout(this);
    margins(column, this, 6);
    column->setSpacing(gap(this) * 2);
    column->addStretch(1);
    for (QLabel* label : {m_heading, m_number, m_subject, m_advice}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addWidget(m_paper);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gap(this) * 2);
    buttons->addStretch(1);
    for (QPushButton* button : {m_next, m_copy, m_open, m_pages})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addSpacing(lines(this));
    column->addLayout(buttons);
    column->addStretch(2);
    m_next->setAutoDefault(true);
    connect(m_next, &QPushButton::clicked, this, &NumberPanel::next);
    connect(m_copy, &QPushButton::clicked, this, &NumberPanel::copy);
    connect(m_pages, &QPushButton::clicked, this, &NumberPanel::pagesWanted);
    m_pages->hide();
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT opened(m_outcome->document); });
    translated(this, [this] { retranslate(); });
}

void NumberPanel::show(const desk::RegistrationOutcome& outcome, const QString& subject, const QString& detail)
{
    const bool known = m_outcome && m_outcome->document == outcome.document && m_outcome->number;
    m_outcome = outcome;
    m_subjectText = subject;
    m_detail = detail;
    retranslate();
    if (!outcome.number)
        m_paper->clear();
    else if (!known)
        m_paper->show(outcome.document);
    QAccessibleEvent alert(m_number, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NumberPanel::offerPages(bool offered)
{
    m_pages->setVisible(offered);
}

void NumberPanel::focusNext()
{
    m_next->setFocus();
}

void NumberPanel::copy()
{
    if (m_outcome && m_outcome->number)
        QGuiApplication::clipboard()->setText(display(*m_outcome->number));
}

void NumberPanel::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    name(m_next, tr("Next"), tr("An empty form for the next one (Enter)"));
    name(m_copy, tr("Copy number"), tr("Put the number on the clipboard"));
    name(m_open, tr("Open"), tr("Open the document"));
    name(m_pages, tr("Pages again"), tr("Put the scanned pages back onto the table, for another document"));
    m_copy->setEnabled(m_outcome && m_outcome->number);
    m_subject->setText(m_subjectText);
    if (!m_outcome)
        return;
    if (m_outcome->number) {
        m_heading->setText(tr("Register number"));
        m_number->setText(display(*m_outcome->number));
        m_advice->setText(m_detail);
    } else if (m_outcome->state == domain::NumberState::Waiting) {
        m_heading->setText(tr("Kept on this desk"));
        m_number->setText(tr("waiting"));
        m_advice->setText(tr(
            "The number comes as soon as the server answers and is shown here. Nothing is lost; go on with the next."));
    } else {
        m_heading->setText(tr("Draft saved"));
        m_number->setText(tr("draft"));
        m_advice->setText(tr("It takes its number with the final signature. Open it to submit it for signature."));
    }
    m_number->setAccessibleName(m_heading->text() + u' ' + m_number->text());
}

} // namespace diakinisi::ui
