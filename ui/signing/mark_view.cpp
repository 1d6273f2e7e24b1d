#include "ui/signing/mark_view.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace diakinisi::ui {

namespace {

constexpr double step = 6; ///< points a key moves it
constexpr double fineStep = 1;
constexpr double a4Ratio = 1.414;

} // namespace

MarkView::MarkView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setMinimumSize(characters(this, 24), lines(this, 10));
    translated(this, [this] {
        setAccessibleName(tr("The page with the mark"));
        setAccessibleDescription(tr("Draw its place with the mouse, or move it with the arrows; Shift and the arrows "
                                    "change its size, Home lets the place be found"));
        setToolTip(accessibleDescription());
    });
}

QSize MarkView::sizeHint() const
{
    const int width = characters(this, 44);
    return {width, qRound(width * a4Ratio)};
}

void MarkView::show(const QImage& page, const QSizeF& points, const QRectF& area)
{
    m_page = page;
    m_points = points;
    m_area = area;
    m_drawing.reset();
    update();
}

void MarkView::clear()
{
    m_page = {};
    m_drawing.reset();
    update();
}

QRectF MarkView::pageRect() const
{
    const QSizeF size = m_points.scaled(QSizeF(this->size()) - QSizeF(2, 2), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QPointF MarkView::toPoints(const QPointF& pixel) const
{
    const QRectF page = pageRect();
    const QPointF within(std::clamp(pixel.x(), page.left(), page.right()) - page.left(),
                         std::clamp(pixel.y(), page.top(), page.bottom()) - page.top());
    return within * (m_points.width() / page.width());
}

QRectF MarkView::toPixels(const QRectF& area) const
{
    const QRectF page = pageRect();
    const double scale = page.width() / m_points.width();
    return {page.topLeft() + area.topLeft() * scale, area.size() * scale};
}

/// Large enough to be read, and wholly on the page.
QRectF MarkView::onPage(QRectF area) const
{
    area.setWidth(std::clamp(area.width(), smallestWidth, m_points.width()));
    area.setHeight(std::clamp(area.height(), smallestHeight, m_points.height()));
    area.moveLeft(std::clamp(area.left(), 0.0, m_points.width() - area.width()));
    area.moveTop(std::clamp(area.top(), 0.0, m_points.height() - area.height()));
    return area;
}

void MarkView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isEmpty())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF page = pageRect();
    painter.fillRect(page, Qt::white);
    painter.drawImage(page, m_page);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(page);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setPen(QPen(accent, hasFocus() ? 2 : 1, m_drawing ? Qt::SolidLine : Qt::DashLine));
    if (m_drawing) {
        QColor light = accent;
        light.setAlpha(50);
        painter.setBrush(light);
    }
    painter.drawRect(toPixels(m_drawing.value_or(m_area)));
}

void MarkView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || isEmpty())
        return;
    setFocus(Qt::MouseFocusReason);
    m_from = toPoints(event->position());
    m_dragged = m_area.contains(*m_from) ? std::optional(m_area) : std::nullopt;
}

void MarkView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_from)
        return;
    const QPointF to = toPoints(event->position());
    m_drawing = m_dragged ? onPage(m_dragged->translated(to - *m_from)) : QRectF(*m_from, to).normalized();
    update();
}

void MarkView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_from)
        return;
    m_from.reset();
    if (const auto drawn = std::exchange(m_drawing, std::nullopt))
        choose(*drawn);
}

void MarkView::keyPressEvent(QKeyEvent* event)
{
    if (isEmpty())
        return QWidget::keyPressEvent(event);
    const double by = event->modifiers() & Qt::ControlModifier ? fineStep : step;
    QPointF delta;
    switch (event->key()) {
    case Qt::Key_Left:
        delta = {-by, 0};
        break;
    case Qt::Key_Right:
        delta = {by, 0};
        break;
    case Qt::Key_Up:
        delta = {0, -by};
        break;
    case Qt::Key_Down:
        delta = {0, by};
        break;
    case Qt::Key_Home:
    case Qt::Key_Delete:
        Q_EMIT automaticWanted();
        return;
    default:
        return QWidget::keyPressEvent(event);
    }
    const bool size = event->modifiers() & Qt::ShiftModifier;
    choose(size ? QRectF(m_area.topLeft(), m_area.size() + QSizeF(delta.x(), delta.y())) : m_area.translated(delta));
}

void MarkView::choose(const QRectF& area)
{
    m_area = onPage(area);
    update();
    Q_EMIT areaChosen(m_area);
}

void MarkView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void MarkView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace diakinisi::ui
