#include "ui/register/charge_box.h"

#include "desk/directory.h"
#include "ui/parts/date_field.h"
#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/target_field.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QListWidget>
#include <QShortcut>
#include <QToolButton>

namespace diakinisi::ui {

ChargeBox::ChargeBox(const Context& context, QWidget* page, QGridLayout* grid, int row)
    : QObject(page),
      m_context(context),
      m_line(new QWidget(page)),
      m_second(new QWidget(page)),
      m_targetLabel(new QLabel(page)),
      m_target(new TargetField(context, TargetField::Of::UnitsAndPersons, m_line)),
      m_purpose(new QComboBox(m_line)),
      m_add(new QToolButton(m_line)),
      m_list(new QListWidget(page)),
      m_dueLabel(new QLabel(page)),
      m_due(new DateField(localDay(context.clock.now()), m_second)),
      m_noteLabel(new QLabel(m_second)),
      m_note(new QLineEdit(m_second)),
      m_forSignature(new QCheckBox(page))
{
    m_purpose->addItems({QString(), QString(), QString()});
    m_add->setIcon(icon(QStringLiteral("plus")));
    m_add->setFocusPolicy(Qt::StrongFocus);
    arrange(page, grid, row);
    connect(m_target, &TargetField::targetChanged, this, [this] {
        m_add->setEnabled(m_target->target().has_value());
        Q_EMIT changed();
    });
    connect(m_purpose, &QComboBox::activated, this, &ChargeBox::changed);
    connect(m_due, &QLineEdit::textChanged, this, &ChargeBox::changed);
    connect(m_note, &QLineEdit::textChanged, this, &ChargeBox::changed);
    connect(m_forSignature, &QCheckBox::toggled, this, &ChargeBox::changed);
    connect(m_add, &QToolButton::clicked, this, &ChargeBox::addCurrent);
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &ChargeBox::removeCurrent);
    m_add->setEnabled(false);
    translated(m_line, [this] { retranslate(); });
}

void ChargeBox::arrange(QWidget* page, QGridLayout* grid, int row)
{
    auto* line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap(page));
    line->addWidget(m_target, 1);
    line->addWidget(m_purpose);
    line->addWidget(m_add);
    auto* second = new QHBoxLayout(m_second);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(gap(page) * 2);
    m_due->setMaximumWidth(characters(page, 16));
    second->addWidget(m_due);
    second->addWidget(m_noteLabel);
    second->addWidget(m_note, 1);
    grid->addWidget(m_targetLabel, row, 0);
    grid->addWidget(m_line, row, 1);
    grid->addWidget(m_list, row + 1, 1);
    grid->addWidget(m_dueLabel, row + 2, 0);
    grid->addWidget(m_second, row + 2, 1);
    grid->addWidget(m_forSignature, row + 3, 1);
    m_targetLabel->setBuddy(m_target);
    m_dueLabel->setBuddy(m_due);
    m_noteLabel->setBuddy(m_note);
}

void ChargeBox::setVisible(bool visible)
{
    m_visible = visible;
    for (QWidget* part : std::initializer_list<QWidget*>{m_targetLabel, m_line, m_dueLabel, m_second, m_forSignature})
        part->setVisible(visible);
    rebuild();
}

QWidget* ChargeBox::field()
{
    return m_target;
}

QWidget* ChargeBox::dueField()
{
    return m_due;
}

void ChargeBox::setInvalid(bool charge, bool due)
{
    Theme::setWrong(m_target, charge);
    Theme::setWrong(m_due, due);
}

std::optional<desk::FormCharge> ChargeBox::current() const
{
    const auto& target = m_target->target();
    if (!target)
        return std::nullopt;
    return desk::FormCharge{.unit = target->unit,
                            .person = target->person,
                            .purpose = static_cast<domain::Purpose>(m_purpose->currentIndex()),
                            .note = m_note->text().trimmed(),
                            .dueDate = m_due->iso()};
}

