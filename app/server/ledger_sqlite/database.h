#pragma once
#include "base/digest.h"
#include "base/ids.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace diakinisi::server {

/// One prepared statement at work: bind in order, step, read columns. Reset and unbound when it goes, so that the next
/// use of the same text finds it ready. The first error sticks and is told by step().
class Query
{
public:
    Query(sqlite3* database, sqlite3_stmt* statement) : m_database(database), m_statement(statement) {}
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& bind(qint64 value);
    Query& bind(const QString& value);
    /// Bytes must live until the last step.
    Query& bind(QByteArrayView value);
    Query& bind(const Sha256& value);
    Query& bind(QUuid value);
    template <class Tag>
    Query& bind(const Id<Tag>& id)
    {
        return bind(id.uuid());
    }
    template <class T>
    Query& bind(const std::optional<T>& value)
    {
        return value ? bind(*value) : bindNull();
    }
    Query& bindNull();

    /// True: a row to read; false: no more rows.
    Result<bool> step();
    /// For statements that give no rows.
    Done run();

    qint64 integer(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    Sha256 digest(int column) const;
    QUuid uuid(int column) const;
    bool isNull(int column) const;

private:
    Query& bound(int code);

    sqlite3* m_database;
    sqlite3_stmt* m_statement;
    int m_next = 1;
    int m_error = 0;
};

/// A connection to one SQLite file, with its prepared statements kept by their text. One thread at a time.
class Database
{
public:
    enum class Mode { Writer, Reader };

    /// Writer: made when missing, WAL, synchronous=FULL, foreign keys. FileUnreadable, FileUnwritable, StoreBroken.
    static Result<Database> open(const QString& path, Mode mode);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    /// The statement of this text; the text must be a literal (its address is the key).
    Query query(const char* sql);
    /// Statements without parameters or rows, one or several.
    Done execute(const char* sql);
    qint64 lastInsertId() const;

    /// How an SQLite code reads as one of ours: DiskFull, FileUnwritable, StoreBroken, ...
    static Error errorOf(sqlite3* database, int code);

private:
    Database() = default;
    Done configure(Mode mode);

    sqlite3* m_database = nullptr;
    std::unordered_map<const char*, sqlite3_stmt*> m_statements;
};

/// Brings a database to the newest form: resources `prefix`0001.sql, 0002.sql, ... each in one transaction.
/// StoreNewer when a newer program has been here.
Done migrate(Database& database, const QString& prefix);

} // namespace diakinisi::server
