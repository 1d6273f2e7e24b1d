#include "ui/register/drafts_bar.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>

namespace diakinisi::ui {

DraftsBar::DraftsBar(QWidget* parent)
    : QFrame(parent),
      m_text(new QLabel(this)),
      m_choice(new QComboBox(this)),
      m_resume(new QPushButton(this)),
      m_throwAway(new QPushButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    auto* grid = new QGridLayout(this);
    margins(grid, this, 2);
    grid->setSpacing(gap(this));
    grid->addWidget(m_text, 0, 0, 1, 3);
    grid->addWidget(m_choice, 1, 0);
    grid->addWidget(m_resume, 1, 1);
    grid->addWidget(m_throwAway, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(m_resume, &QPushButton::clicked, this, &DraftsBar::resume);
    connect(m_throwAway, &QPushButton::clicked, this, &DraftsBar::throwAway);
    translated(this, [this] { rebuild(); });
}

void DraftsBar::show(std::vector<desk::FormDraft> drafts, std::vector<desk::ScanPile> piles)
{
    m_drafts = std::move(drafts);
    m_piles = std::move(piles);
    rebuild();
}

void DraftsBar::resume()
{
    const auto chosen = static_cast<std::size_t>(m_choice->currentIndex());
    if (chosen < m_drafts.size()) {
        const desk::FormDraft draft = m_drafts[chosen];
        Q_EMIT resumed(draft);
    } else if (chosen - m_drafts.size() < m_piles.size()) {
        const desk::ScanPile pile = m_piles[chosen - m_drafts.size()];
        Q_EMIT pileTaken(pile);
    }
}

void DraftsBar::throwAway()
{
    const auto chosen = static_cast<std::size_t>(m_choice->currentIndex());
    if (chosen < m_drafts.size()) {
        Q_EMIT thrownAway(m_drafts[chosen]);
        m_drafts.erase(m_drafts.begin() + m_choice->currentIndex());
    } else if (const std::size_t pile = chosen - m_drafts.size(); pile < m_piles.size()) {
        Q_EMIT pileThrownAway(m_piles[pile]);
        m_piles.erase(m_piles.begin() + static_cast<std::ptrdiff_t>(pile));
    }
    rebuild();
}

QString DraftsBar::headline() const
{
    QStringList parts;
    if (!m_drafts.empty())
        parts << tr("%n form(s) begun and not sent", nullptr, static_cast<int>(m_drafts.size()));
    if (!m_piles.empty())
        parts << tr("%n pile(s) scanned and not registered", nullptr, static_cast<int>(m_piles.size()));
    return parts.join(QStringLiteral(" · "));
}

void DraftsBar::rebuild()
{
    setVisible(!m_drafts.empty() || !m_piles.empty());
    m_text->setText(headline());
    m_choice->setAccessibleName(tr("Begun and not finished"));
    m_choice->clear();
    for (const desk::FormDraft& draft : m_drafts) {
        const QString subject = draft.form.particulars.subject;
        m_choice->addItem(QStringLiteral("%1 · %2").arg(dateAndTime(draft.savedAt),
                                                        subject.isEmpty() ? tr("(without subject)") : subject));
    }
    for (const desk::ScanPile& pile : m_piles)
        m_choice->addItem(QStringLiteral("%1 · %2").arg(
            dateAndTime(pile.scannedAt), tr("%n scanned page(s)", nullptr, static_cast<int>(pile.pages.size()))));
    m_resume->setText(tr("Go on with it"));
    m_resume->setAccessibleName(tr("Go on with what was begun"));
    m_throwAway->setText(tr("Discard"));
    m_throwAway->setAccessibleName(tr("Discard what was begun"));
}

} // namespace diakinisi::ui
