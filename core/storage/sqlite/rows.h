#pragma once
#include "storage/sqlite/connection.h"

#include <vector>

namespace diakinisi::storage {

/// Every row of a query, each made a value by `read(const Statement&)`.
template <class Read, class... Values>
auto allRows(Connection& connection, const QByteArray& sql, Read&& read, const Values&... values)
    -> Result<std::vector<std::invoke_result_t<Read, const Statement&>>>
{
    std::vector<std::invoke_result_t<Read, const Statement&>> rows;
    Result<Statement> statement = connection.prepare(sql);
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bindAll(values...);
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return rows;
        rows.push_back(read(std::as_const(*statement)));
    }
}

/// The first row of a query as a value; nothing when there is none.
template <class Read, class... Values>
auto firstRow(Connection& connection, const QByteArray& sql, Read&& read, const Values&... values)
    -> Result<std::optional<std::invoke_result_t<Read, const Statement&>>>
{
    Result<Statement> statement = connection.prepare(sql);
    if (!statement)
        return fail(std::move(statement.error()));
    const Result<bool> row = statement->bindAll(values...).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    return read(std::as_const(*statement));
}

/// The first column of the first row as an integer; `otherwise` when there is no row.
template <class... Values>
Result<qint64> oneInteger(Connection& connection, const QByteArray& sql, qint64 otherwise, const Values&... values)
{
    const auto row = firstRow(
        connection, sql, [](const Statement& s) { return s.integer(0); }, values...);
    if (!row)
        return fail(row.error());
    return row->value_or(otherwise);
}

} // namespace diakinisi::storage
