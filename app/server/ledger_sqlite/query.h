#pragma once
#include "storage/sqlite/connection.h"

namespace diakinisi::server {

/// One statement at work: bind in order, step, read columns. An error of preparing or binding is told by step().
class Query
{
public:
    explicit Query(Result<storage::Statement> statement) : m_statement(std::move(statement)) {}

    template <class T>
    Query& bind(const T& value)
    {
        if (m_statement)
            m_statement->bind(m_next++, value);
        return *this;
    }

    /// True: a row to read; false: no more rows.
    Result<bool> step()
    {
        if (!m_statement)
            return fail(m_statement.error());
        return m_statement->step();
    }
    /// For statements that give no rows.
    Done run()
    {
        if (!m_statement)
            return fail(m_statement.error());
        return m_statement->run();
    }

    qint64 integer(int column) const { return m_statement->integer(column); }
    QString text(int column) const { return m_statement->text(column); }
    QByteArray bytes(int column) const { return m_statement->blob(column); }
    Sha256 digest(int column) const { return m_statement->digest(column); }
    QUuid uuid(int column) const { return m_statement->uuid(column); }
    bool isNull(int column) const { return m_statement->isNull(column); }

private:
    Result<storage::Statement> m_statement;
    int m_next = 0;
};

/// A connection that is asked by texts which live as long as the program: none is copied.
class Database
{
public:
    explicit Database(std::unique_ptr<storage::Connection> connection) : m_connection(std::move(connection)) {}

    template <std::size_t Size>
    Query query(const char (&sql)[Size])
    {
        return Query(m_connection->prepare(QByteArray::fromRawData(sql, Size - 1)));
    }
    storage::Connection& connection() { return *m_connection; }
    qint64 lastInsertId() const { return m_connection->lastInsertRow(); }

private:
    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace diakinisi::server
