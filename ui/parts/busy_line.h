#pragma once
#include <QProgressBar>
#include <QTimer>

namespace diakinisi::ui {

/// A thin moving line that shows up when something takes longer than 100 ms; its room is kept, so nothing jumps.
class BusyLine : public QProgressBar
{
    Q_OBJECT

public:
    static constexpr int patienceMs = 100;

    explicit BusyLine(QWidget* parent = nullptr);
    void begin();
    void end();

private:
    QTimer m_timer;
};

} // namespace diakinisi::ui
