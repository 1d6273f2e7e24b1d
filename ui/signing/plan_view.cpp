#include "ui/signing/plan_view.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/signing/document_table.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/format.h"

#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

PlanView::PlanView(QWidget* parent)
    : QWidget(parent),
      m_heading(textLabel(this)),
      m_list(new DocumentTable(this)),
      m_all(new QRadioButton(this)),
      m_onlySeen(new QRadioButton(this)),
      m_single(new QRadioButton(this))
{
    scaleFont(m_heading, 1.15, true);
    m_all->setChecked(true);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(gap(this) * 4);
    for (QRadioButton* each : {m_all, m_onlySeen, m_single}) {
        choice->addWidget(each);
        connect(each, &QRadioButton::toggled, this, &PlanView::rebuild);
    }
    choice->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    column->addLayout(choice);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &PlanView::currentChanged);
    connect(m_list, &QTreeWidget::itemChanged, this, &PlanView::ticked);
    translated(this, [this] { retranslate(); });
}

void PlanView::show(const desk::SigningPlan& plan)
{
    m_plan = plan;
    m_ticked.assign(plan.items.size(), true);
    m_all->setChecked(true);
    rebuild();
    Q_EMIT currentChanged();
}

bool PlanView::isChosen(std::size_t index) const
{
    const desk::SigningItem& item = m_plan.items[index];
    if (item.problem)
        return false;
    return m_all->isChecked() || (m_onlySeen->isChecked() && item.seen) || (m_single->isChecked() && m_ticked[index]);
}

QVector<domain::DocumentId> PlanView::chosen() const
{
    QVector<domain::DocumentId> documents;
    for (std::size_t i = 0; i < m_plan.items.size(); ++i)
        if (isChosen(i))
            documents << m_plan.items[i].document;
    return documents;
}

std::optional<domain::DocumentId> PlanView::current() const
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (at < 0)
        return std::nullopt;
    return m_plan.items[static_cast<std::size_t>(at)].document;
}

void PlanView::ticked(QTreeWidgetItem* row)
{
    const int at = m_list->indexOfTopLevelItem(row);
    if (at < 0 || !m_single->isChecked())
        return;
    m_ticked[static_cast<std::size_t>(at)] = row->checkState(0) == Qt::Checked;
    retranslate();
    Q_EMIT changed();
}

QString PlanView::stateOf(const desk::SigningItem& item) const
{
    if (item.problem)
        return tr("set aside: %1").arg(textOf(*item.problem).what);
    const QString seen = item.seen ? tr("seen") : tr("not seen on this desk");
    return item.takesNumber ? seen + QStringLiteral(" · ") + tr("takes its number now") : seen;
}

void PlanView::rebuild()
{
    const int kept = m_list->indexOfTopLevelItem(m_list->currentItem());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
            const desk::SigningItem& item = m_plan.items[i];
            const QString state = stateOf(item);
            auto* row = new QTreeWidgetItem(m_list, {numberText(item.row), subjectText(item.row), state});
            row->setIcon(2, icon(item.problem ? QStringLiteral("warning")
                                 : item.seen  ? QStringLiteral("ok")
                                              : QStringLiteral("waiting")));
            row->setToolTip(2, item.problem ? sentenceOf(*item.problem) : state);
            if (m_single->isChecked() && !item.problem)
                row->setCheckState(0, m_ticked[i] ? Qt::Checked : Qt::Unchecked);
            for (int column = 0; column < 3 && !isChosen(i) && !m_single->isChecked(); ++column)
                row->setForeground(column, Theme::quiet(palette()));
        }
        m_list->setCurrentItem(m_list->topLevelItem(qMax(0, kept)));
    }
    retranslate();
    Q_EMIT changed();
}

QString PlanView::heading(int ready, int seen) const
{
    const int aside = static_cast<int>(m_plan.items.size()) - ready;
    QString text = tr("You will sign %n document(s)", nullptr, static_cast<int>(chosen().size()));
    if (ready > seen)
        text += QStringLiteral(": ") + tr("%1 seen, %2 not").arg(seen).arg(ready - seen);
    if (aside > 0)
        text += QStringLiteral(" · ") + tr("%n set aside", nullptr, aside);
    return text;
}

void PlanView::retranslate()
{
    int ready = 0;
    int seen = 0;
    for (const desk::SigningItem& item : m_plan.items) {
        ready += item.problem ? 0 : 1;
        seen += !item.problem && item.seen ? 1 : 0;
    }
    m_heading->setText(heading(ready, seen));
    m_heading->setAccessibleName(m_heading->text());
    m_list->setHeaderLabels({tr("Number"), tr("Subject"), tr("State")});
    m_list->setAccessibleName(tr("Documents to sign"));
    m_all->setText(tr("All (%1)").arg(ready));
    m_onlySeen->setText(tr("Only those seen (%1)").arg(seen));
    m_single->setText(tr("One by one"));
    for (QRadioButton* each : {m_all, m_onlySeen, m_single}) {
        each->setAccessibleName(each->text());
        each->setVisible(ready > 1);
    }
    m_onlySeen->setVisible(ready > seen);
}

} // namespace diakinisi::ui
