#include "ui/parts/busy_line.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

namespace diakinisi::ui {

BusyLine::BusyLine(QWidget* parent) : QProgressBar(parent)
{
    setRange(0, 1);
    setTextVisible(false);
    setFixedHeight(qMax(3, lines(this) / 5));
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    m_timer.setSingleShot(true);
    m_timer.setInterval(patienceMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        setRange(0, 0);
        show();
    });
    translated(this, [this] { setAccessibleName(tr("Work in progress")); });
    hide();
}

void BusyLine::begin()
{
    if (!isVisible())
        m_timer.start();
}

void BusyLine::end()
{
    m_timer.stop();
    setRange(0, 1);
    hide();
}

} // namespace diakinisi::ui
