#include "ui/inbox/list_model.h"

#include "ui/texts/format.h"

#include <QSet>

namespace diakinisi::ui {

namespace {

constexpr int coalesceMs = 40;

} // namespace

ListModel::ListModel(const Context& context, QObject* parent) : QAbstractListModel(parent), m_context(context)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(coalesceMs);
    connect(&m_soon, &QTimer::timeout, this, &ListModel::readAgain);
    connect(&m_context.desk, &desk::Desk::listsChanged, this, &ListModel::reload);
    connect(&m_context.desk, &desk::Desk::documentsChanged, this, &ListModel::readRows);
}

void ListModel::setQuery(const desk::ListQuery& query)
{
    beginResetModel();
    m_query = query;
    m_fixed = false;
    m_rows.clear();
    m_more = false;
    endResetModel();
    m_changedTask.cancel();
    readAgain();
}

void ListModel::setRows(std::vector<desk::DocumentRow> rows)
{
    m_task.cancel();
    m_fixed = true;
    m_more = false;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT loaded();
}

void ListModel::reload()
{
    if (!m_fixed && !m_soon.isActive()) // a steady stream of changes must not put it off for ever
        m_soon.start();
}

void ListModel::readAgain()
{
    desk::ListQuery query = m_query;
    query.offset = 0;
    query.limit = qMax(pageRows, static_cast<int>(m_rows.size()));
    Q_EMIT loading();
    m_task.start(
        m_context.desk.lanes().read,
        [&lists = m_context.desk.lists(), query](std::stop_token) { return lists.list(query); },
        [this, limit = query.limit](Result<Rows> rows) {
            if (rows) {
                m_more = static_cast<int>(rows->size()) >= limit;
                merge(std::move(*rows));
            } else {
                Q_EMIT failed(rows.error());
            }
            Q_EMIT loaded();
        });
}

bool ListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more && !m_task.running();
}

void ListModel::fetchMore(const QModelIndex&)
{
    desk::ListQuery query = m_query;
    query.offset = static_cast<int>(m_rows.size());
    query.limit = pageRows;
    m_task.start(
        m_context.desk.lanes().read,
        [&lists = m_context.desk.lists(), query](std::stop_token) { return lists.list(query); },
        [this](Result<Rows> rows) {
            if (!rows) {
                m_more = false;
                Q_EMIT failed(rows.error());
                return;
            }
            m_more = static_cast<int>(rows->size()) >= pageRows;
            if (!rows->empty()) {
                const int first = rowCount();
                beginInsertRows({}, first, first + static_cast<int>(rows->size()) - 1);
                m_rows.insert(m_rows.end(), rows->begin(), rows->end());
                endInsertRows();
            }
            Q_EMIT loaded();
        });
}

void ListModel::readRows(const QVector<domain::DocumentId>& ids)
{
    QVector<domain::DocumentId> mine;
    for (const domain::DocumentId& id : ids)
        if (indexOf(id))
            mine << id;
    if (mine.isEmpty())
        return;
    if (m_changedTask.running()) { // two bursts: read all of it once
        reload();
        return;
    }
    m_changedTask.start(
        m_context.desk.lanes().read,
        [&lists = m_context.desk.lists(), mine](std::stop_token) { return lists.rows(mine); },
        [this](const Result<Rows>& rows) {
            if (!rows)
                return;
            for (const desk::DocumentRow& fresh : *rows) {
                const auto at = indexOf(fresh.id);
                if (!at)
                    continue;
                m_rows[static_cast<std::size_t>(*at)] = fresh;
                Q_EMIT dataChanged(index(*at), index(*at));
            }
        });
}

void ListModel::removeVanished(const Rows& fresh)
{
    QSet<domain::DocumentId> there;
    for (const desk::DocumentRow& row : fresh)
        there.insert(row.id);
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (there.contains(row(i).id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
}

/// Brings the rows to what was read, without a reset where that can be had, so that selection and place stay.
void ListModel::merge(Rows fresh)
{
    removeVanished(fresh);
    QSet<domain::DocumentId> known;
    for (const desk::DocumentRow& row : m_rows)
        known.insert(row.id);
    if (known.isEmpty() && !fresh.empty()) {
        beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
        m_rows = std::move(fresh);
        endInsertRows();
        return;
    }
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const int at = static_cast<int>(i);
        if (i < m_rows.size() && m_rows[i].id == fresh[i].id) {
            if (m_rows[i] == fresh[i])
                continue;
            m_rows[i] = fresh[i];
            Q_EMIT dataChanged(index(at), index(at));
        } else if (!known.contains(fresh[i].id)) {
            beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, fresh[i]);
            endInsertRows();
        } else { // the order changed
            beginResetModel();
            m_rows = std::move(fresh);
            endResetModel();
            return;
        }
    }
}

std::optional<int> ListModel::indexOf(const domain::DocumentId& document) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].id == document)
            return static_cast<int>(i);
    return std::nullopt;
}

QDate ListModel::today() const
{
    return localDay(m_context.clock.now());
}

bool ListModel::startsDay(int index) const
{
    using Order = desk::ListQuery::Order;
    if (m_fixed || m_query.order == Order::DueFirst || m_query.order == Order::ByNumber)
        return false;
    return index == 0 || row(index - 1).localDate != row(index).localDate;
}

int ListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::DocumentRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return identityLine(row);
    case Qt::ToolTipRole:
        return identityLine(row) + u'\n' + row.parties;
    case Qt::AccessibleTextRole:
        return QStringList{identityLine(row), row.parties, row.unitName, dueWords(row.dueDate, today())}.join(
            QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace diakinisi::ui
