#include "ui/parts/busy_line.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/primary_button.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/signing/signing_dialog.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/format.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

// The three pages of the dialog: what will be signed, the run, what became of it.
namespace diakinisi::ui {

namespace {

QTreeWidget* table(QWidget* parent, int stateWide)
{
    auto* list = new QTreeWidget(parent);
    list->setRootIsDecorated(false);
    list->setColumnCount(3);
    list->setAllColumnsShowFocus(true);
    list->setAlternatingRowColors(true);
    list->setWordWrap(true);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(2, QHeaderView::Interactive);
    list->header()->resizeSection(2, stateWide);
    return list;
}

} // namespace

QWidget* SigningDialog::makePlanPage()
{
    auto* page = new QWidget(this);
    m_heading = textLabel(page);
    scaleFont(m_heading, 1.15, true);
    m_busy = new BusyLine(page);
    m_bar = new MessageBar(page);
    m_planList = table(page, characters(this, 50));
    m_all = new QRadioButton(page);
    m_onlySeen = new QRadioButton(page);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(gap(this) * 4);
    choice->addWidget(m_all);
    choice->addWidget(m_onlySeen);
    choice->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_heading);
    column->addWidget(m_busy);
    column->addWidget(m_planList, 1);
    column->addLayout(choice);
    column->addWidget(m_bar);
    column->addWidget(makeKeyRow());
    connect(m_all, &QRadioButton::toggled, this, &SigningDialog::showPlan);
    return page;
}

QWidget* SigningDialog::makeKeyRow()
{
    auto* box = new QWidget(this);
    m_keyLabel = new QLabel(box);
    m_key = new QComboBox(box);
    m_addKey = new QPushButton(icon(QStringLiteral("key")), QString(), box);
    m_pinLabel = new QLabel(box);
    m_pin = new QLineEdit(box);
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaximumWidth(characters(this, 24));
    m_sign = new PrimaryButton(box);
    m_sign->setDefault(true);
    m_close = new QPushButton(box);
    m_close->setAutoDefault(false);
    m_addKey->setAutoDefault(false);
    m_keyLabel->setBuddy(m_key);
    m_pinLabel->setBuddy(m_pin);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap(this) * 2);
    grid->setVerticalSpacing(gap(this) * 2);
    grid->addWidget(m_keyLabel, 0, 0);
    grid->addWidget(m_key, 0, 1, 1, 2);
    grid->addWidget(m_addKey, 0, 3);
    grid->addWidget(m_pinLabel, 1, 0);
    grid->addWidget(m_pin, 1, 1);
    grid->addWidget(m_sign, 1, 2, Qt::AlignLeft);
    grid->addWidget(m_close, 1, 3);
    grid->setColumnStretch(2, 1);
    connect(m_addKey, &QPushButton::clicked, this, &SigningDialog::addKey);
    connect(m_pin, &QLineEdit::textChanged, this, &SigningDialog::checkReady);
    connect(m_key, &QComboBox::activated, this, &SigningDialog::checkReady);
    connect(m_sign, &QPushButton::clicked, this, &SigningDialog::start);
    connect(m_close, &QPushButton::clicked, this, &SigningDialog::reject);
    return box;
}

QWidget* SigningDialog::makeRunPage()
{
    auto* page = new QWidget(this);
    m_running = new QLabel(page);
    scaleFont(m_running, 1.15, true);
    m_progress = new QProgressBar(page);
    m_stop = new QPushButton(icon(QStringLiteral("close")), QString(), page);
    m_stop->setAutoDefault(false);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(gap(this) * 3);
    column->addStretch(1);
    column->addWidget(m_running, 0, Qt::AlignHCenter);
    column->addWidget(m_progress);
    column->addWidget(m_stop, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_stop, &QPushButton::clicked, this, &SigningDialog::reject);
    return page;
}

QWidget* SigningDialog::makeResultPage()
{
    auto* page = new QWidget(this);
    m_summary = textLabel(page);
    scaleFont(m_summary, 1.15, true);
    m_results = table(page, characters(this, 64));
    m_again = new QPushButton(icon(QStringLiteral("refresh")), QString(), page);
    m_again->setAutoDefault(false);
    m_done = new PrimaryButton(page);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gap(this));
    buttons->addWidget(m_done);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_summary);
    column->addWidget(m_results, 1);
    column->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, this, &SigningDialog::againTheRest);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

