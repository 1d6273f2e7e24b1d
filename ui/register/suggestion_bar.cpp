#include "ui/register/suggestion_bar.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace diakinisi::ui {

namespace {

constexpr int most = 3;

QString nameOf(const desk::SuggestedCharge& charge, const domain::Organisation& organisation)
{
    if (const domain::Unit* unit = charge.unit ? organisation.unit(*charge.unit) : nullptr)
        return unit->code;
    const domain::Person* person = charge.person ? organisation.person(*charge.person) : nullptr;
    return person ? person->name : QString();
}

} // namespace

QString reasonWords(const desk::SuggestionReason& reason)
{
    return SuggestionBar::tr("as in %1 of %2 earlier ones").arg(reason.matches).arg(reason.total);
}

SuggestionBar::SuggestionBar(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap(this));
    for (int i = 0; i < most; ++i) {
        auto* button = new QPushButton(this);
        button->setFlat(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_buttons.push_back(button);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, i] { Q_EMIT chosen(desk::SuggestedCharge(m_charges[static_cast<std::size_t>(i)].value)); });
    }
    row->addStretch(1);
    translated(this, [this] { retranslate(); });
}

void SuggestionBar::show(std::vector<desk::Suggested<desk::SuggestedCharge>> charges,
                         std::shared_ptr<const domain::Organisation> organisation)
{
    m_charges = std::move(charges);
    m_organisation = std::move(organisation);
    retranslate();
}

void SuggestionBar::retranslate()
{
    setVisible(!m_charges.empty());
    setAccessibleName(tr("Suggested charges"));
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool there = i < m_charges.size() && m_organisation;
        m_buttons[i]->setVisible(there);
        m_buttons[i]->setAccessibleName(accessibleName());
        if (!there)
            continue;
        const QString name = nameOf(m_charges[i].value, *m_organisation);
        const QString words = QStringLiteral("%1 · %2").arg(name, reasonWords(m_charges[i].reason));
        m_buttons[i]->setText(words);
        m_buttons[i]->setAccessibleName(words);
        m_buttons[i]->setToolTip(tr("Charge it to %1").arg(name));
    }
}

} // namespace diakinisi::ui
