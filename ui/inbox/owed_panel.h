#pragma once
#include "desk/signer.h"
#include "ui/parts/context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace diakinisi::ui {

class MessageBar;

/// The person's signatures whose timestamp or long-term data is still to come: the desk adds it by itself. Hidden while
/// there are none.
class OwedPanel : public QWidget
{
    Q_OBJECT

public:
    explicit OwedPanel(const Context& context, QWidget* parent = nullptr);
    void read();

Q_SIGNALS:
    void opened(const diakinisi::domain::DocumentId& document);

private:
    void rebuild();
    void retranslate();
    void tryNow();
    void openCurrent();
    static QString stateOf(const desk::OwedSignature& owed);

    Context m_context;
    QLabel* m_heading;
    QLabel* m_advice;
    QTreeWidget* m_list;
    QPushButton* m_try;
    QPushButton* m_open;
    MessageBar* m_bar;
    std::vector<desk::OwedSignature> m_owed;
    Task<Result<std::vector<desk::OwedSignature>>> m_reading;
    Task<Done> m_trying;
};

} // namespace diakinisi::ui
