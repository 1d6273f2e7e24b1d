#include "ui/register/batch_common.h"

#include "ui/parts/metrics.h"
#include "ui/parts/target_field.h"
#include "ui/parts/translated.h"

namespace diakinisi::ui {

using desk::BatchField;

BatchCommon::BatchCommon(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_heading(new QLabel(this)),
      m_kindLabel(new QLabel(this)),
      m_kind(new QLineEdit(this)),
      m_chargeLabel(new QLabel(this)),
      m_charge(new TargetField(context, TargetField::Of::UnitsAndPersons, this))
{
    m_kindLabel->setBuddy(m_kind);
    m_chargeLabel->setBuddy(m_charge);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap(this) * 2);
    row->addWidget(m_heading);
    row->addWidget(m_kindLabel);
    row->addWidget(m_kind, 1);
    row->addWidget(m_chargeLabel);
    row->addWidget(m_charge, 2);
    connect(m_kind, &QLineEdit::editingFinished, this,
            [this] { Q_EMIT changed(BatchField::Kind, {m_kind->text().simplified()}); });
    connect(m_charge, &TargetField::targetChanged, this, [this] {
        if (m_showing)
            return;
        desk::BatchValue value;
        if (const auto& target = m_charge->target()) {
            value.charge = desk::SuggestedCharge{target->unit, target->person, domain::Purpose::Action};
            m_context.desk.directory().noteChosen(*target);
        }
        Q_EMIT changed(BatchField::Charge, value);
    });
    translated(this, [this] { retranslate(); });
}

void BatchCommon::show(const desk::RegistrationBatch& batch)
{
    m_showing = true;
    if (!m_kind->hasFocus())
        m_kind->setText(batch.common(BatchField::Kind).text);
    if (!m_charge->hasFocus()) {
        const auto charge = batch.common(BatchField::Charge).charge;
        m_charge->setTarget(charge ? charge->unit : std::nullopt, charge ? charge->person : std::nullopt);
    }
    m_showing = false;
}

void BatchCommon::focusCharge()
{
    m_charge->setFocus(Qt::OtherFocusReason);
}

void BatchCommon::retranslate()
{
    m_heading->setText(tr("For all:"));
    m_kindLabel->setText(tr("Kind"));
    m_kind->setAccessibleName(tr("Kind of all documents"));
    m_chargeLabel->setText(tr("Charge to"));
    m_charge->setAccessibleName(tr("Charge all documents to"));
}

} // namespace diakinisi::ui
