#include "ui/parts/page_view.h"

#include "ui/parts/metrics.h"
#include "ui/parts/page_cache.h"
#include "ui/parts/translated.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

// What mouse and keys do is in page_view_hands.cpp.
namespace diakinisi::ui {

namespace {

constexpr double smallest = 0.1;
constexpr double largest = 6.0;

} // namespace

PageView::PageView(const Context& context, QWidget* parent)
    : QAbstractScrollArea(parent),
      m_pages(context.pages),
      m_text(context.desk.files(), context.desk.lanes().images),
      m_gap(gap(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Mid);
    viewport()->setAutoFillBackground(true);
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(lines(this, 3));
    connect(&m_pages, &PageCache::pagesKnown, this, [this](const Sha256& file) {
        if (file == m_file && m_count == 0)
            open(file);
    });
    connect(&m_pages, &PageCache::pageReady, this, [this](const Sha256& file) {
        if (file == m_file)
            viewport()->update();
    });
    connect(&m_pages, &PageCache::failed, this, [this](const Sha256& file, const Error& error) {
        if (file == m_file)
            Q_EMIT failed(error);
    });
    connect(&m_text, &PageText::changed, this, [this] { viewport()->update(); });
    connect(&m_text, &PageText::found, this, [this] {
        m_currentFind = m_text.finds().empty() ? -1 : qBound(0, m_currentFind, findCount() - 1);
        showFind();
        Q_EMIT findsChanged();
    });
    translated(this, [this] { setAccessibleName(tr("Pages of the document")); });
}

void PageView::open(const Sha256& file)
{
    close();
    m_file = file;
    if (const Error* problem = m_pages.problem(file)) {
        Q_EMIT failed(*problem);
        return;
    }
    const desk::DeskFiles::Pages* pages = m_pages.pages(file);
    if (!pages)
        return; // pagesKnown brings us here again
    m_count = pages->count;
    for (const QSizeF& size : pages->sizes)
        m_sheets.push_back({size, {}});
    m_text.open(file, m_count);
    lay();
    verticalScrollBar()->setValue(std::exchange(m_startAt, 0));
    viewport()->update();
    Q_EMIT opened();
    Q_EMIT moved();
}

void PageView::keepPlace()
{
    m_startAt = verticalScrollBar()->value();
}

void PageView::close()
{
    m_file.reset();
    m_count = 0;
    m_sheets.clear();
    m_anchor.reset();
    m_head.reset();
    m_currentFind = -1;
    m_text.close();
    lay();
    viewport()->update();
}

double PageView::zoomFor(Fit fit) const
{
    if (fit == Fit::Free || m_sheets.empty())
        return m_zoom;
    double widest = 1;
    double tallest = 1;
    for (const Sheet& sheet : m_sheets) {
        widest = qMax(widest, sheet.points.width());
        tallest = qMax(tallest, sheet.points.height());
    }
    const double byWidth = (viewport()->width() - 2 * m_gap) / (widest * pixelsPerPoint);
    const double byHeight = (viewport()->height() - 2 * m_gap) / (tallest * pixelsPerPoint);
    return qBound(smallest, fit == Fit::Width ? byWidth : qMin(byWidth, byHeight), largest);
}

void PageView::lay()
{
    m_zoom = zoomFor(m_fit);
    int y = m_gap;
    int widest = 0;
    for (Sheet& sheet : m_sheets) {
        const QSize size = (sheet.points * pixelsPerPoint * m_zoom).toSize();
        sheet.place = QRect(QPoint(m_gap, y), size);
        y += size.height() + m_gap;
        widest = qMax(widest, size.width());
    }
    m_area = QSize(widest + 2 * m_gap, y);
    for (Sheet& sheet : m_sheets) // centred
        sheet.place.moveLeft(qMax(m_area.width(), viewport()->width()) / 2 - sheet.place.width() / 2);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, m_sheets.empty() ? 0 : qMax(0, m_area.height() - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, m_sheets.empty() ? 0 : qMax(0, m_area.width() - viewport()->width()));
}

/// Keeps what stands at the upper edge there while sizes change.
void PageView::relay(const std::function<void()>& change)
{
    const int page = currentPage();
    double part = 0;
    if (page < m_count) {
        const QRect place = m_sheets[static_cast<std::size_t>(page)].place;
        part = double(verticalScrollBar()->value() - place.top()) / qMax(1, place.height());
    }
    change();
    lay();
    if (page < m_count) {
        const QRect place = m_sheets[static_cast<std::size_t>(page)].place;
        verticalScrollBar()->setValue(place.top() + qRound(part * place.height()));
    }
    viewport()->update();
    Q_EMIT moved();
}

int PageView::currentPage() const
{
    const int middle = verticalScrollBar()->value() + viewport()->height() / 3;
    for (int i = m_count - 1; i > 0; --i)
        if (m_sheets[static_cast<std::size_t>(i)].place.top() <= middle)
            return i;
    return 0;
}

void PageView::goToPage(int page)
{
    if (m_count > 0)
        verticalScrollBar()->setValue(m_sheets[static_cast<std::size_t>(qBound(0, page, m_count - 1))].place.top() -
                                      m_gap);
}

void PageView::setFit(Fit fit)
{
    relay([&] { m_fit = fit; });
}

void PageView::zoomBy(double factor)
{
    relay([&] {
        m_fit = Fit::Free;
        m_zoom = qBound(smallest, m_zoom * factor, largest);
    });
}

bool PageView::readOn()
{
    QScrollBar* bar = verticalScrollBar();
    if (bar->value() >= bar->maximum())
        return false;
    bar->setValue(bar->value() + viewport()->height() - lines(this, 2));
    return true;
}

bool PageView::readBack()
{
    QScrollBar* bar = verticalScrollBar();
    if (bar->value() <= bar->minimum())
        return false;
    bar->setValue(bar->value() - viewport()->height() + lines(this, 2));
    return true;
}

int PageView::widthOf(const Sheet& sheet) const
{
    return qRound(sheet.place.width() * devicePixelRatioF());
}

void PageView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    relay([] {});
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT moved();
}

