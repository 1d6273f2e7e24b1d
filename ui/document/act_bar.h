#pragma once
#include "domain/possible.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace diakinisi::ui {

/// Buttons for the acts that are possible now: the ones most wanted first, the rare ones under 'More'.
class ActBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActBar(QWidget* parent = nullptr);
    void show(const std::vector<domain::Act>& acts);
    QPushButton* button(domain::Act act) const;

Q_SIGNALS:
    void wanted(diakinisi::domain::Act act);

private:
    void rebuild();

    std::vector<domain::Act> m_acts;
    QHBoxLayout* m_row;
    QToolButton* m_more;
    QMenu* m_menu;
    std::map<domain::Act, QPushButton*> m_buttons;
};

/// The icon of an act, by name.
QString actIcon(domain::Act act);

} // namespace diakinisi::ui
