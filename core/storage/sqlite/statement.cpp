#include "storage/sqlite/statement.h"

#include "storage/sqlite/connection.h"

#include <sqlite3.h>

namespace diakinisi::storage {

Statement::Statement(Connection& connection, sqlite3_stmt* statement, QByteArray sql)
    : m_connection(&connection),
      m_statement(statement),
      m_sql(std::move(sql))
{
}

Statement::~Statement()
{
    if (m_statement)
        m_connection->giveBack(m_sql, m_statement);
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_sql(std::move(other.m_sql)),
      m_bindError(other.m_bindError)
{
}

Statement& Statement::bound(int code)
{
    if (m_bindError == SQLITE_OK)
        m_bindError = code;
    return *this;
}

Statement& Statement::bind(int index, std::nullopt_t)
{
    return bound(sqlite3_bind_null(m_statement, index + 1));
}

Statement& Statement::bind(int index, bool value)
{
    return bound(sqlite3_bind_int(m_statement, index + 1, value ? 1 : 0));
}

Statement& Statement::bind(int index, int value)
{
    return bound(sqlite3_bind_int(m_statement, index + 1, value));
}

Statement& Statement::bind(int index, qint64 value)
{
    return bound(sqlite3_bind_int64(m_statement, index + 1, value));
}

Statement& Statement::bind(int index, Instant value)
{
    return bind(index, qint64{value.milliseconds});
}

Statement& Statement::bind(int index, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    return bound(sqlite3_bind_text64(m_statement, index + 1, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                     SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bind(int index, const QByteArray& value)
{
    if (value.isNull())
        return bind(index, std::nullopt);
    return bound(sqlite3_bind_blob64(m_statement, index + 1, value.constData(),
                                     static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

Statement& Statement::bind(int index, const Sha256& value)
{
    return bind(index, value.raw());
}

Statement& Statement::bind(int index, QUuid value)
{
    return bind(index, value.toRfc4122());
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return fail(sqliteError(m_bindError, m_connection->handle()));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return fail(sqliteError(code, m_connection->handle()));
}

Done Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_bindError = SQLITE_OK;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    if (isNull(column))
        return {};
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return bytes ? QByteArray(bytes, sqlite3_column_bytes(m_statement, column)) : QByteArray("");
}

Sha256 Statement::digest(int column) const
{
    return Sha256::fromRaw(blob(column)).value_or(Sha256{});
}

QUuid Statement::uuid(int column) const
{
    const QByteArray raw = blob(column);
    return raw.size() == 16 ? QUuid::fromRfc4122(raw) : QUuid();
}

} // namespace diakinisi::storage