void PageView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    const QRect visible = viewport()->rect().translated(horizontalScrollBar()->value(), verticalScrollBar()->value());
    int last = -1;
    for (int i = 0; i < m_count; ++i) {
        if (!m_sheets[static_cast<std::size_t>(i)].place.intersects(visible))
            continue;
        paintSheet(painter, i);
        last = i;
    }
    if (last >= 0 && last + 1 < m_count) // the next page, before it is asked for
        m_pages.prefetch(*m_file, last + 1, widthOf(m_sheets[static_cast<std::size_t>(last) + 1]));
}

void PageView::paintSheet(QPainter& painter, int index)
{
    const Sheet& sheet = m_sheets[static_cast<std::size_t>(index)];
    painter.fillRect(sheet.place, Qt::white);
    QImage picture = m_pages.page(*m_file, index, widthOf(sheet));
    if (picture.isNull())
        picture = m_pages.otherWidth(*m_file, index);
    if (!picture.isNull())
        painter.drawImage(sheet.place, picture);
    for (std::size_t i = 0; i < m_text.finds().size(); ++i)
        paintMarks(painter, index, m_text.finds()[i],
                   static_cast<int>(i) == m_currentFind ? QColor(255, 150, 0, 130) : QColor(255, 220, 60, 110));
    if (const auto selected = selection()) {
        QColor colour = palette().color(QPalette::Highlight);
        colour.setAlpha(80);
        paintMarks(painter, index, *selected, colour);
    }
    m_spots.paint(painter, index, sheet.place.topLeft(), pixelsPerPoint * m_zoom);
}

void PageView::setSpots(std::vector<PageSpot> spots)
{
    m_spots.set(std::move(spots));
    viewport()->update();
}

void PageView::showSpot(const QString& field)
{
    if (!m_spots.choose(field))
        return;
    const PageSpot* spot = m_spots.current();
    if (spot && spot->page < m_count)
        bringIntoSight(spot->page, spot->box.top());
    viewport()->update();
}

void PageView::bringIntoSight(int page, double points)
{
    const int y = m_sheets[static_cast<std::size_t>(page)].place.top() + qRound(points * pixelsPerPoint * m_zoom);
    const int top = verticalScrollBar()->value();
    if (y < top || y > top + viewport()->height() - lines(this, 2))
        verticalScrollBar()->setValue(y - viewport()->height() / 3);
}

void PageView::paintMarks(QPainter& painter, int index, const PageText::Range& range, const QColor& colour)
{
    const QPointF origin = m_sheets[static_cast<std::size_t>(index)].place.topLeft();
    const double scale = pixelsPerPoint * m_zoom;
    for (const QRectF& box : m_text.boxes(range, index))
        painter.fillRect(QRectF(origin + box.topLeft() * scale, box.size() * scale), colour);
}

void PageView::find(const QString& letters)
{
    m_currentFind = 0;
    m_text.find(letters);
}

void PageView::nextFind(int step)
{
    if (findCount() == 0)
        return;
    m_currentFind = (m_currentFind + step + findCount()) % findCount();
    showFind();
    Q_EMIT findsChanged();
}

void PageView::showFind()
{
    if (m_currentFind >= 0 && m_currentFind < findCount()) {
        const PageText::Range& find = m_text.finds()[static_cast<std::size_t>(m_currentFind)];
        const auto boxes = m_text.boxes(find, find.first.page);
        bringIntoSight(find.first.page, boxes.empty() ? 0 : boxes.front().top());
    }
    viewport()->update();
}

} // namespace diakinisi::ui
