#include "ui/inbox/list_view.h"

#include "ui/inbox/list_model.h"
#include "ui/parts/translated.h"

#include <QKeyEvent>

namespace diakinisi::ui {

std::optional<domain::Act> actOfLetter(const QString& typed)
{
    using domain::Act;
    if (typed.size() != 1)
        return std::nullopt;
    const QString letter = typed.toUpper();
    if (letter == u"Ε" || letter == u"E")
        return Act::Approve;
    if (letter == u"Υ" || letter == u"Y")
        return Act::Sign;
    if (letter == u"Π" || letter == u"P")
        return Act::SendBack;
    if (letter == u"Τ" || letter == u"T")
        return Act::ApproveWithObjection;
    if (letter == u"Χ" || letter == u"X")
        return Act::Charge;
    return std::nullopt;
}

ListView::ListView(QWidget* parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLayoutMode(QListView::Batched);
    setBatchSize(250);
    setMouseTracking(true);
    translated(this, [this] { viewport()->update(); });
}

QVector<domain::DocumentId> ListView::selectedDocuments() const
{
    const auto* rows = qobject_cast<const ListModel*>(model());
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    if (indexes.isEmpty() && currentIndex().isValid())
        indexes << currentIndex();
    std::sort(indexes.begin(), indexes.end());
    QVector<domain::DocumentId> ids;
    for (const QModelIndex& index : indexes)
        ids << rows->row(index.row()).id;
    return ids;
}

std::optional<domain::DocumentId> ListView::currentDocument() const
{
    const auto* rows = qobject_cast<const ListModel*>(model());
    if (!rows || !currentIndex().isValid())
        return std::nullopt;
    return rows->row(currentIndex().row()).id;
}

void ListView::openCurrent()
{
    if (const auto document = currentDocument())
        Q_EMIT opened(*document);
}

void ListView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && event->key() == Qt::Key_Space) {
        if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT readBack();
        else
            Q_EMIT readOn();
        return;
    }
    if (plain && enter) {
        openCurrent();
        return;
    }
    if (const auto act = plain ? actOfLetter(event->text()) : std::nullopt) {
        Q_EMIT letterAct(*act);
        return;
    }
    QListView::keyPressEvent(event);
}

void ListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

void ListView::mouseDoubleClickEvent(QMouseEvent*)
{
    openCurrent();
}

} // namespace diakinisi::ui
