#include "ui/register/parties_box.h"

#include "ui/parts/metrics.h"
#include "ui/parts/target_field.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/words.h"

#include <QComboBox>
#include <QListWidget>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace diakinisi::ui {

namespace {

constexpr int kinds = 5;

} // namespace

PartiesBox::PartiesBox(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_name(new PartyField(context, this)),
      m_kind(new QComboBox(this)),
      m_to(new QToolButton(this)),
      m_copy(new QToolButton(this)),
      m_list(new QListWidget(this))
{
    for (int i = 0; i < kinds; ++i)
        m_kind->addItem(QString());
    auto* row = new QHBoxLayout;
    row->setSpacing(gap(this));
    row->addWidget(m_name, 1);
    row->addWidget(m_kind);
    row->addWidget(m_to);
    row->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) / 2);
    column->addLayout(row);
    column->addWidget(m_list);
    connect(m_name, &QLineEdit::textChanged, this, &PartiesBox::changed);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { addTyped(false); });
    connect(m_kind, &QComboBox::activated, this, &PartiesBox::changed);
    connect(m_to, &QToolButton::clicked, this, [this] { addTyped(false); });
    connect(m_copy, &QToolButton::clicked, this, [this] { addTyped(true); });
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &PartiesBox::removeCurrent);
    translated(this, [this] { retranslate(); });
    setMany(false);
}

QWidget* PartiesBox::field()
{
    return m_name;
}

void PartiesBox::setMany(bool many)
{
    m_many = many;
    m_to->setVisible(many);
    m_copy->setVisible(many);
    retranslate();
    rebuild();
}

void PartiesBox::setKind(domain::PartyKind kind)
{
    m_kind->setCurrentIndex(static_cast<int>(kind));
}

domain::PartyKind PartiesBox::kind() const
{
    return static_cast<domain::PartyKind>(m_kind->currentIndex());
}

std::vector<domain::Party> PartiesBox::parties() const
{
    std::vector<domain::Party> parties = m_taken;
    if (const QString name = m_name->text().simplified(); !name.isEmpty())
        parties.push_back({kind(), name, false});
    else if (kind() == domain::PartyKind::Anonymous && parties.empty())
        parties.push_back({kind(), partyKindWord(kind()), false});
    return parties;
}

void PartiesBox::setParties(const std::vector<domain::Party>& parties)
{
    m_taken = parties;
    m_name->clear();
    if (!m_many && !m_taken.empty()) { // a single one stands in its line
        setKind(m_taken.front().kind);
        m_name->setChosen(m_taken.front().name, std::nullopt);
        m_taken.erase(m_taken.begin());
    }
    rebuild();
}

void PartiesBox::addTyped(bool forInformation)
{
    const QString name = m_name->text().simplified();
    if (!m_many || name.isEmpty())
        return;
    m_taken.push_back({kind(), name, forInformation});
    m_name->clear();
    rebuild();
    Q_EMIT changed();
}

void PartiesBox::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_taken.erase(m_taken.begin() + row);
    rebuild();
    Q_EMIT changed();
}

void PartiesBox::rebuild()
{
    m_list->clear();
    for (const domain::Party& party : m_taken)
        m_list->addItem(QStringLiteral("%1: %2").arg(party.forInformation ? tr("COPY") : tr("TO"), party.name));
    m_list->setVisible(m_list->count() > 0);
    m_list->setFixedHeight(qMin(m_list->count(), 4) * lines(this, 1.3) + 2 * m_list->frameWidth());
}

void PartiesBox::setInvalid(bool invalid)
{
    Theme::setWrong(m_name, invalid);
}

void PartiesBox::retranslate()
{
    for (int i = 0; i < kinds; ++i)
        m_kind->setItemText(i, partyKindWord(static_cast<domain::PartyKind>(i)));
    m_kind->setAccessibleName(m_many ? tr("Kind of recipient") : tr("Kind of sender"));
    m_name->setAccessibleName(m_many ? tr("Recipient") : tr("Sender"));
    m_name->setPlaceholderText(m_many ? tr("Name; Enter adds it") : tr("Name; those used before are offered"));
    m_to->setText(tr("TO"));
    m_to->setToolTip(tr("Add as recipient (Enter)"));
    m_to->setAccessibleName(tr("Add as recipient"));
    m_copy->setText(tr("COPY"));
    m_copy->setToolTip(tr("Add as receiver of a copy"));
    m_copy->setAccessibleName(tr("Add as receiver of a copy"));
    m_list->setAccessibleName(tr("Recipients; Delete takes one off"));
    rebuild();
}

} // namespace diakinisi::ui
