#pragma once
#include "ui/parts/context.h"

#include <QWidget>

namespace diakinisi::ui {

class DocumentPanel;

/// One document in a window of its own; as many as wanted.
class DocumentWindow : public QWidget
{
    Q_OBJECT

public:
    DocumentWindow(const Context& context, const domain::DocumentId& document, QWidget* parent = nullptr);
    DocumentPanel& panel() { return *m_panel; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void addKeys();
    void retitle();

    Context m_context;
    DocumentPanel* m_panel;
};

} // namespace diakinisi::ui
