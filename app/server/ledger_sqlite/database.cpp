#include "server/ledger_sqlite/database.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

namespace diakinisi::server {

Query::~Query()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Query& Query::bound(int code)
{
    ++m_next;
    if (m_error == SQLITE_OK)
        m_error = code;
    return *this;
}

Query& Query::bind(qint64 value)
{
    return bound(sqlite3_bind_int64(m_statement, m_next, value));
}

Query& Query::bind(const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    return bound(sqlite3_bind_text64(m_statement, m_next, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()),
                                     SQLITE_TRANSIENT, SQLITE_UTF8));
}

Query& Query::bind(QByteArrayView value)
{
    return bound(sqlite3_bind_blob64(m_statement, m_next, value.isEmpty() ? "" : value.data(),
                                     static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC));
}

Query& Query::bind(const Sha256& value)
{
    const QByteArray raw = value.raw();
    return bound(
        sqlite3_bind_blob(m_statement, m_next, raw.constData(), static_cast<int>(raw.size()), SQLITE_TRANSIENT));
}

Query& Query::bind(QUuid value)
{
    const QByteArray raw = value.toRfc4122();
    return bound(
        sqlite3_bind_blob(m_statement, m_next, raw.constData(), static_cast<int>(raw.size()), SQLITE_TRANSIENT));
}

Query& Query::bindNull()
{
    return bound(sqlite3_bind_null(m_statement, m_next));
}

Result<bool> Query::step()
{
    if (m_error == SQLITE_OK) {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW)
            return true;
        if (code == SQLITE_DONE)
            return false;
        m_error = code;
    }
    return fail(Database::errorOf(m_database, m_error));
}

Done Query::run()
{
    for (;;) {
        const auto row = step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
    }
}

qint64 Query::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::optional<qint64> Query::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

QString Query::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray Query::bytes(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    return QByteArray(static_cast<const char*>(data), sqlite3_column_bytes(m_statement, column));
}

Sha256 Query::digest(int column) const
{
    return Sha256::fromRaw(bytes(column)).value_or(Sha256{});
}

QUuid Query::uuid(int column) const
{
    return QUuid::fromRfc4122(bytes(column));
}

bool Query::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Result<Database> Database::open(const QString& path, Mode mode)
{
    Database result;
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (mode == Mode::Writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE);
    const QByteArray name = QDir::toNativeSeparators(path).toUtf8();
    const int code = sqlite3_open_v2(name.constData(), &result.m_database, flags, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(result.m_database, code));
    if (const Done done = result.configure(mode); !done)
        return fail(done.error());
    return result;
}

Done Database::configure(Mode mode)
{
    constexpr int patience = 10'000;
    sqlite3_busy_timeout(m_database, patience);
    if (mode == Mode::Reader)
        return execute(
            "PRAGMA query_only=ON; PRAGMA cache_size=-8192; PRAGMA mmap_size=268435456; PRAGMA temp_store=2;");
    // The server answers when the flush to disk is done: FULL makes every commit one.
    return execute(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; "
        "PRAGMA temp_store=2; PRAGMA wal_autocheckpoint=4000; PRAGMA trusted_schema=OFF;");
}

Database::~Database()
{
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_database);
}

Database::Database(Database&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)),
      m_statements(std::move(other.m_statements))
{
    other.m_statements.clear();
}

Database& Database::operator=(Database&& other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statements, other.m_statements);
    return *this;
}

Query Database::query(const char* sql)
{
    sqlite3_stmt*& statement = m_statements[sql];
    if (!statement)
        sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return Query(m_database, statement);
}

Done Database::execute(const char* sql)
{
    const int code = sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(errorOf(m_database, code));
    return {};
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_database);
}

Error Database::errorOf(sqlite3* database, int code)
{
    const QString cause =
        QStringLiteral("SQLite %1: %2").arg(QString::number(code), QString::fromUtf8(sqlite3_errmsg(database)));
    const QString path = database ? QString::fromUtf8(sqlite3_db_filename(database, "main")) : QString();
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, path, cause};
    case SQLITE_IOERR:
    case SQLITE_READONLY:
        return {ErrorCode::FileUnwritable, path, cause};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {ErrorCode::FileUnreadable, path, cause};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::StoreInUse, path, cause};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::StoreBroken, path, cause};
    default:
        return {ErrorCode::InternalFault, path, cause};
    }
}

namespace {

Result<qint64> versionOf(Database& database)
{
    Query query = database.query("PRAGMA user_version");
    const auto row = query.step();
    if (!row)
        return fail(row.error());
    return query.integer(0);
}

QString migrationFile(const QString& prefix, qint64 version)
{
    return prefix + QStringLiteral("%1.sql").arg(version, 4, 10, QLatin1Char('0'));
}

} // namespace

Done migrate(Database& database, const QString& prefix)
{
    const auto version = versionOf(database);
    if (!version)
        return fail(version.error());
    qint64 newest = 0;
    while (QFile::exists(migrationFile(prefix, newest + 1)))
        ++newest;
    if (*version > newest)
        return fail(
            ErrorCode::StoreNewer, {},
            QStringLiteral("form %1, this program knows %2").arg(QString::number(*version), QString::number(newest)));
    for (qint64 next = *version + 1; next <= newest; ++next) {
        QFile file(migrationFile(prefix, next));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, file.fileName(), file.errorString());
        const QByteArray sql =
            "BEGIN IMMEDIATE;\n" + file.readAll() + "\nPRAGMA user_version=" + QByteArray::number(next) + ";\nCOMMIT;";
        if (const Done done = database.execute(sql.constData()); !done) {
            const Done undone = database.execute("ROLLBACK");
            return fail(done.error());
        }
    }
    return {};
}

} // namespace diakinisi::server
