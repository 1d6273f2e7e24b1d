#include "ui/scan/page_strip_model.h"

#include "ui/scan/pile_work.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace diakinisi::ui {

namespace {

const QString rowsType = QStringLiteral("application/x-diakinisi-page-rows");

std::vector<int> rowsOf(const QMimeData* data)
{
    QByteArray bytes = data->data(rowsType);
    QDataStream stream(&bytes, QIODevice::ReadOnly);
    QList<int> rows;
    stream >> rows;
    return {rows.begin(), rows.end()};
}

} // namespace

PageStripModel::PageStripModel(PileWork& work, QObject* parent) : QAbstractListModel(parent), m_work(work)
{
    connect(&m_work, &PileWork::changed, this, &PageStripModel::refresh);
    connect(&m_work, &PileWork::pictured, this, [this](const desk::ScannedPage& page) {
        for (std::size_t row = 0; row < m_rows.size(); ++row)
            if (m_rows[row].isSameAs(page)) {
                const QModelIndex at = index(static_cast<int>(row));
                Q_EMIT dataChanged(at, at, {Picture});
            }
    });
    refresh();
}

/// A page that only came last is a row more; then the view keeps where it stands.
void PageStripModel::refresh()
{
    std::vector<desk::ScannedPage> now = m_work.pages().pages();
    const auto same = [](const desk::ScannedPage& a, const desk::ScannedPage& b) { return a.isSameAs(b); };
    const bool grown = now.size() >= m_rows.size() &&
                       std::equal(m_rows.begin(), m_rows.end(), now.begin(), now.begin() + std::ssize(m_rows), same);
    if (grown && now.size() > m_rows.size()) {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(now.size()) - 1);
        m_rows = std::move(now);
        endInsertRows();
    } else if (!grown) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    } else {
        m_rows = std::move(now);
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int PageStripModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PageStripModel::words(int row) const
{
    const desk::ScannedPage& page = m_rows[static_cast<std::size_t>(row)];
    QStringList parts{tr("Page %1").arg(row + 1)};
    if (page.fate == desk::PageFate::LeftOut)
        parts << (data(index(row), Blank).toBool() ? tr("blank, left out") : tr("left out"));
    if (const int document = data(index(row), Begins).toInt(); document > 0)
        parts << tr("document %1 begins").arg(document);
    return parts.join(QStringLiteral(", "));
}

QVariant PageStripModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::ScannedPage& page = m_rows[static_cast<std::size_t>(index.row())];
    const desk::PageLook* look = nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(index.row() + 1);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return words(index.row());
    case Picture:
        return m_work.picture(page);
    case LeftOut:
        return page.fate == desk::PageFate::LeftOut;
    case Blank:
        look = m_work.pages().look(page);
        return look && look->blank;
    case Documents:
        return static_cast<int>(m_work.pages().documents().size());
    case Begins: {
        const int document = m_work.pages().documentOf(index.row());
        int row = index.row() - 1;
        while (row >= 0 && m_work.pages().documentOf(row) < 0)
            --row;
        return document >= 0 && (row < 0 || m_work.pages().documentOf(row) != document) ? document + 1 : 0;
    }
    default:
        return {};
    }
}

Qt::ItemFlags PageStripModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual | Qt::ItemIsDropEnabled;
}

QStringList PageStripModel::mimeTypes() const
{
    return {rowsType};
}

QMimeData* PageStripModel::mimeData(const QModelIndexList& indexes) const
{
    QList<int> rows;
    for (const QModelIndex& index : indexes)
        rows << index.row();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << rows;
    auto* data = new QMimeData;
    data->setData(rowsType, bytes);
    return data;
}

bool PageStripModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex&) const
{
    return data->hasFormat(rowsType);
}

/// False: the view must not remove the rows itself, the pile has moved them.
bool PageStripModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent)
{
    if (!data->hasFormat(rowsType))
        return false;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    m_work.edit([rows = rowsOf(data), before](desk::PilePages& pages) { return pages.move(rows, before); });
    return false;
}

} // namespace diakinisi::ui
