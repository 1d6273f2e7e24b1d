#pragma once
#include <QImage>
#include <QRectF>
#include <QWidget>

#include <optional>

namespace diakinisi::ui {

/// One page with the mark on it. The mark's place can be drawn with the mouse, dragged, or moved with the arrows
/// (Shift: its size; Ctrl: finely). Places are points from the upper left corner of the page as shown.
class MarkView : public QWidget
{
    Q_OBJECT

public:
    static constexpr double smallestWidth = 60; ///< points, so that the mark can be read
    static constexpr double smallestHeight = 24;

    explicit MarkView(QWidget* parent = nullptr);

    /// The page as it will look, its size in points, and where the mark is.
    void show(const QImage& page, const QSizeF& points, const QRectF& area);
    void clear();
    bool isEmpty() const { return m_page.isNull(); }
    QRectF area() const { return m_area; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void areaChosen(const QRectF& area); ///< by mouse or keys; the picture is to be made anew
    void automaticWanted();              ///< Home, Delete: let the place be found

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF pageRect() const; ///< where the page is drawn
    QPointF toPoints(const QPointF& pixel) const;
    QRectF toPixels(const QRectF& area) const;
    QRectF onPage(QRectF area) const;
    void choose(const QRectF& area);

    QImage m_page;
    QSizeF m_points;
    QRectF m_area;
    std::optional<QPointF> m_from;   ///< where the mouse went down
    std::optional<QRectF> m_dragged; ///< the mark as it was, while it is dragged
    std::optional<QRectF> m_drawing; ///< the new place, while the mouse is down
};

} // namespace diakinisi::ui
