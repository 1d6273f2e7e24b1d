#pragma once
#include "storage/sqlite/statement.h"

#include <QHash>

#include <memory>
#include <stop_token>

struct sqlite3;

namespace diakinisi::storage {

/// How a database is opened.
struct ConnectionSettings {
    enum class Access { ReadWrite, ReadOnly };
    enum class Flush {
        EveryCommit, ///< synchronous=FULL: a commit that returned survives a power cut
        Relaxed      ///< synchronous=NORMAL: only where a lost commit cannot matter
    };
    Access access = Access::ReadWrite;
    Flush flush = Flush::EveryCommit;
    int busyMilliseconds = 5000;
};

/// One connection to a SQLite database: WAL, foreign keys on, our search tokenizer registered as 'diakinisi',
/// statements cached by their text. For one thread at a time; the owner sees to that.
class Connection
{
public:
    /// FileUnreadable, StoreBroken (no database, or a damaged one), StoreInUse (locked by another process), DiskFull.
    static Result<std::unique_ptr<Connection>> open(const QString& path, const ConnectionSettings& settings = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Several statements without parameters, separated by semicolons.
    Done execute(const QByteArray& sql);
    /// A statement ready to bind, taken from the cache when the same text was prepared before.
    Result<Statement> prepare(const QByteArray& sql);
    /// Prepares, binds in order, runs to the end.
    template <class... Values>
    Done run(const QByteArray& sql, const Values&... values)
    {
        Result<Statement> statement = prepare(sql);
        if (!statement)
            return fail(std::move(statement.error()));
        return statement->bindAll(values...).run();
    }

    qint64 lastInsertRow() const;
    qint64 changes() const; ///< rows changed by the last INSERT, UPDATE or DELETE
    bool inTransaction() const;
    /// Running statements end with Cancelled while the token is stopped; reset with an empty token.
    void setStop(std::stop_token stop);
    /// The library's own handle, for the tokenizer and for tests.
    sqlite3* handle() const { return m_handle; }

private:
    friend class Statement;
    explicit Connection(sqlite3* handle) : m_handle(handle) {}
    static int stopAsked(void* self);
    void giveBack(const QByteArray& sql, sqlite3_stmt* statement);

    sqlite3* m_handle;
    QHash<QByteArray, sqlite3_stmt*> m_cache; ///< idle statements; one in use is out of the cache
    std::stop_token m_stop;
};

/// The error that a SQLite result code stands for: DiskFull, StoreBroken, StoreInUse, Cancelled, FileUnwritable,
/// LimitExceeded, else InternalFault; `cause` is the library's message.
Error sqliteError(int code, sqlite3* handle);

} // namespace diakinisi::storage
