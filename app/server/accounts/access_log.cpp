#include "server/accounts/access_log.h"

#include "storage/sqlite/migrations.h"
#include "storage/sqlite/rows.h"

namespace diakinisi::server {
namespace {

Access readRow(const storage::Statement& s)
{
    Access access{
        s.integer(0), s.instant(1), s.id<domain::PersonId>(2), s.id<domain::DeviceId>(3), s.id<domain::DocumentId>(4),
        s.text(5)};
    if (!s.isNull(6))
        access.file = s.digest(6);
    return access;
}

} // namespace

AccessLog::AccessLog(std::unique_ptr<storage::Connection> database, const Clock& clock)
    : m_clock(clock),
      m_database(std::move(database))
{
}

Result<std::unique_ptr<AccessLog>> AccessLog::open(const QString& path, const Clock& clock)
{
    auto database = storage::Connection::open(path);
    if (!database)
        return fail(database.error());
    if (const Done done = storage::migrate(**database, QStringLiteral(":/diakinisi/server/access")); !done)
        return fail(done.error());
    return std::unique_ptr<AccessLog>(new AccessLog(std::move(*database), clock));
}

Done AccessLog::note(const Session& session, const domain::DocumentId& document, const QString& what,
                     const std::optional<Sha256>& file)
{
    const std::lock_guard lock(m_mutex);
    return m_database->run("INSERT INTO accesses(at, person, device, document, what, file) VALUES(?, ?, ?, ?, ?, ?)",
                           m_clock.now(), session.person, session.device, document, what, file);
}

Result<std::vector<Access>> AccessLog::list(qint64 after, qint64 limit,
                                            const std::optional<domain::DocumentId>& document)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray columns = "SELECT number, at, person, device, document, what, file FROM accesses WHERE number > ?";
    if (document)
        return storage::allRows(*m_database, columns + " AND document = ? ORDER BY number LIMIT ?", readRow, after,
                                *document, limit);
    return storage::allRows(*m_database, columns + " ORDER BY number LIMIT ?", readRow, after, limit);
}

Done AccessLog::checkIntegrity()
{
    const std::lock_guard lock(m_mutex);
    const auto said = storage::firstRow(*m_database, "PRAGMA integrity_check(1)",
                                        [](const storage::Statement& s) { return s.text(0); });
    if (!said)
        return fail(said.error());
    if (*said != QStringLiteral("ok"))
        return fail(ErrorCode::StoreBroken, QStringLiteral("access log"), said->value_or(QString()));
    return {};
}

} // namespace diakinisi::server
