#pragma once
#include "ui/parts/context.h"
#include "ui/parts/page_spots.h"
#include "ui/parts/page_text.h"

#include <QAbstractScrollArea>

namespace diakinisi::ui {

/// The pages of one file, one under the other: zoom, keyboard, selecting and copying text, marks of what was found.
/// Pictures come from the PageCache; while the sharp one is on its way a blurred one stands in.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Fit { Width, Page, Free };

    explicit PageView(const Context& context, QWidget* parent = nullptr);

    void open(const Sha256& file);
    /// The file that is opened next is this one anew: it comes up where this one stands.
    void keepPlace();
    void close();
    bool isOpen() const { return m_count > 0; }
    int pageCount() const { return m_count; }
    int currentPage() const;
    void goToPage(int page);

    Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    void zoomBy(double factor);
    double zoom() const { return m_zoom; }

    /// One windowful on; false at the end of the last page.
    bool readOn();
    bool readBack();

    QString selectedText() const;
    void copy();
    void find(const QString& letters);
    void nextFind(int step);
    int findCount() const { return static_cast<int>(m_text.finds().size()); }
    int currentFind() const { return m_currentFind; }

    /// Where things were read; they stay until others are set.
    void setSpots(std::vector<PageSpot> spots);
    /// Stresses the spot of this field, and brings it into sight.
    void showSpot(const QString& field);

Q_SIGNALS:
    void spotChosen(const QString& field);
    void opened();
    void failed(const diakinisi::Error& error);
    void moved(); ///< page or zoom changed
    void findsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr double pixelsPerPoint = 96.0 / 72.0;

    struct Sheet {
        QSizeF points;
        QRect place; ///< in the scrolled area
    };

    void lay();
    void relay(const std::function<void()>& change);
    double zoomFor(Fit fit) const;
    int widthOf(const Sheet& sheet) const;
    void paintSheet(QPainter& painter, int index);
    void paintMarks(QPainter& painter, int index, const PageText::Range& range, const QColor& colour);
    std::optional<PageText::Place> placeAt(QPoint point) const;
    std::optional<PageText::Range> selection() const;
    void showFind();
    void bringIntoSight(int page, double points);
    const PageSpot* spotAt(QPoint point) const;
    bool scrollKeys(QKeyEvent* event);

    PageCache& m_pages;
    PageText m_text;
    std::optional<Sha256> m_file;
    int m_count = 0;
    std::vector<Sheet> m_sheets;
    Fit m_fit = Fit::Width;
    double m_zoom = 1;
    int m_gap;
    QSize m_area;
    std::optional<PageText::Place> m_anchor;
    std::optional<PageText::Place> m_head;
    int m_currentFind = -1;
    PageSpots m_spots;
    int m_startAt = 0;
};

} // namespace diakinisi::ui
