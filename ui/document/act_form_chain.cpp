#include "desk/directory.h"
#include "desk/session.h"
#include "ui/document/act_form.h"
#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/target_field.h"
#include "ui/parts/translated.h"
#include "ui/texts/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace diakinisi::ui {

namespace {

const QStringList& correctable()
{
    static const QStringList fields{QStringLiteral("subject"),      QStringLiteral("parties"),
                                    QStringLiteral("their-number"), QStringLiteral("their-date"),
                                    QStringLiteral("place"),        QStringLiteral("item-count"),
                                    QStringLiteral("sheet-count")};
    return fields;
}

} // namespace

CorrectForm::CorrectForm(const domain::Document& document, QWidget* parent)
    : ActForm(parent),
      m_document(document),
      m_field(new QComboBox(this)),
      m_value(new QPlainTextEdit(this)),
      m_reason(new QLineEdit(this))
{
    for (const QString& field : correctable())
        m_field->addItem(QString(), field);
    m_value->setTabChangesFocus(true);
    m_value->setFixedHeight(lines(this, 3.4));
    body()->addWidget(m_field);
    body()->addWidget(m_value);
    body()->addWidget(m_reason);
    connect(m_field, &QComboBox::activated, this, &CorrectForm::fillValue);
    connect(m_value, &QPlainTextEdit::textChanged, this, &CorrectForm::check);
    connect(m_reason, &QLineEdit::textChanged, this, &CorrectForm::check);
    finish();
    translated(this, [this] {
        setWords(actHint(domain::Act::CorrectIdentity), actWord(domain::Act::CorrectIdentity));
        m_field->setAccessibleName(tr("Which particular"));
        m_value->setAccessibleName(tr("New value"));
        m_reason->setAccessibleName(tr("Reason of the correction"));
        m_reason->setPlaceholderText(tr("Reason of the correction"));
        for (int i = 0; i < m_field->count(); ++i)
            m_field->setItemText(i, fieldWord(m_field->itemData(i).toString()));
    });
    fillValue();
}

void CorrectForm::fillValue()
{
    const domain::Particulars& facts = m_document.particulars;
    QStringList parties;
    for (const domain::Party& party : facts.parties)
        parties << party.name;
    const QStringList values{facts.subject,
                             parties.join(u'\n'),
                             facts.theirNumber,
                             facts.theirDate,
                             facts.place,
                             QString::number(m_document.identity.itemCount),
                             QString::number(m_document.identity.sheetCount)};
    m_value->setPlainText(values.value(m_field->currentIndex()));
    check();
}

void CorrectForm::check()
{
    const bool draft = m_document.registration.state == domain::NumberState::None;
    setReady(!value().isEmpty() && (draft || !reason().isEmpty()));
}

QString CorrectForm::field() const
{
    return m_field->currentData().toString();
}

QString CorrectForm::value() const
{
    return m_value->toPlainText().trimmed();
}

QString CorrectForm::reason() const
{
    return m_reason->text().trimmed();
}

void CorrectForm::focusFirst()
{
    m_field->setFocus();
}

ChainForm::ChainForm(const Context& context, const domain::Document& document, QWidget* parent)
    : ActForm(parent),
      m_context(context),
      m_person(new TargetField(context, TargetField::Of::Persons, this)),
      m_list(new QListWidget(this)),
      m_up(new QPushButton(this)),
      m_down(new QPushButton(this)),
      m_remove(new QPushButton(this))
{
    m_up->setIcon(icon(QStringLiteral("up")));
    m_down->setIcon(icon(QStringLiteral("down")));
    m_remove->setIcon(icon(QStringLiteral("remove")));
    m_list->setFixedHeight(lines(this, 5));
    auto* column = new QVBoxLayout;
    for (QPushButton* button : {m_up, m_down, m_remove})
        column->addWidget(button);
    auto* row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(column);
    body()->addWidget(m_person);
    body()->addLayout(row);
    connect(m_person, &TargetField::targetChanged, this, [this] {
        if (const auto target = m_person->target()) {
            add(*target->person, target->label);
            m_person->setTarget(std::nullopt);
        }
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &ChainForm::removeCurrent);
    finish();
    translated(this, [this] { refresh(); });
    propose(document);
}

/// The heads from the issuing unit upwards; the topmost signs.
void ChainForm::propose(const domain::Document& document)
{
    const auto organisation = m_context.desk.directory().organisation();
    const auto self = m_context.desk.session().person();
    if (!organisation)
        return;
    std::optional<domain::UnitId> unit = document.identity.unit;
    for (int depth = 0; unit && depth < 2; ++depth) {
        const domain::Person* head = organisation->headOf(*unit);
        const bool known = head && std::any_of(m_steps.begin(), m_steps.end(),
                                               [&](const auto& step) { return step.first == head->id; });
        if (head && !known && head->id != self)
            add(head->id, head->name);
        const domain::Unit* here = organisation->unit(*unit);
        unit = here ? here->parent : std::nullopt;
    }
}

void ChainForm::add(const domain::PersonId& person, const QString& name)
{
    m_steps.emplace_back(person, name);
    refresh();
    m_list->setCurrentRow(m_list->count() - 1);
}

void ChainForm::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    std::swap(m_steps[static_cast<std::size_t>(from)], m_steps[static_cast<std::size_t>(to)]);
    refresh();
    m_list->setCurrentRow(to);
}

