#pragma once
#include "base/digest.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <QByteArray>
#include <QString>

#include <optional>

struct sqlite3_stmt;

namespace diakinisi::storage {

class Connection;

/// A prepared statement on loan from its connection's cache; goes back, reset and unbound, when it is destroyed. Errors
/// of binding are kept and returned by step() or run(). Columns and parameters count from 0 here.
class Statement
{
public:
    Statement(Connection& connection, sqlite3_stmt* statement, QByteArray sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;

    Statement& bind(int index, std::nullopt_t);
    Statement& bind(int index, bool value);
    Statement& bind(int index, int value);
    Statement& bind(int index, qint64 value);
    Statement& bind(int index, Instant value);
    Statement& bind(int index, const QString& value);
    Statement& bind(int index, const QByteArray& value); ///< as BLOB; a null array is NULL
    Statement& bind(int index, const Sha256& value);
    Statement& bind(int index, QUuid value); ///< 16 bytes
    template <class Tag>
    Statement& bind(int index, const Id<Tag>& value)
    {
        return bind(index, value.uuid());
    }
    template <class T>
    Statement& bind(int index, const std::optional<T>& value)
    {
        return value ? bind(index, *value) : bind(index, std::nullopt);
    }
    Statement& bind(int index, const char*) = delete;

    template <class... Values>
    Statement& bindAll(const Values&... values)
    {
        int index = 0;
        (bind(index++, values), ...);
        return *this;
    }

    /// True: a row is there to be read. False: the end.
    Result<bool> step();
    /// To the end; rows are passed over.
    Done run();
    /// Back to before the first row, parameters forgotten, so that other values can be bound.
    void reset();

    bool isNull(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    Instant instant(int column) const { return {integer(column)}; }
    Sha256 digest(int column) const; ///< all zero when it is not 32 bytes
    QUuid uuid(int column) const;    ///< nil when it is not 16 bytes
    template <class IdType>
    IdType id(int column) const
    {
        return IdType(uuid(column));
    }
    template <class IdType>
    std::optional<IdType> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(IdType(uuid(column)));
    }

private:
    Statement& bound(int code);

    Connection* m_connection;
    sqlite3_stmt* m_statement;
    QByteArray m_sql;
    int m_bindError = 0;
};

} // namespace diakinisi::storage
