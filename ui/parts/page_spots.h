#pragma once
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace diakinisi::ui {

/// A place on a page that something was read from.
struct PageSpot {
    QString field;
    int page = 0;
    QRectF box; ///< points, from the page's upper left corner
    bool sure = true;

    friend bool operator==(const PageSpot&, const PageSpot&) = default;
};

/// The frames around such places, one of them the one that is spoken of.
class PageSpots
{
public:
    void set(std::vector<PageSpot> spots);
    /// The spot of this field is the current one; none for a field without. True when that changed anything.
    bool choose(const QString& field);
    const PageSpot* current() const;
    const PageSpot* at(int page, QPointF point) const;
    /// Onto a sheet whose upper left corner is `origin`, `scale` pixels a point.
    void paint(QPainter& painter, int page, QPointF origin, double scale) const;

private:
    std::vector<PageSpot> m_spots;
    QString m_current;
};

} // namespace diakinisi::ui
