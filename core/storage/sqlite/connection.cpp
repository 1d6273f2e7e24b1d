#include "storage/sqlite/connection.h"

#include "storage/search/tokenizer.h"

#include <sqlite3.h>

#include <cerrno>

namespace diakinisi::storage {

namespace {

constexpr qsizetype mostCached = 300;
constexpr int stepsBetweenLooks = 4000; ///< of SQLite's machine: about a tenth of a millisecond

Error ioError(sqlite3* handle, const QString& cause)
{
    const int system = handle ? sqlite3_system_errno(handle) : 0;
    if (system == ENOSPC || system == EFBIG || system == EDQUOT)
        return {ErrorCode::DiskFull, {}, cause};
    switch (handle ? sqlite3_extended_errcode(handle) : 0) {
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_SHORT_READ:
        return {ErrorCode::StoreBroken, {}, cause};
    case SQLITE_IOERR_READ:
        return {ErrorCode::FileUnreadable, {}, cause};
    default:
        return {ErrorCode::FileUnwritable, {}, cause};
    }
}

} // namespace

Error sqliteError(int code, sqlite3* handle)
{
    const QString cause = QStringLiteral("sqlite %1: %2")
                              .arg(QString::number(handle ? sqlite3_extended_errcode(handle) : code),
                                   QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, {}, cause};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::StoreBroken, {}, cause};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::StoreInUse, {}, cause};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, {}, cause};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return {ErrorCode::FileUnwritable, {}, cause};
    case SQLITE_TOOBIG:
        return {ErrorCode::LimitExceeded, {}, cause};
    case SQLITE_IOERR:
        return ioError(handle, cause);
    default:
        return {ErrorCode::InternalFault, {}, cause};
    }
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, const ConnectionSettings& settings)
{
    const bool writes = settings.access == ConnectionSettings::Access::ReadWrite;
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE);
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (code != SQLITE_OK) {
        Error error = sqliteError(code, handle);
        if (error.code == ErrorCode::FileUnwritable && !writes)
            error.code = ErrorCode::FileUnreadable;
        error.subject = path;
        return fail(std::move(error));
    }
    sqlite3_busy_timeout(handle, settings.busyMilliseconds);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
    if (!registerTokenizer(handle))
        return fail(ErrorCode::NotSupported, path, QStringLiteral("this SQLite has no FTS5"));
    // Readers open for writing too, since a WAL's shared memory wants it, but no statement of theirs may write.
    QByteArray pragmas = "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; ";
    if (writes) {
        pragmas += "PRAGMA journal_mode=WAL; PRAGMA secure_delete=FAST; PRAGMA journal_size_limit=67108864; ";
        pragmas += settings.flush == ConnectionSettings::Flush::EveryCommit ? "PRAGMA synchronous=FULL"
                                                                            : "PRAGMA synchronous=NORMAL";
    } else {
        pragmas += "PRAGMA query_only=ON";
    }
    if (auto ok = connection->execute(pragmas); !ok)
        return fail(Error{ok.error().code, path, ok.error().cause});
    return connection;
}

Connection::~Connection()
{
    for (sqlite3_stmt* statement : std::as_const(m_cache))
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

Done Connection::execute(const QByteArray& sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(sqliteError(code, m_handle));
    return {};
}

Result<Statement> Connection::prepare(const QByteArray& sql)
{
    if (sqlite3_stmt* idle = m_cache.take(sql))
        return Statement(*this, idle, sql);
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.constData(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return fail(sqliteError(code, m_handle));
    return Statement(*this, statement, sql);
}

void Connection::giveBack(const QByteArray& sql, sqlite3_stmt* statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (m_cache.size() >= mostCached || m_cache.contains(sql))
        sqlite3_finalize(statement);
    else
        m_cache.insert(sql, statement);
}

qint64 Connection::lastInsertRow() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

int Connection::stopAsked(void* self)
{
    return static_cast<Connection*>(self)->m_stop.stop_requested() ? 1 : 0;
}

void Connection::setStop(std::stop_token stop)
{
    m_stop = std::move(stop);
    const bool possible = m_stop.stop_possible();
    sqlite3_progress_handler(m_handle, possible ? stepsBetweenLooks : 0, possible ? &stopAsked : nullptr, this);
}

} // namespace diakinisi::storage
