#pragma once
#include "ui/parts/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace diakinisi::ui {

/// How the desk stands with the server, and what still waits; one line at the window's foot.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(const Context& context, QWidget* parent = nullptr);
    /// Something else that is to be seen from everywhere, at the line's end.
    void addNotice(QWidget* notice);

Q_SIGNALS:
    void signInWanted();

private:
    void showStatus();

    Context m_context;
    QLabel* m_picture;
    QLabel* m_text;
    QPushButton* m_act;
};

} // namespace diakinisi::ui
