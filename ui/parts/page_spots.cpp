#include "ui/parts/page_spots.h"

#include <QPainter>

#include <algorithm>

namespace diakinisi::ui {

namespace {

constexpr double room = 2; ///< points between the words and their frame

QRectF framed(const PageSpot& spot)
{
    return spot.box.adjusted(-room, -room, room, room);
}

} // namespace

void PageSpots::set(std::vector<PageSpot> spots)
{
    m_spots = std::move(spots);
}

bool PageSpots::choose(const QString& field)
{
    return std::exchange(m_current, field) != field;
}

const PageSpot* PageSpots::current() const
{
    const auto found = std::ranges::find(m_spots, m_current, &PageSpot::field);
    return found == m_spots.end() ? nullptr : &*found;
}

const PageSpot* PageSpots::at(int page, QPointF point) const
{
    const auto found = std::ranges::find_if(
        m_spots, [&](const PageSpot& spot) { return spot.page == page && framed(spot).contains(point); });
    return found == m_spots.end() ? nullptr : &*found;
}

/// The page is paper whatever the theme, so the colours are the light one's.
void PageSpots::paint(QPainter& painter, int page, QPointF origin, double scale) const
{
    for (const PageSpot& spot : m_spots) {
        if (spot.page != page)
            continue;
        const QRectF box = framed(spot);
        const QRectF frame(origin + box.topLeft() * scale, box.size() * scale);
        const bool current = spot.field == m_current;
        const QColor colour = spot.sure ? QColor(0, 105, 92) : QColor(160, 95, 0);
        QColor ground = colour;
        ground.setAlpha(current ? 60 : 22);
        painter.fillRect(frame, ground);
        painter.setPen(QPen(colour, current ? 2.5 : 1.0, spot.sure ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame);
    }
}

} // namespace diakinisi::ui