void ChainForm::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_steps.erase(m_steps.begin() + row);
    refresh();
}

void ChainForm::refresh()
{
    setWords(actHint(domain::Act::Submit), actWord(domain::Act::Submit));
    m_person->setAccessibleName(tr("Next person of the chain"));
    m_list->setAccessibleName(tr("Chain; the last one signs"));
    m_up->setAccessibleName(tr("Earlier in the chain"));
    m_down->setAccessibleName(tr("Later in the chain"));
    m_remove->setAccessibleName(tr("Take out of the chain"));
    for (QPushButton* button : {m_up, m_down, m_remove})
        button->setToolTip(button->accessibleName());
    m_list->clear();
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const bool last = i + 1 == m_steps.size();
        m_list->addItem(QStringLiteral("%1. %2 · %3")
                            .arg(QString::number(i + 1), m_steps[i].second, last ? tr("signs") : tr("approves")));
    }
    setReady(!m_steps.empty());
}

std::vector<desk::ChainStep> ChainForm::chain() const
{
    std::vector<desk::ChainStep> chain;
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        chain.push_back({m_steps[i].first, i + 1 == m_steps.size() ? domain::StepKind::Sign : domain::StepKind::Approve,
                         static_cast<int>(i)});
    return chain;
}

void ChainForm::focusFirst()
{
    m_person->setFocus();
}

AccessForm::AccessForm(const Context& context, const domain::Access& access, QWidget* parent)
    : ActForm(parent),
      m_context(context),
      m_access(access),
      m_restricted(new QCheckBox(this)),
      m_person(new TargetField(context, TargetField::Of::Persons, this)),
      m_list(new QListWidget(this))
{
    m_restricted->setChecked(access.restricted);
    m_list->setFixedHeight(lines(this, 4));
    body()->addWidget(m_restricted);
    body()->addWidget(m_person);
    body()->addWidget(m_list);
    connect(m_restricted, &QCheckBox::toggled, this, [this](bool on) {
        m_access.restricted = on;
        refresh();
    });
    connect(m_person, &TargetField::targetChanged, this, [this] {
        if (const auto target = m_person->target()) {
            m_access.named.push_back(*target->person);
            m_person->setTarget(std::nullopt);
            refresh();
        }
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        m_access.named.erase(m_access.named.begin() + m_list->currentRow());
        refresh();
    });
    finish();
    translated(this, [this] { refresh(); });
}

void AccessForm::refresh()
{
    setWords(actHint(domain::Act::SetAccess), actWord(domain::Act::SetAccess));
    m_restricted->setText(tr("Only the persons named here and those who act on it"));
    m_restricted->setAccessibleName(m_restricted->text());
    m_person->setAccessibleName(tr("Person who may see it"));
    m_list->setAccessibleName(tr("Persons who may see it; Enter takes one out"));
    m_list->setToolTip(tr("Enter takes the person out"));
    m_list->clear();
    const auto organisation = m_context.desk.directory().organisation();
    for (const domain::PersonId& person : m_access.named) {
        const domain::Person* known = organisation ? organisation->person(person) : nullptr;
        m_list->addItem(known ? known->name : person.toString());
    }
    m_person->setEnabled(m_access.restricted);
    m_list->setEnabled(m_access.restricted);
}

domain::Access AccessForm::access() const
{
    return m_access;
}

void AccessForm::focusFirst()
{
    m_restricted->setFocus();
}

} // namespace diakinisi::ui
