#pragma once
#include "ui/inbox/list_model.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace diakinisi::ui {

class BusyLine;
class EmptyState;
class FilterBar;
class ListView;
class MessageBar;

/// One list of documents with its heading and filters.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    explicit ListPage(const Context& context, QWidget* parent = nullptr);

    void open(desk::ListKind kind);
    desk::ListKind kind() const { return m_kind; }
    ListView& view() { return *m_view; }
    ListModel& model() { return *m_model; }
    /// Chooses the row of this document once it is there, and none else until then.
    void select(const domain::DocumentId& document);
    void focusFilter();

Q_SIGNALS:
    /// Nothing where no row is current.
    void currentDocument(const std::optional<diakinisi::domain::DocumentId>& document);

private:
    void requery();
    void showState();
    void chooseFirst();
    void retranslate();
    QString emptyAdvice() const;

    Context m_context;
    desk::ListKind m_kind = desk::ListKind::ForAction;
    QLabel* m_heading;
    QLabel* m_count;
    FilterBar* m_filter;
    BusyLine* m_busy;
    MessageBar* m_bar;
    QStackedWidget* m_stack;
    ListView* m_view;
    EmptyState* m_empty;
    ListModel* m_model;
    std::optional<domain::DocumentId> m_wanted;
    std::optional<domain::DocumentId> m_told;
};

} // namespace diakinisi::ui
