#include "ui/shell/navigation.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/words.h"

#include <QHeaderView>
#include <QLocale>

namespace diakinisi::ui {

using desk::ListKind;

Navigation::Navigation(const Context& context, QWidget* parent) : QTreeWidget(parent), m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setColumnCount(2);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setIndentation(gap(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(1);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    addSection({{ListKind::ForAction, QStringLiteral("inbox")},
                {ListKind::ForApproval, QStringLiteral("approve")},
                {ListKind::ForInformation, QStringLiteral("mail")},
                {ListKind::Unassigned, QStringLiteral("charge")},
                {ListKind::NeedsYou, QStringLiteral("warning")}});
    addSection({{ListKind::Book, QStringLiteral("register")},
                {ListKind::Drafts, QStringLiteral("draft")},
                {ListKind::Outgoing, QStringLiteral("outgoing")}});
    expandAll();
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (const auto kind = current())
            Q_EMIT chosen(*kind);
    });
    connect(&m_context.desk, &desk::Desk::listsChanged, this, &Navigation::readCounts);
    connect(&m_context.desk, &desk::Desk::attentionChanged, this, &Navigation::readCounts);
    translated(this, [this] { retranslate(); });
    readCounts();
}

void Navigation::addSection(const std::vector<std::pair<ListKind, QString>>& lists)
{
    auto* section = new QTreeWidgetItem(this);
    section->setFlags(Qt::ItemIsEnabled);
    QFont font = this->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    section->setFont(0, font);
    section->setFirstColumnSpanned(true);
    section->setSizeHint(0, QSize(0, lines(this, 2)));
    m_sections.push_back(section);
    for (const auto& [kind, picture] : lists) {
        auto* item = new QTreeWidgetItem(section);
        item->setData(0, Qt::UserRole, static_cast<int>(kind));
        item->setIcon(0, icon(picture));
        item->setSizeHint(0, QSize(0, lines(this, 1.75)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        m_items[kind] = item;
    }
}

void Navigation::select(ListKind kind)
{
    setCurrentItem(m_items.at(kind));
}

void Navigation::deselect()
{
    const QSignalBlocker quiet(this);
    setCurrentItem(nullptr);
}

std::optional<ListKind> Navigation::current() const
{
    const QTreeWidgetItem* item = currentItem();
    if (!item || !item->parent())
        return std::nullopt;
    return static_cast<ListKind>(item->data(0, Qt::UserRole).toInt());
}

void Navigation::readCounts()
{
    m_task.start(
        m_context.desk.lanes().read, [&lists = m_context.desk.lists()](std::stop_token) { return lists.counts(); },
        [this](Result<desk::ListCounts> counts) {
            if (!counts)
                return; // the list itself will tell what is wrong
            m_counts = std::move(*counts);
            retranslate();
        });
}

void Navigation::retranslate()
{
    setAccessibleName(tr("Lists"));
    const QStringList sections{tr("DESK"), tr("REGISTER")};
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i]->setText(0, sections.value(static_cast<int>(i)));
        m_sections[i]->setForeground(0, Theme::quiet(palette()));
    }
    for (const auto& [kind, item] : m_items) {
        const auto known = m_counts.of.find(kind);
        const desk::ListCounts::Count count = known == m_counts.of.end() ? desk::ListCounts::Count{} : known->second;
        const bool book = kind == ListKind::Book;
        item->setText(0, listTitle(kind));
        item->setText(1, count.all == 0 || book ? QString() : QLocale().toString(count.all) + u' ');
        item->setData(0, Qt::AccessibleTextRole,
                      count.all == 0 ? listTitle(kind) : tr("%1, %n", nullptr, count.all).arg(listTitle(kind)));
        const bool bold = count.unread > 0 || (kind == ListKind::NeedsYou && count.all > 0);
        for (int column = 0; column < 2; ++column) {
            QFont font = this->font();
            font.setBold(bold);
            item->setFont(column, font);
        }
        item->setToolTip(0, count.unread > 0 ? tr("%n unread", nullptr, count.unread) : listTitle(kind));
    }
}

} // namespace diakinisi::ui
