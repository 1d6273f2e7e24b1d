#pragma once
#include <QWidget>

class QLabel;

namespace diakinisi::ui {

/// What stands where a list or a page has nothing to show: why, and what one can do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);
    void say(const QString& iconName, const QString& heading, const QString& advice);

private:
    QLabel* m_picture;
    QLabel* m_heading;
    QLabel* m_advice;
};

} // namespace diakinisi::ui
