#pragma once
#include "desk/signing_doctor.h"
#include "ui/parts/context.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;
class QLabel;

namespace diakinisi::ui {

class BusyLine;

/// Everything that signing needs, looked at without a PIN: each line good or not, and what to do. For the person, and
/// to be copied for whoever helps on the telephone.
class DevicePage : public QWidget
{
    Q_OBJECT

public:
    explicit DevicePage(const Context& context, QWidget* parent = nullptr);
    /// Looks at everything, in the background.
    void examine();

private:
    QWidget* makeButtons();
    void rebuild();
    void showAdvice();
    void copy() const;
    void retranslate();

    Context m_context;
    QLabel* m_summary;
    BusyLine* m_busy;
    QTreeWidget* m_list;
    QLabel* m_advice;
    QPushButton* m_again = nullptr;
    QPushButton* m_copy = nullptr;
    std::vector<desk::Finding> m_findings;
    bool m_known = false;
    Task<std::vector<desk::Finding>> m_task;
};

} // namespace diakinisi::ui
