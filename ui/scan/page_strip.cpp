#include "ui/scan/page_strip.h"

#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/scan/page_strip_model.h"
#include "ui/scan/pile_work.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <numeric>

namespace diakinisi::ui {

namespace {

/// A sheet with its number below; above the first of each document a line that says so.
class PageDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int line = option.fontMetrics.height();
        const int heading = hasHeading(index) ? line * 3 / 2 : 0;
        return {line * 7, line * 10 + heading};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int line = option.fontMetrics.height();
        QRect rect = option.rect;
        painter->save();
        if (hasHeading(index)) {
            paintHeading(painter, option, rect.adjusted(0, 0, 0, line * 3 / 2 - rect.height()),
                         index.data(PageStripModel::Begins).toInt());
            rect.setTop(rect.top() + line * 3 / 2);
        }
        if (option.state & QStyle::State_Selected)
            painter->fillRect(rect, option.palette.color(QPalette::Highlight));
        paintSheet(painter, option, rect.adjusted(line / 2, line / 3, -line / 2, -line * 3 / 2), index);
        paintWords(painter, option, QRect(rect.left(), rect.bottom() - line * 4 / 3, rect.width(), line), index);
        painter->restore();
    }

private:
    static bool hasHeading(const QModelIndex& index)
    {
        return index.data(PageStripModel::Documents).toInt() > 1 && index.data(PageStripModel::Begins).toInt() > 0;
    }
    static void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect, int document)
    {
        painter->setPen(option.palette.color(QPalette::Text));
        QFont bold = option.font;
        bold.setBold(true);
        painter->setFont(bold);
        painter->drawText(rect, Qt::AlignCenter, PageStrip::tr("Document %1").arg(document));
        painter->setFont(option.font);
    }
    static void paintSheet(QPainter* painter, const QStyleOptionViewItem& option, const QRect& room,
                           const QModelIndex& index)
    {
        const auto picture = index.data(PageStripModel::Picture).value<QImage>();
        const QSize size =
            (picture.isNull() ? QSize(210, 297) : picture.size()).scaled(room.size(), Qt::KeepAspectRatio);
        QRect sheet(QPoint(), size);
        sheet.moveCenter(room.center());
        const bool out = index.data(PageStripModel::LeftOut).toBool();
        painter->setOpacity(out ? 0.35 : 1.0);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        if (picture.isNull())
            painter->fillRect(sheet, option.palette.color(QPalette::AlternateBase));
        else
            painter->drawImage(sheet, picture);
        painter->setOpacity(1.0);
        painter->setPen(option.palette.color(QPalette::Mid));
        painter->drawRect(sheet.adjusted(0, 0, -1, -1));
    }
    static void paintWords(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect,
                           const QModelIndex& index)
    {
        const bool chosen = option.state & QStyle::State_Selected;
        painter->setPen(option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        QString words = index.data(Qt::DisplayRole).toString();
        if (index.data(PageStripModel::LeftOut).toBool())
            words += QStringLiteral(" · ") +
                     (index.data(PageStripModel::Blank).toBool() ? PageStrip::tr("blank") : PageStrip::tr("out"));
        painter->drawText(rect, Qt::AlignCenter, words);
    }
};

} // namespace

