#pragma once
#include "ui/shell/expiry_watch.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace diakinisi::ui {

/// The watch's warning in one line, with what can be done about it; hidden while there is none.
class ExpiryNotice : public QWidget
{
    Q_OBJECT

public:
    ExpiryNotice(ExpiryWatch& watch, QWidget* parent = nullptr);

Q_SIGNALS:
    void opened(); ///< more is wanted: the page about keys and devices

private:
    void retranslate();

    ExpiryWatch& m_watch;
    QLabel* m_picture;
    QLabel* m_text;
    QPushButton* m_open;
    QToolButton* m_dismiss;
};

} // namespace diakinisi::ui
