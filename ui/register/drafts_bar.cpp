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
    connect(m_resume, &QPushButton::clicked, this, [this] {
        if (!m_drafts.empty()) {
            const desk::FormDraft draft = m_drafts[static_cast<std::size_t>(m_choice->currentIndex())];
            Q_EMIT resumed(draft);
        }
    });
    connect(m_throwAway, &QPushButton::clicked, this, [this] {
        if (m_drafts.empty())
            return;
        const auto at = m_drafts.begin() + m_choice->currentIndex();
        Q_EMIT thrownAway(at->id);
        m_drafts.erase(at);
        rebuild();
    });
    translated(this, [this] { rebuild(); });
}

void DraftsBar::show(std::vector<desk::FormDraft> drafts)
{
    m_drafts = std::move(drafts);
    rebuild();
}

void DraftsBar::rebuild()
{
    setVisible(!m_drafts.empty());
    m_text->setText(tr("%n form(s) begun and not sent", nullptr, static_cast<int>(m_drafts.size())));
    m_choice->setAccessibleName(tr("Forms begun and not sent"));
    m_choice->clear();
    for (const desk::FormDraft& draft : m_drafts) {
        const QString subject = draft.form.particulars.subject;
        m_choice->addItem(QStringLiteral("%1 · %2").arg(dateAndTime(draft.savedAt),
                                                        subject.isEmpty() ? tr("(without subject)") : subject));
    }
    m_resume->setText(tr("Go on with it"));
    m_resume->setAccessibleName(tr("Go on with this form"));
    m_throwAway->setText(tr("Discard"));
    m_throwAway->setAccessibleName(tr("Discard this form"));
}

} // namespace diakinisi::ui
