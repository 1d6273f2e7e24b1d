#include "ui/parts/identity_strip.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QToolButton>

namespace diakinisi::ui {

IdentityStrip::IdentityStrip(QWidget* parent)
    : QWidget(parent),
      m_number(new QLabel(this)),
      m_facts(new QLabel(this)),
      m_subject(textLabel(this)),
      m_copy(new QToolButton(this))
{
    scaleFont(m_number, 1.4, true);
    scaleFont(m_subject, 1.05, true);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap(this) * 2);
    grid->setVerticalSpacing(gap(this) / 2);
    grid->addWidget(m_number, 0, 0);
    grid->addWidget(m_facts, 0, 1);
    grid->addWidget(m_copy, 0, 2);
    grid->addWidget(m_subject, 1, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_copy, &QToolButton::clicked, this, &IdentityStrip::copy);
    translated(this, [this] { retranslate(); });
}

void IdentityStrip::show(const desk::DocumentRow& row)
{
    m_row = row;
    retranslate();
}

void IdentityStrip::clear()
{
    m_row.reset();
    retranslate();
}

void IdentityStrip::copy()
{
    if (m_row)
        QGuiApplication::clipboard()->setText(identityLine(*m_row));
}

void IdentityStrip::retranslate()
{
    m_copy->setToolTip(tr("Copy the identity line (Ctrl+Shift+C)"));
    m_copy->setAccessibleName(tr("Copy the identity line"));
    m_copy->setVisible(m_row.has_value());
    if (!m_row) {
        for (QLabel* label : {m_number, m_facts, m_subject})
            label->clear();
        return;
    }
    m_number->setText(numberText(*m_row));
    QFont font = m_number->font();
    font.setStrikeOut(m_row->cancelled);
    m_number->setFont(font);
    QStringList facts;
    if (const QString date = shortDate(m_row->localDate); !date.isEmpty())
        facts << date;
    facts << directionWord(m_row->direction);
    if (m_row->numberState != domain::NumberState::Given && m_row->number)
        facts << numberStateWord(m_row->numberState);
    if (m_row->restricted)
        facts << tr("restricted");
    if (m_row->waiting > 0)
        facts << tr("not yet sent");
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setToolTip(m_facts->text());
    m_subject->setText(subjectText(*m_row));
    setAccessibleName(identityLine(*m_row));
}

} // namespace diakinisi::ui
