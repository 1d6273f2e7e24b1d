#include "ui/inbox/owed_panel.h"

#include "ui/parts/airy_rows.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/format.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

OwedPanel::OwedPanel(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_heading(new QLabel(this)),
      m_advice(textLabel(this)),
      m_list(new QTreeWidget(this)),
      m_try(new QPushButton(icon(QStringLiteral("refresh")), QString(), this)),
      m_open(new QPushButton(icon(QStringLiteral("file")), QString(), this)),
      m_bar(new MessageBar(this))
{
    scaleFont(m_heading, 1, true);
    m_list->setRootIsDecorated(false);
    setAiryRows(m_list);
    m_list->setColumnCount(3);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setFixedHeight(lines(this, 8));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gap(this));
    buttons->addWidget(m_try);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this));
    for (QWidget* part : std::initializer_list<QWidget*>{m_heading, m_advice, m_bar, m_list})
        column->addWidget(part);
    column->addLayout(buttons);
    setVisible(false);
    connect(m_try, &QPushButton::clicked, this, &OwedPanel::tryNow);
    connect(m_open, &QPushButton::clicked, this, &OwedPanel::openCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, &OwedPanel::openCurrent);
    translated(this, [this] { retranslate(); });
}

void OwedPanel::read()
{
    m_reading.start(
        m_context.desk.lanes().read, [&signer = m_context.desk.signer()](std::stop_token) { return signer.owed(); },
        [this](Result<std::vector<desk::OwedSignature>> owed) {
            if (!owed) {
                m_bar->showError(owed.error());
                setVisible(true);
                return;
            }
            m_bar->clear();
            m_owed = std::move(*owed);
            rebuild();
        });
}

QString OwedPanel::stateOf(const desk::OwedSignature& owed)
{
    if (owed.othersFirst)
        return tr("Comes after the others have signed");
    return owed.problem ? textOf(*owed.problem).what : tr("Not tried yet since the program started");
}

void OwedPanel::rebuild()
{
    const int before = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (const desk::OwedSignature& owed : m_owed) {
        auto* item = new QTreeWidgetItem(m_list, {dateAndTime(owed.since), identityLine(owed.row), stateOf(owed)});
        item->setToolTip(2, owed.problem && !owed.othersFirst ? sentenceOf(*owed.problem) : stateOf(owed));
    }
    m_list->setCurrentItem(m_list->topLevelItem(qBound(0, before, static_cast<int>(m_owed.size()) - 1)));
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(1, characters(this, 60));
    m_try->setEnabled(!m_trying.running());
    setVisible(!m_owed.empty());
}

void OwedPanel::tryNow()
{
    m_try->setEnabled(false);
    m_trying.start(
        m_context.desk.lanes().network,
        [&signer = m_context.desk.signer()](std::stop_token stop) {
            signer.tryOwed(std::move(stop));
            return Done();
        },
        [this](const Done&) {
            m_try->setEnabled(true);
            read();
        });
}

void OwedPanel::openCurrent()
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (at >= 0)
        Q_EMIT opened(m_owed[static_cast<std::size_t>(at)].document);
}

void OwedPanel::retranslate()
{
    m_heading->setText(tr("Signatures whose timestamp or long-term data is still to come"));
    m_advice->setText(tr("They are valid and have been sent. What is missing is tried again by itself while this "
                         "program is open; you need do nothing."));
    m_list->setAccessibleName(m_heading->text());
    m_list->setAccessibleDescription(m_advice->text());
    m_list->setHeaderLabels({tr("Signed"), tr("Document"), tr("How it stands")});
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    name(m_try, tr("Try now"), tr("Ask the authorities at once instead of waiting for the next try"));
    name(m_open, tr("Open its document"), tr("Look at the document as it is now"));
    rebuild();
}

} // namespace diakinisi::ui