void SigningDialog::showPlan()
{
    m_planList->clear();
    for (const desk::SigningItem& item : m_plan.items) {
        const bool left = item.problem || (m_onlySeen->isChecked() && !item.seen);
        QString state = item.problem ? tr("set aside: %1").arg(textOf(*item.problem).what)
                        : item.seen  ? tr("seen")
                                     : tr("not seen on this desk");
        if (!item.problem && item.takesNumber)
            state += QStringLiteral(" · ") + tr("takes its number now");
        auto* row = new QTreeWidgetItem(m_planList, {numberText(item.row), subjectText(item.row), state});
        row->setIcon(2, icon(item.problem ? QStringLiteral("warning")
                             : item.seen  ? QStringLiteral("ok")
                                          : QStringLiteral("waiting")));
        row->setToolTip(2, item.problem ? sentenceOf(*item.problem) : state);
        for (int column = 0; column < 3 && left; ++column)
            row->setForeground(column, Theme::quiet(palette()));
    }
    retranslate();
    checkReady();
}

void SigningDialog::showOutcomes()
{
    m_results->clear();
    int signedCount = 0;
    for (const desk::SigningOutcome& outcome : m_outcomes) {
        signedCount += outcome.isSigned ? 1 : 0;
        const QString number = outcome.number ? display(*outcome.number) : QString();
        const QString what = outcome.isSigned  ? tr("signed")
                             : outcome.problem ? textOf(*outcome.problem).what + u' ' + textOf(*outcome.problem).advice
                                               : tr("not signed");
        auto* row = new QTreeWidgetItem(m_results, {number, titleOf(outcome.document), what});
        row->setIcon(2, icon(outcome.isSigned ? QStringLiteral("ok") : QStringLiteral("error")));
        row->setToolTip(2, outcome.problem ? sentenceOf(*outcome.problem) : what);
        if (!outcome.isSigned)
            row->setForeground(2, Theme::alarm(palette()));
    }
    const int rest = static_cast<int>(m_outcomes.size()) - signedCount;
    m_summary->setText(rest == 0 ? tr("%n signed", nullptr, signedCount)
                                 : tr("%1 signed, %2 not").arg(signedCount).arg(rest));
    m_again->setVisible(rest > 0);
}

std::pair<int, int> SigningDialog::countReady() const
{
    int ready = 0;
    int seen = 0;
    for (const desk::SigningItem& item : m_plan.items) {
        ready += item.problem ? 0 : 1;
        seen += !item.problem && item.seen ? 1 : 0;
    }
    return {ready, seen};
}

QString SigningDialog::headingOf(int ready, int seen) const
{
    const int aside = static_cast<int>(m_plan.items.size()) - ready;
    QString heading = tr("You will sign %n document(s)", nullptr, ready);
    if (ready > seen)
        heading += QStringLiteral(": ") + tr("%1 seen, %2 not").arg(seen).arg(ready - seen);
    if (aside > 0)
        heading += QStringLiteral(" · ") + tr("%n set aside", nullptr, aside);
    return heading;
}

void SigningDialog::retranslateRun()
{
    m_running->setText(m_stop->isEnabled() ? tr("Signing %1 of %2 ...").arg(qMin(m_doneCount + 1, m_total)).arg(m_total)
                                           : tr("Stopping after the running document ..."));
    m_progress->setRange(0, qMax(1, m_total));
    m_progress->setValue(m_doneCount);
    m_progress->setAccessibleName(m_running->text());
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop after the running document"));
}

void SigningDialog::retranslate()
{
    setWindowTitle(tr("Signature"));
    setAccessibleName(windowTitle());
    const auto name = [](QWidget* widget, const QString& text) { widget->setAccessibleName(text); };
    const auto [ready, seen] = countReady();
    m_heading->setText(headingOf(ready, seen));
    for (QTreeWidget* list : {m_planList, m_results})
        list->setHeaderLabels({tr("Number"), tr("Subject"), tr("State")});
    name(m_planList, tr("Documents to sign"));
    name(m_results, tr("What became of each"));
    m_all->setText(tr("All (%1)").arg(ready));
    m_onlySeen->setText(tr("Only those seen (%1)").arg(seen));
    m_all->setVisible(ready > seen);
    m_onlySeen->setVisible(ready > seen);
    name(m_all, m_all->text());
    name(m_onlySeen, m_onlySeen->text());
    m_keyLabel->setText(tr("Key"));
    name(m_key, tr("Signing key"));
    const int kept = m_key->currentIndex();
    m_key->clear();
    for (const desk::KeyChoice& key : m_keys)
        m_key->addItem(tr("%1 · issued by %2 · until %3").arg(key.name, key.issuer, shortDate(localDay(key.notAfter))));
    m_key->setCurrentIndex(qMax(kept, m_keys.empty() ? -1 : 0));
    m_addKey->setText(tr("Add key file"));
    name(m_addKey, m_addKey->text());
    m_pinLabel->setText(tr("PIN"));
    name(m_pin, tr("PIN of the key"));
    m_sign->setText(tr("Sign"));
    name(m_sign, m_sign->text());
    m_close->setText(tr("Close"));
    name(m_close, m_close->text());
    retranslateRun();
    m_again->setText(tr("The rest again"));
    name(m_again, m_again->text());
    m_done->setText(tr("Done"));
    name(m_done, m_done->text());
}

} // namespace diakinisi::ui
