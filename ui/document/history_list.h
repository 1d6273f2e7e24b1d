#pragma once
#include "desk/rows.h"

#include <QTreeWidget>

namespace diakinisi::ui {

/// The whole way of a document, newest last: when, what, who, to whom, and what was written.
class HistoryList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit HistoryList(QWidget* parent = nullptr);
    void show(const std::vector<desk::HistoryRow>& rows);

private:
    void rebuild();

    std::vector<desk::HistoryRow> m_rows;
};

} // namespace diakinisi::ui