std::vector<desk::FormCharge> ChargeBox::charges() const
{
    std::vector<desk::FormCharge> charges = m_taken;
    if (auto typed = current())
        charges.push_back(std::move(*typed));
    return charges;
}

void ChargeBox::setCharges(const std::vector<desk::FormCharge>& charges)
{
    m_taken = charges;
    m_target->setTarget(std::nullopt);
    m_purpose->setCurrentIndex(0);
    m_due->clear();
    m_note->clear();
    if (!m_taken.empty()) { // the last one stands in the line
        const desk::FormCharge last = m_taken.back();
        m_taken.pop_back();
        m_target->setTarget(last.unit, last.person);
        m_purpose->setCurrentIndex(static_cast<int>(last.purpose));
        m_due->setIso(last.dueDate);
        m_note->setText(last.note);
    }
    rebuild();
}

std::optional<domain::UnitId> ChargeBox::firstUnit() const
{
    const auto all = charges();
    if (all.empty())
        return std::nullopt;
    if (all.front().unit)
        return all.front().unit;
    const auto organisation = m_context.desk.directory().organisation();
    if (!organisation || !all.front().person)
        return std::nullopt;
    const auto units = organisation->unitsOf(*all.front().person);
    return units.empty() ? std::nullopt : std::optional(units.front());
}

bool ChargeBox::forSignature() const
{
    return m_forSignature->isChecked();
}

void ChargeBox::setForSignature(bool wanted)
{
    m_forSignature->setChecked(wanted);
}

void ChargeBox::noteChosen()
{
    if (const auto& target = m_target->target())
        m_context.desk.directory().noteChosen(*target);
}

bool ChargeBox::datesAcceptable() const
{
    return m_due->isAcceptable();
}

void ChargeBox::addCurrent()
{
    if (auto typed = current()) {
        m_taken.push_back(std::move(*typed));
        m_target->setTarget(std::nullopt);
        m_target->setFocus();
        rebuild();
        Q_EMIT changed();
    }
}

void ChargeBox::removeCurrent()
{
    if (m_list->currentRow() < 0)
        return;
    m_taken.erase(m_taken.begin() + m_list->currentRow());
    rebuild();
    Q_EMIT changed();
}

QString ChargeBox::nameOf(const desk::FormCharge& charge) const
{
    const auto organisation = m_context.desk.directory().organisation();
    if (organisation && charge.unit)
        if (const domain::Unit* unit = organisation->unit(*charge.unit))
            return unit->code + u' ' + unit->name;
    if (organisation && charge.person)
        if (const domain::Person* person = organisation->person(*charge.person))
            return person->name;
    return {};
}

void ChargeBox::rebuild()
{
    m_list->clear();
    for (const desk::FormCharge& charge : m_taken)
        m_list->addItem(QStringLiteral("%1 · %2").arg(nameOf(charge), purposeWord(charge.purpose)));
    m_list->setVisible(m_visible && m_list->count() > 0);
    m_list->setFixedHeight(qMin(m_list->count(), 4) * lines(m_list, 1.3) + 2 * m_list->frameWidth());
}

void ChargeBox::retranslate()
{
    m_targetLabel->setText(tr("Charge to"));
    m_target->setAccessibleName(tr("Charge to"));
    m_purpose->setAccessibleName(tr("Purpose of the charge"));
    for (int i = 0; i < 3; ++i)
        m_purpose->setItemText(i, purposeWord(static_cast<domain::Purpose>(i)));
    m_add->setToolTip(tr("Charge to one more"));
    m_add->setAccessibleName(tr("Charge to one more"));
    m_list->setAccessibleName(tr("Charges; Delete takes one off"));
    m_dueLabel->setText(tr("Due date"));
    m_due->setAccessibleName(tr("Due date"));
    m_noteLabel->setText(tr("Note"));
    m_note->setAccessibleName(tr("Note to the receiver"));
    m_forSignature->setText(tr("For signature: the head of the unit approves and signs"));
    m_forSignature->setAccessibleName(m_forSignature->text());
    rebuild();
}

} // namespace diakinisi::ui
