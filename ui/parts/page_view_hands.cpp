#include "ui/parts/page_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QScrollBar>

// What mouse and keys do to a page view.
namespace diakinisi::ui {

std::optional<PageText::Place> PageView::placeAt(QPoint point) const
{
    const QPoint at = point + QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (int i = 0; i < m_count; ++i) {
        const QRect& place = m_sheets[static_cast<std::size_t>(i)].place;
        if (at.y() <= place.bottom() + m_gap)
            return m_text.at(i, QPointF(at - place.topLeft()) / (pixelsPerPoint * m_zoom));
    }
    return std::nullopt;
}

const PageSpot* PageView::spotAt(QPoint point) const
{
    const QPoint at = point + QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (int i = 0; i < m_count; ++i) {
        const QRect& place = m_sheets[static_cast<std::size_t>(i)].place;
        if (place.contains(at))
            return m_spots.at(i, QPointF(at - place.topLeft()) / (pixelsPerPoint * m_zoom));
    }
    return nullptr;
}

std::optional<PageText::Range> PageView::selection() const
{
    if (!m_anchor || !m_head)
        return std::nullopt;
    return PageText::Range{qMin(*m_anchor, *m_head), qMax(*m_anchor, *m_head)};
}

void PageView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const PageSpot* spot = spotAt(event->position().toPoint()))
        Q_EMIT spotChosen(QString(spot->field));
    m_text.want(currentPage());
    m_anchor = placeAt(event->position().toPoint());
    m_head.reset();
    viewport()->update();
}

void PageView::mouseMoveEvent(QMouseEvent* event)
{
    const int visible = currentPage();
    for (int page = visible; page <= visible + 1; ++page)
        m_text.want(page);
    if (const auto place = placeAt(event->position().toPoint())) {
        if (!m_anchor)
            m_anchor = place;
        m_head = place;
        viewport()->update();
    }
}

void PageView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_text.want(currentPage());
    m_anchor = m_head = placeAt(event->position().toPoint());
    viewport()->update();
}

void PageView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

QString PageView::selectedText() const
{
    const auto selected = selection();
    return selected ? m_text.text(*selected) : QString();
}

void PageView::copy()
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

bool PageView::scrollKeys(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Space:
        return event->modifiers() & Qt::ShiftModifier ? readBack() : readOn();
    case Qt::Key_Home:
        bar->setValue(0);
        return true;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return true;
    case Qt::Key_PageDown:
        goToPage(currentPage() + 1);
        return true;
    case Qt::Key_PageUp:
        goToPage(currentPage() - 1);
        return true;
    default:
        return false;
    }
}

void PageView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::ZoomIn))
        zoomBy(1.2);
    else if (event->matches(QKeySequence::ZoomOut))
        zoomBy(1 / 1.2);
    else if (!scrollKeys(event))
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace diakinisi::ui
