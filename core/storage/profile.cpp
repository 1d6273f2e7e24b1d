#include "storage/profile.h"

#include "storage/sqlite/rows.h"

namespace diakinisi::storage::profile {

Result<std::optional<QByteArray>> value(Connection& connection, const QString& key)
{
    return firstRow(
        connection, "SELECT value FROM profile WHERE key = ?", [](const Statement& s) { return s.blob(0); }, key);
}

Done setValue(Connection& connection, const QString& key, const QByteArray& value)
{
    return connection.run("INSERT INTO profile(key, value) VALUES (?, ?) "
                          "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                          key, value.isNull() ? QByteArray("") : value);
}

Done remove(Connection& connection, const QString& key)
{
    return connection.run("DELETE FROM profile WHERE key = ?", key);
}

Result<qint64> number(Connection& connection, const QString& key, qint64 otherwise)
{
    const auto found = value(connection, key);
    if (!found)
        return fail(found.error());
    return *found ? (*found)->toLongLong() : otherwise;
}

Done setNumber(Connection& connection, const QString& key, qint64 value)
{
    return setValue(connection, key, QByteArray::number(value));
}

} // namespace diakinisi::storage::profile