PageStrip::PageStrip(PileWork& work, QWidget* parent)
    : QListView(parent),
      m_work(work),
      m_model(new PageStripModel(work, this))
{
    setModel(m_model);
    setItemDelegate(new PageDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(lines(this, 7) + gap(this) * 5);
    // What came last is in sight.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] { scrollToBottom(); });
    connect(&m_work, &PileWork::changed, this, [this] { scheduleDelayedItemsLayout(); });
    translated(this, [this] { setAccessibleName(tr("Pages of the pile")); });
}

std::vector<int> PageStrip::chosen() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

void PageStrip::choose(int row)
{
    choose(std::vector{row});
}

void PageStrip::choose(const std::vector<int>& rows)
{
    QItemSelection selection;
    for (const int row : rows)
        if (row >= 0 && row < m_model->rowCount())
            selection.select(m_model->index(row), m_model->index(row));
    if (selection.isEmpty())
        return;
    selectionModel()->setCurrentIndex(selection.indexes().front(), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void PageStrip::turn(int quarterTurns)
{
    m_work.edit([&](desk::PilePages& pages) { return pages.turn(chosen(), quarterTurns); });
}

void PageStrip::remove()
{
    const std::vector<int> rows = chosen();
    m_work.edit([&](desk::PilePages& pages) { return pages.remove(rows); });
    if (!rows.empty())
        choose(qMin(rows.front(), m_model->rowCount() - 1));
}

void PageStrip::undo()
{
    const std::vector<int> rows = chosen();
    m_work.edit([](desk::PilePages& pages) { return pages.undo(); });
    choose(rows);
}

void PageStrip::splitHere()
{
    const int row = currentIndex().row();
    if (row < 0)
        return;
    const bool begins = currentIndex().data(PageStripModel::Begins).toInt() > 1;
    m_work.edit([&](desk::PilePages& pages) { return begins ? pages.merge(row) : pages.split(row); });
}

void PageStrip::leaveOut()
{
    const std::vector<int> rows = chosen();
    const bool out = !rows.empty() && m_model->index(rows.front()).data(PageStripModel::LeftOut).toBool();
    m_work.edit([&](desk::PilePages& pages) { return out ? pages.bringBack(rows) : pages.leaveOut(rows); });
}

void PageStrip::move(int step)
{
    const std::vector<int> rows = chosen();
    if (rows.empty() || rows.front() + step < 0 || rows.back() + step >= m_model->rowCount())
        return;
    const int before = step < 0 ? rows.front() + step : rows.back() + step + 1;
    m_work.edit([&](desk::PilePages& pages) { return pages.move(rows, before); });
    const int first = step < 0 ? before : before - static_cast<int>(rows.size());
    std::vector<int> moved(rows.size());
    std::iota(moved.begin(), moved.end(), first);
    choose(moved);
}

bool PageStrip::actLetter(QChar letter, Qt::KeyboardModifiers modifiers)
{
    switch (letter.toUpper().unicode()) {
    case u'R':
    case u'Ρ':
        turn(modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case u'S':
    case u'Σ':
        splitHere();
        return true;
    case u'L':
    case u'Λ':
        leaveOut();
        return true;
    case u' ':
        Q_EMIT scanWanted();
        return true;
    default:
        return false;
    }
}

/// Undo means the pile's last change here, not the window's last act.
bool PageStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void PageStrip::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (control && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        move(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Delete)
        remove();
    else if (event->matches(QKeySequence::Undo))
        undo();
    else if (control || event->text().isEmpty() || !actLetter(event->text().front(), event->modifiers()))
        QListView::keyPressEvent(event);
}

/// One click brings back what was left out.
void PageStrip::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex at = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && at.isValid() &&
        at.data(PageStripModel::LeftOut).toBool() && chosen() == std::vector{at.row()})
        leaveOut();
}

void PageStrip::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto item = [&](const QString& words, const QString& key, auto act) {
        menu->addAction(words + u'\t' + key, this, act);
    };
    item(tr("Turn right"), tr("R"), [this] { turn(1); });
    item(tr("Turn left"), tr("Shift+R"), [this] { turn(-1); });
    item(tr("Left out, or in again"), tr("L"), &PageStrip::leaveOut);
    item(tr("A document begins here, or not"), tr("S"), &PageStrip::splitHere);
    item(tr("Delete"), tr("Del"), &PageStrip::remove);
    menu->addSeparator();
    item(tr("Undo"), tr("Ctrl+Z"), &PageStrip::undo);
    menu->popup(event->globalPos());
}

void PageStrip::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    tellPage();
}

void PageStrip::tellPage()
{
    const int row = currentIndex().row();
    if (row < 0 || m_work.pages().documentOf(row) != 0)
        return;
    int page = 0;
    for (int i = 0; i < row; ++i)
        page += m_work.pages().documentOf(i) == 0 ? 1 : 0;
    Q_EMIT pageChosen(page);
}

} // namespace diakinisi::ui
