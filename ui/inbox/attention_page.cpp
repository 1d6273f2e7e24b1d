#include "ui/inbox/attention_page.h"

#include "ui/inbox/owed_panel.h"
#include "ui/parts/airy_rows.h"
#include "ui/parts/empty_state.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

AttentionPage::AttentionPage(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_heading(new QLabel(this)),
      m_bar(new MessageBar(this)),
      m_stack(new QStackedWidget(this)),
      m_list(new QTreeWidget(this)),
      m_empty(new EmptyState(this)),
      m_owed(new OwedPanel(context, this))
{
    scaleFont(m_heading, 1.15, true);
    m_list->setRootIsDecorated(false);
    setAiryRows(m_list);
    m_list->setColumnCount(4);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    auto* page = new QWidget(this);
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(gap(this) * 2);
    inner->addWidget(m_list, 1);
    inner->addWidget(makeDetails());
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    margins(column, this, 3);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_heading);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_owed);
    connect(m_owed, &OwedPanel::opened, this, &AttentionPage::opened);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AttentionPage::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, m_open, &QPushButton::click);
    connect(&m_context.desk, &desk::Desk::attentionChanged, this, &AttentionPage::read);
    translated(this, [this] { retranslate(); });
}

QWidget* AttentionPage::makeDetails()
{
    auto* details = new QWidget(this);
    m_reason = new MessageBar(details);
    m_again = new QPushButton(icon(QStringLiteral("refresh")), QString(), details);
    m_open = new QPushButton(icon(QStringLiteral("file")), QString(), details);
    m_dismiss = new QPushButton(icon(QStringLiteral("remove")), QString(), details);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gap(this));
    for (QPushButton* button : {m_again, m_open, m_dismiss})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_reason);
    column->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, this, [this] { settle(true); });
    connect(m_dismiss, &QPushButton::clicked, this, [this] { settle(false); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* row = current())
            Q_EMIT opened(row->document);
    });
    return details;
}

void AttentionPage::addNotice(QWidget* notice)
{
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, notice, 0, Qt::AlignLeft);
}

void AttentionPage::read()
{
    m_owed->read();
    m_reading.start(
        m_context.desk.lanes().read, [&lists = m_context.desk.lists()](std::stop_token) { return lists.attention(); },
        [this](Result<std::vector<desk::AttentionRow>> rows) {
            if (!rows) {
                m_bar->showError(rows.error());
                return;
            }
            m_rows = std::move(*rows);
            rebuild();
        });
}

const desk::AttentionRow* AttentionPage::current() const
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    return at < 0 ? nullptr : &m_rows[static_cast<std::size_t>(at)];
}

void AttentionPage::rebuild()
{
    const auto* before = current();
    const auto kept = before ? std::optional(before->command) : std::nullopt;
    m_list->clear();
    for (const desk::AttentionRow& row : m_rows) {
        QString what = commandWords(row.what);
        if (row.dependents > 0)
            what += QStringLiteral(" ") + tr("(and %n that depend on it)", nullptr, row.dependents);
        auto* item = new QTreeWidgetItem(m_list, {dateAndTime(row.at), what, row.subject, textOf(row.reason).what});
        item->setToolTip(3, sentenceOf(row.reason));
        if (row.command == kept)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && !m_rows.empty())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    for (int column = 0; column < 2; ++column)
        m_list->resizeColumnToContents(column);
    m_list->setColumnWidth(2, characters(this, 40));
    m_stack->setCurrentIndex(m_rows.empty() ? 1 : 0);
    showCurrent();
}

void AttentionPage::showCurrent()
{
    const auto* row = current();
    for (QPushButton* button : {m_again, m_open, m_dismiss})
        button->setEnabled(row != nullptr);
    if (row)
        m_reason->showError(row->reason);
    else
        m_reason->clear();
}

void AttentionPage::settle(bool again)
{
    const auto* row = current();
    if (!row)
        return;
    m_settling.start(
        m_context.desk.lanes().store,
        [&lists = m_context.desk.lists(), command = row->command, again](std::stop_token) {
            return again ? lists.tryAgain(command) : lists.dismiss(command);
        },
        [this](const Done& done) {
            if (!done)
                m_bar->showError(done.error());
            else
                m_bar->clear();
            read();
        });
}

void AttentionPage::retranslate()
{
    m_heading->setText(listTitle(desk::ListKind::NeedsYou));
    m_list->setAccessibleName(listTitle(desk::ListKind::NeedsYou));
    m_list->setHeaderLabels({tr("When"), tr("What"), tr("Document"), tr("Why it stopped")});
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    name(m_again, tr("Try again"), tr("Send it once more, after you have mended what was wrong"));
    name(m_open, tr("Open the document"), tr("Look at the document as it is now"));
    name(m_dismiss, tr("Dismiss"), tr("Give it up; its content stays in the desk's journal"));
    m_empty->say(QStringLiteral("ok"), tr("Nothing needs you"),
                 tr("All that you did has reached the server or is on its way."));
    rebuild();
}

} // namespace diakinisi::ui
