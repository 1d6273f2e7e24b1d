#include "storage/list_query.h"

#include "storage/row_columns.h"
#include "storage/search/query.h"
#include "storage/sqlite/rows.h"

namespace diakinisi::storage {

namespace {

constexpr int mostRows = 100'000;

/// Lists that grow with the years: filter words are looked up first there, in the small ones last.
bool growsForEver(ViewList list)
{
    return list == ViewList::Book || list == ViewList::Outgoing;
}

/// The partial index that serves the list in this order; the planner, without statistics, would at times take another.
QByteArray indexOf(const ViewQuery& query)
{
    static const QByteArray names[viewListCount] = {
        "document_for_action", "document_for_approval", "document_for_information", "document_unassigned",
        "document_book",       "document_drafts",       "document_outgoing"};
    if (query.list == ViewList::Book && query.order == ViewQuery::Order::ByNumber)
        return "document_book_order";
    return names[static_cast<int>(query.list)];
}

QByteArray orderOf(ViewQuery::Order order)
{
    switch (order) {
    case ViewQuery::Order::OldestFirst:
        return "document.at, document.row";
    case ViewQuery::Order::DueFirst:
        return "document.due_date IS NULL, document.due_date, document.at DESC, document.row DESC";
    case ViewQuery::Order::ByNumber:
        return "document.book_order DESC, document.row DESC";
    case ViewQuery::Order::NewestFirst:
        break;
    }
    return "document.at DESC, document.row DESC";
}

void addFilters(const ViewQuery& query, ListStatement& to)
{
    // The number stands in the text: a partial index is only taken for the very same expression.
    to.sql += " document.lists & " + QByteArray::number(listBit(query.list));
    if (query.direction) {
        to.sql += " AND document.direction = ?";
        to.parameters.emplace_back(qint64{static_cast<int>(*query.direction)});
    }
    if (query.unit) {
        to.sql += " AND document.unit = ?";
        to.parameters.emplace_back(query.unit->uuid().toRfc4122());
    }
    if (query.from) {
        to.sql += " AND document.local_date >= ?";
        to.parameters.emplace_back(query.from->toString(Qt::ISODate));
    }
    if (query.to) {
        to.sql += " AND document.local_date <= ?";
        to.parameters.emplace_back(query.to->toString(Qt::ISODate));
    }
}

void bindParameters(Statement& statement, const ListStatement& list)
{
    int index = 0;
    for (const auto& parameter : list.parameters)
        std::visit([&](const auto& value) { statement.bind(index++, value); }, parameter);
}

} // namespace

ListStatement statementOf(const ViewQuery& query)
{
    const QByteArray words = searchExpression(query.text);
    ListStatement list;
    list.sql = selectRows("FROM ");
    const QByteArray documents = "document INDEXED BY " + indexOf(query);
    if (words.isEmpty()) {
        list.sql += documents + " WHERE";
    } else {
        list.sql += growsForEver(query.list) ? QByteArray("search CROSS JOIN document ON document.row = search.rowid")
                                             : documents + " CROSS JOIN search ON search.rowid = document.row";
        list.sql += " WHERE search MATCH ? AND";
        // MATCH takes text; a blob would not do.
        list.parameters.emplace_back(QString::fromUtf8(words));
    }
    addFilters(query, list);
    // A row's place in the search index is its time of creation: the newest come first without reading all that match,
    // and are then put in order by legal time, which may differ a little.
    const bool fromIndex = !words.isEmpty() && growsForEver(query.list) && query.order == ViewQuery::Order::NewestFirst;
    list.sql +=
        " ORDER BY " + (fromIndex ? QByteArray("search.rowid DESC") : orderOf(query.order)) + " LIMIT ? OFFSET ?";
    if (fromIndex)
        list.sql = "SELECT * FROM (" + list.sql + ") ORDER BY at DESC";
    list.parameters.emplace_back(qint64{std::clamp(query.limit, 0, mostRows)});
    list.parameters.emplace_back(qint64{std::max(query.offset, 0)});
    return list;
}

Result<std::vector<ViewRow>> readList(Connection& connection, const ViewQuery& query)
{
    const ListStatement list = statementOf(query);
    auto statement = connection.prepare(list.sql);
    if (!statement)
        return fail(statement.error());
    bindParameters(*statement, list);
    std::vector<ViewRow> rows;
    for (;;) {
        const auto more = statement->step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        rows.push_back(viewRowOf(*statement));
    }
    return rows;
}

} // namespace diakinisi::storage
