#include "ui/signing/document_table.h"

#include "ui/parts/airy_rows.h"
#include "ui/parts/metrics.h"

#include <QHeaderView>

namespace diakinisi::ui {

DocumentTable::DocumentTable(QWidget* parent) : QTreeWidget(parent)
{
    setRootIsDecorated(false);
    setAiryRows(this);
    setColumnCount(3);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setWordWrap(true);
    setMinimumSize(characters(this, 60), lines(this, 8));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(1, QHeaderView::Stretch);
    header()->setSectionResizeMode(2, QHeaderView::Stretch);
}

} // namespace diakinisi::ui
