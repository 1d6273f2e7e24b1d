#include "ui/document/act_form.h"

#include "desk/directory.h"
#include "ui/parts/date_field.h"
#include "ui/parts/metrics.h"
#include "ui/parts/primary_button.h"
#include "ui/parts/target_field.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace diakinisi::ui {

ActForm::ActForm(QWidget* parent)
    : QFrame(parent),
      m_heading(new QLabel(this)),
      m_body(new QVBoxLayout),
      m_go(new PrimaryButton(this)),
      m_cancel(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    scaleFont(m_heading, 1.0, true);
    auto* column = new QVBoxLayout(this);
    margins(column, this, 2);
    column->setSpacing(gap(this));
    column->addWidget(m_heading);
    column->addLayout(m_body);
    m_body->setSpacing(gap(this));
    connect(m_go, &QPushButton::clicked, this, &ActForm::accept);
    connect(m_cancel, &QPushButton::clicked, this, &ActForm::cancelled);
}

void ActForm::finish()
{
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gap(this));
    buttons->addWidget(m_go);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(buttons);
    m_go->raise(); // after the fields in the order of children, so also of the Tab key
    m_cancel->raise();
    QWidget* last = m_go;
    for (QWidget* field : findChildren<QWidget*>())
        if (field != m_go && field != m_cancel && field->focusPolicy() & Qt::TabFocus && !field->focusProxy())
            last = field;
    setTabOrder(last, m_go);
    setTabOrder(m_go, m_cancel);
}

void ActForm::setWords(const QString& heading, const QString& go)
{
    m_heading->setText(heading);
    setAccessibleName(heading);
    m_go->setText(go);
    m_go->setAccessibleName(go);
    m_go->setToolTip(go + QStringLiteral(" (Ctrl+Enter)"));
    m_cancel->setText(tr("Close"));
    m_cancel->setToolTip(tr("Close without doing it (Esc)"));
    m_cancel->setAccessibleName(tr("Close without doing it"));
}

void ActForm::setReady(bool ready)
{
    m_go->setEnabled(ready);
}

bool ActForm::isReady() const
{
    return m_go->isEnabled();
}

void ActForm::accept()
{
    if (isReady())
        Q_EMIT accepted();
}

void ActForm::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (enter)
        accept();
    else
        QFrame::keyPressEvent(event);
}

ReasonForm::ReasonForm(domain::Act act, bool required, const QString& kept, QWidget* parent)
    : ActForm(parent),
      m_act(act),
      m_required(required),
      m_text(new QPlainTextEdit(kept, this))
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(lines(this, 3.6));
    body()->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { setReady(!m_required || !text().isEmpty()); });
    finish();
    translated(this, [this] {
        setWords(actHint(m_act), actWord(m_act));
        m_text->setAccessibleName(m_act == domain::Act::AddNote ? tr("Note") : tr("Reason"));
        m_text->setPlaceholderText(m_required ? tr("Write in a few words; it stays in the history")
                                              : tr("Optional: how it was settled"));
        setReady(!m_required || !text().isEmpty());
    });
}

QString ReasonForm::text() const
{
    return m_text->toPlainText().trimmed();
}

void ReasonForm::focusFirst()
{
    m_text->setFocus();
    m_text->moveCursor(QTextCursor::End);
}

ChargeForm::ChargeForm(const Context& context, QWidget* parent)
    : ActForm(parent),
      m_context(context),
      m_target(new TargetField(context, TargetField::Of::UnitsAndPersons, this)),
      m_purpose(new QComboBox(this)),
      m_due(new DateField(localDay(context.clock.now()), this)),
      m_note(new QLineEdit(this))
{
    m_purpose->addItems({QString(), QString(), QString()});
    auto* first = new QHBoxLayout;
    first->addWidget(m_target, 3);
    first->addWidget(m_purpose, 1);
    first->addWidget(m_due, 1);
    body()->addLayout(first);
    body()->addWidget(m_note);
    connect(m_target, &TargetField::targetChanged, this, [this] { setReady(m_target->target().has_value()); });
    finish();
    translated(this, [this] {
        setWords(actHint(domain::Act::Charge), actWord(domain::Act::Charge));
        m_target->setAccessibleName(tr("To whom"));
        m_purpose->setAccessibleName(tr("Purpose of the charge"));
        m_due->setAccessibleName(tr("Due date"));
        m_due->setPlaceholderText(tr("due d/m/y"));
        m_note->setAccessibleName(tr("Note to the receiver"));
        m_note->setPlaceholderText(tr("Note to the receiver"));
        for (int i = 0; i < 3; ++i)
            m_purpose->setItemText(i, purposeWord(static_cast<domain::Purpose>(i)));
        setReady(m_target->target().has_value());
    });
}

desk::FormCharge ChargeForm::charge() const
{
    desk::FormCharge charge;
    if (const auto& target = m_target->target()) {
        charge.unit = target->unit;
        charge.person = target->person;
    }
    charge.purpose = static_cast<domain::Purpose>(m_purpose->currentIndex());
    charge.note = m_note->text().trimmed();
    charge.dueDate = m_due->iso();
    return charge;
}

void ChargeForm::noteChosen()
{
    if (const auto& target = m_target->target())
        m_context.desk.directory().noteChosen(*target);
}

void ChargeForm::focusFirst()
{
    m_target->setFocus();
    m_target->offerNow();
}

} // namespace diakinisi::ui
