#pragma once
#include "desk/document_lists.h"
#include "ui/parts/context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace diakinisi::ui {

class EmptyState;
class MessageBar;
class OwedPanel;

/// 'They need you': what the desk could not bring to an end by itself, each with its reason and what can be done; below
/// it what the desk still adds to signatures by itself.
class AttentionPage : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionPage(const Context& context, QWidget* parent = nullptr);
    void read();
    /// Something else that needs the person, above the list.
    void addNotice(QWidget* notice);

Q_SIGNALS:
    void opened(const diakinisi::domain::DocumentId& document);

private:
    QWidget* makeDetails();
    void rebuild();
    void showCurrent();
    void retranslate();
    void settle(bool again);
    const desk::AttentionRow* current() const;

    Context m_context;
    QLabel* m_heading;
    MessageBar* m_bar;
    QStackedWidget* m_stack;
    QTreeWidget* m_list;
    EmptyState* m_empty;
    OwedPanel* m_owed;
    MessageBar* m_reason = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_dismiss = nullptr;
    std::vector<desk::AttentionRow> m_rows;
    Task<Result<std::vector<desk::AttentionRow>>> m_reading;
    Task<Done> m_settling;
};

} // namespace diakinisi::ui
