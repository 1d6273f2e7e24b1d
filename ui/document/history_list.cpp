#include "ui/document/history_list.h"

#include "ui/parts/airy_rows.h"
#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QHeaderView>

namespace diakinisi::ui {

HistoryList::HistoryList(QWidget* parent) : QTreeWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setAiryRows(this);
    setWordWrap(true);
    setColumnCount(3);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    translated(this, [this] {
        setAccessibleName(tr("History of the document"));
        setHeaderLabels({tr("When"), tr("What"), tr("Who and why")});
        rebuild();
    });
}

void HistoryList::show(const std::vector<desk::HistoryRow>& rows)
{
    if (rows.size() == m_rows.size() && topLevelItemCount() == static_cast<int>(rows.size()) && rows.empty())
        return;
    m_rows = rows;
    rebuild();
}

void HistoryList::rebuild()
{
    clear();
    for (const desk::HistoryRow& row : m_rows) {
        QString what = eventWords(row.kind);
        if (!row.target.isEmpty())
            what += QStringLiteral(" → ") + (row.kind == u"identity-corrected" ? fieldWord(row.target) : row.target);
        QString who = row.by;
        if (!row.onBehalfOf.isEmpty())
            who += u' ' + tr("for %1").arg(row.onBehalfOf);
        if (!row.text.isEmpty())
            who += QStringLiteral(": «%1»").arg(row.text);
        auto* item = new QTreeWidgetItem(this, {row.waiting ? tr("not yet sent") : dateAndTime(row.at), what, who});
        if (row.waiting)
            item->setIcon(0, icon(QStringLiteral("waiting")));
        for (int column = 0; column < 3; ++column) {
            item->setTextAlignment(column, Qt::AlignLeft | Qt::AlignTop);
            item->setToolTip(column, item->text(column));
        }
    }
    scrollToBottom();
}

} // namespace diakinisi::ui
