#pragma once
#include "desk/document_lists.h"
#include "ui/parts/context.h"

#include <QTreeWidget>

namespace diakinisi::ui {

/// The window's left side: the lists with their counts, in sections.
class Navigation : public QTreeWidget
{
    Q_OBJECT

public:
    explicit Navigation(const Context& context, QWidget* parent = nullptr);
    void select(desk::ListKind kind);
    /// No list is open: a form stands in its place.
    void deselect();
    std::optional<desk::ListKind> current() const;

Q_SIGNALS:
    void chosen(diakinisi::desk::ListKind kind);

private:
    void addSection(const std::vector<std::pair<desk::ListKind, QString>>& lists);
    void readCounts();
    void retranslate();

    Context m_context;
    std::map<desk::ListKind, QTreeWidgetItem*> m_items;
    std::vector<QTreeWidgetItem*> m_sections;
    desk::ListCounts m_counts;
    Task<Result<desk::ListCounts>> m_task;
};

} // namespace diakinisi::ui
