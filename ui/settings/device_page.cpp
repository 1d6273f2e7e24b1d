#include "ui/settings/device_page.h"

#include "ui/parts/airy_rows.h"
#include "ui/parts/busy_line.h"
#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/key_texts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace diakinisi::ui {

using desk::Condition;

DevicePage::DevicePage(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_summary(textLabel(this)),
      m_busy(new BusyLine(this)),
      m_list(new QTreeWidget(this)),
      m_advice(textLabel(this))
{
    scaleFont(m_summary, 1.1, true);
    m_list->setRootIsDecorated(false);
    setAiryRows(m_list);
    m_list->setColumnCount(2);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(true);
    m_list->setMinimumHeight(lines(this, 24));
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setMinimumSectionSize(characters(this, 30));
    m_advice->setMinimumHeight(lines(this, 2));
    m_advice->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    margins(column, this, 2);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_summary);
    column->addWidget(m_busy);
    column->addWidget(m_list, 1);
    column->addWidget(m_advice);
    column->addWidget(makeButtons());
    connect(m_list, &QTreeWidget::currentItemChanged, this, &DevicePage::showAdvice);
    translated(this, [this] { retranslate(); });
}

QWidget* DevicePage::makeButtons()
{
    auto* buttons = new QWidget(this);
    m_again = new QPushButton(icon(QStringLiteral("refresh")), QString(), buttons);
    m_copy = new QPushButton(icon(QStringLiteral("copy")), QString(), buttons);
    for (QPushButton* button : {m_again, m_copy})
        button->setAutoDefault(false);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap(this));
    row->addWidget(m_again);
    row->addWidget(m_copy);
    row->addStretch(1);
    connect(m_again, &QPushButton::clicked, this, &DevicePage::examine);
    connect(m_copy, &QPushButton::clicked, this, &DevicePage::copy);
    return buttons;
}

void DevicePage::examine()
{
    m_busy->begin();
    m_again->setEnabled(false);
    m_task.start(
        m_context.desk.lanes().token,
        [&doctor = m_context.desk.signingDoctor()](std::stop_token stop) { return doctor.examine(stop); },
        [this](std::vector<desk::Finding> findings) {
            m_busy->end();
            m_again->setEnabled(true);
            m_findings = std::move(findings);
            m_known = true;
            rebuild();
        });
}

void DevicePage::rebuild()
{
    const int kept = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (const desk::Finding& finding : m_findings) {
        const FindingText text = findingText(finding);
        auto* row = new QTreeWidgetItem(m_list, {text.what, text.found});
        row->setIcon(0, icon(conditionIcon(finding.condition)));
        row->setToolTip(0, finding.detail);
        row->setToolTip(1, text.advice);
        row->setData(0, Qt::AccessibleTextRole,
                     QStringLiteral("%1: %2, %3").arg(text.what, conditionWord(finding.condition), text.found));
        if (finding.condition == Condition::Bad)
            row->setForeground(1, Theme::alarm(palette()));
    }
    const auto worst = std::ranges::max_element(m_findings, {}, &desk::Finding::condition);
    const int first = worst == m_findings.end() ? -1 : static_cast<int>(worst - m_findings.begin());
    m_list->setCurrentItem(m_list->topLevelItem(kept >= 0 && kept < m_list->topLevelItemCount() ? kept : first));
    m_copy->setEnabled(!m_findings.empty());
    const Condition condition = worst == m_findings.end() ? Condition::Good : worst->condition;
    m_summary->setText(!m_known                          ? tr("Looking at what signing needs ...")
                       : condition == Condition::Good    ? tr("All is ready for signing")
                       : condition == Condition::Warning ? tr("Signing is possible; see what needs attention")
                                                         : tr("Something is in the way of signing with a device"));
    m_summary->setAccessibleName(m_summary->text());
    showAdvice();
}

/// Of the line that is chosen: what to do.
void DevicePage::showAdvice()
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    const QString advice = at < 0 ? QString() : findingText(m_findings[static_cast<std::size_t>(at)]).advice;
    m_advice->setText(advice);
    m_advice->setAccessibleName(advice);
}

void DevicePage::copy() const
{
    QGuiApplication::clipboard()->setText(supportText(m_findings));
}

void DevicePage::retranslate()
{
    m_list->setHeaderLabels({tr("What"), tr("How it is")});
    m_list->setAccessibleName(tr("What signing needs"));
    m_again->setText(tr("Check again"));
    m_again->setAccessibleName(tr("Look at everything again"));
    m_copy->setText(tr("Copy for support"));
    m_copy->setToolTip(tr("Copies these lines, without any secret, for whoever helps you"));
    m_copy->setAccessibleName(m_copy->text());
    rebuild();
}

} // namespace diakinisi::ui
