#include "server/ledger_sqlite/sqlite_store.h"

#include "server/ledger_sqlite/sqlite_writer.h"
#include "storage/sqlite/migrations.h"

#include <mutex>

namespace diakinisi::server {
namespace {

Result<Database> openDatabase(const QString& path, storage::ConnectionSettings::Access access)
{
    auto connection =
        storage::Connection::open(path, {access, storage::ConnectionSettings::Flush::EveryCommit, 10'000});
    if (!connection)
        return fail(connection.error());
    return Database(std::move(*connection));
}

/// Read connections that nobody uses at the moment.
struct Pool {
    QString path;
    std::mutex mutex;
    std::vector<Database> idle;
};

/// A view on a borrowed connection, within one read transaction.
class PooledView final : public SqliteReading<LedgerView>
{
public:
    PooledView(std::shared_ptr<Pool> pool, Database database)
        : SqliteReading(m_own),
          m_pool(std::move(pool)),
          m_own(std::move(database))
    {
    }
    ~PooledView() override
    {
        constexpr std::size_t mostIdle = 16;
        if (!m_own.query("COMMIT").run())
            return;
        const std::lock_guard lock(m_pool->mutex);
        if (m_pool->idle.size() < mostIdle)
            m_pool->idle.push_back(std::move(m_own));
    }

    /// The first reading fixes the moment.
    Done begin()
    {
        if (const Done begun = m_own.query("BEGIN").run(); !begun)
            return begun;
        return m_own.query("SELECT 1 FROM ledger").run();
    }

private:
    std::shared_ptr<Pool> m_pool;
    Database m_own;
};

class SqliteStore final : public LedgerStore
{
public:
    SqliteStore(Database writer, const QString& path) : m_writer(std::move(writer)), m_pool(std::make_shared<Pool>())
    {
        m_pool->path = path;
    }

    LedgerWriter& writer() override { return m_writer; }

    Result<std::unique_ptr<LedgerView>> view() override
    {
        auto database = borrowed();
        if (!database)
            return fail(database.error());
        auto view = std::make_unique<PooledView>(m_pool, std::move(*database));
        if (const Done begun = view->begin(); !begun)
            return fail(begun.error());
        return view;
    }

    Done checkIntegrity() override
    {
        auto database = borrowed();
        if (!database)
            return fail(database.error());
        Query pages = database->query("PRAGMA integrity_check(1)");
        const auto row = pages.step();
        if (!row)
            return fail(row.error());
        if (pages.text(0) != u"ok")
            return fail(ErrorCode::StoreBroken, m_pool->path, pages.text(0));
        Query references = database->query("PRAGMA foreign_key_check");
        const auto broken = references.step();
        if (!broken)
            return fail(broken.error());
        if (*broken)
            return fail(ErrorCode::StoreBroken, m_pool->path, references.text(0));
        return {};
    }

private:
    Result<Database> borrowed()
    {
        const std::lock_guard lock(m_pool->mutex);
        if (m_pool->idle.empty())
            return openDatabase(m_pool->path, storage::ConnectionSettings::Access::ReadOnly);
        Database database = std::move(m_pool->idle.back());
        m_pool->idle.pop_back();
        return database;
    }

    SqliteWriter m_writer;
    std::shared_ptr<Pool> m_pool;
};

} // namespace

Result<std::unique_ptr<LedgerStore>> openSqliteLedger(const QString& path)
{
    auto database = openDatabase(path, storage::ConnectionSettings::Access::ReadWrite);
    if (!database)
        return fail(database.error());
    if (const Done done = storage::migrate(database->connection(), QStringLiteral(":/diakinisi/server/ledger")); !done)
        return fail(done.error());
    // The log is moved into the database a little less often than usual: fewer flushes under load.
    if (const Done done = database->connection().execute("PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-65536");
        !done)
        return fail(done.error());
    return std::make_unique<SqliteStore>(std::move(*database), path);
}

} // namespace diakinisi::server
