#include "server/accounts/accounts.h"

#include "server/accounts/password.h"
#include "storage/sqlite/migrations.h"

namespace diakinisi::server {
namespace {

constexpr qint64 sessionMilliseconds = qint64{12} * 3'600 * 1'000;
constexpr qsizetype tokenBytes = 32;
constexpr qsizetype mostFound = 10'000;

QByteArray encoded(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Accounts::Accounts(std::unique_ptr<storage::Connection> database, const Clock& clock, IdSource& ids,
                   RandomSource& random, QByteArray nobody)
    : m_clock(clock),
      m_ids(ids),
      m_random(random),
      m_nobody(std::move(nobody)),
      m_database(std::move(database))
{
}

Result<std::unique_ptr<Accounts>> Accounts::open(const QString& path, const Clock& clock, IdSource& ids,
                                                 RandomSource& random)
{
    auto database = storage::Connection::open(path);
    if (!database)
        return fail(database.error());
    if (const Done done = storage::migrate(**database, QStringLiteral(":/diakinisi/server/accounts")); !done)
        return fail(done.error());
    const auto nobody = hashPassword(Secret(random.bytes(tokenBytes)), random);
    if (!nobody)
        return fail(nobody.error());
    return std::unique_ptr<Accounts>(new Accounts(std::move(*database), clock, ids, random, *nobody));
}

template <class... Values>
Result<storage::Statement> Accounts::query(const char* sql, const Values&... values)
{
    auto statement = m_database->prepare(sql);
    if (statement)
        statement->bindAll(values...);
    return statement;
}

namespace {

/// The first or next row of a query.
Result<bool> first(Result<storage::Statement>& statement)
{
    if (!statement)
        return fail(statement.error());
    return statement->step();
}

} // namespace

Done Accounts::setPassword(const domain::PersonId& person, const Secret& password)
{
    if (const Done good = acceptablePassword(password); !good)
        return good;
    const auto hash = hashPassword(password, m_random);
    if (!hash)
        return fail(hash.error());
    {
        const std::lock_guard lock(m_mutex);
        const Done done = m_database->run("INSERT INTO passwords(person, hash, changed) VALUES(?, ?, ?) ON "
                                          "CONFLICT(person) DO UPDATE SET hash=excluded.hash, changed=excluded.changed",
                                          person, QString::fromLatin1(*hash), m_clock.now());
        if (!done)
            return done;
    }
    return endSessionsOf(person);
}

Result<QByteArray> Accounts::hashOf(const domain::PersonId& person)
{
    const std::lock_guard lock(m_mutex);
    auto found = query("SELECT hash FROM passwords WHERE person=?", person);
    const auto row = first(found);
    if (!row)
        return fail(row.error());
    return *row ? found->text(0).toLatin1() : QByteArray();
}

Result<SignedIn> Accounts::signIn(const std::optional<domain::PersonId>& person, const Secret& password,
                                  const DeviceClaim& device)
{
    QByteArray hash;
    if (person) {
        const auto stored = hashOf(*person);
        if (!stored)
            return fail(stored.error());
        hash = *stored;
    }
    const bool known = !hash.isEmpty();
    const bool fits = fitsPassword(password, known ? hash : m_nobody);
    if (!known || !fits)
        return fail(ErrorCode::SignInFailed);
    const std::lock_guard lock(m_mutex);
    const auto admitted = admit(*person, device);
    if (!admitted)
        return fail(admitted.error());
    auto signedIn = begin(*person, admitted->first);
    if (signedIn)
        signedIn->deviceSecret = admitted->second;
    return signedIn;
}

Result<std::pair<domain::DeviceId, QString>> Accounts::admit(const domain::PersonId& person, const DeviceClaim& claim)
{
    if (!claim.id)
        return newDevice(person, claim.name);
    auto known = query("SELECT secret, revoked FROM devices WHERE id=?", *claim.id);
    const auto row = first(known);
    if (!row)
        return fail(row.error());
    if (!*row || known->digest(0) != Sha256::of(claim.secret.view()))
        return fail(ErrorCode::SignInFailed);
    if (!known->isNull(1))
        return fail(ErrorCode::DeviceRevoked);
    return std::pair(*claim.id, QString());
}

Result<std::pair<domain::DeviceId, QString>> Accounts::newDevice(const domain::PersonId& person, const QString& name)
{
    const auto id = m_ids.make<domain::DeviceId>();
    const QByteArray secret = encoded(m_random.bytes(tokenBytes));
    const Done done = m_database->run("INSERT INTO devices(id, name, secret, made_by, made) VALUES(?, ?, ?, ?, ?)", id,
                                      name, Sha256::of(secret), person, m_clock.now());
    if (!done)
        return fail(done.error());
    return std::pair(id, QString::fromLatin1(secret));
}

Result<SignedIn> Accounts::begin(const domain::PersonId& person, const domain::DeviceId& device)
{
    const Instant now = m_clock.now();
    const QByteArray token = encoded(m_random.bytes(tokenBytes));
    const SignedIn result{QString::fromLatin1(token), now + sessionMilliseconds, device, {}};
    if (const Done done = m_database->run("DELETE FROM sessions WHERE expires<?", now); !done)
        return fail(done.error());
    const Done done =
        m_database->run("INSERT INTO sessions(token, person, device, began, expires) VALUES(?, ?, ?, ?, ?)",
                        Sha256::of(token), person, device, now, result.expires);
    if (!done)
        return fail(done.error());
    return result;
}

Result<Session> Accounts::session(const QByteArray& token)
{
    const Sha256 digest = Sha256::of(token);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_found.constFind(digest); known != m_found.constEnd() && known->expires > m_clock.now())
        return known->session;
    auto found = query("SELECT s.person, s.device, s.expires FROM sessions s JOIN devices d ON d.id = s.device "
                       "WHERE s.token=? AND s.expires>? AND d.revoked IS NULL",
                       digest, m_clock.now());
    const auto row = first(found);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::SessionExpired);
    const Session session{found->id<domain::PersonId>(0), found->id<domain::DeviceId>(1)};
    if (m_found.size() >= mostFound)
        m_found.clear();
    m_found.insert(digest, {session, found->instant(2)});
    return session;
}

Done Accounts::signOut(const QByteArray& token)
{
    const std::lock_guard lock(m_mutex);
    m_found.clear();
    return m_database->run("DELETE FROM sessions WHERE token=?", Sha256::of(token));
}

Done Accounts::endSessionsOf(const domain::PersonId& person)
{
    const std::lock_guard lock(m_mutex);
    m_found.clear();
    return m_database->run("DELETE FROM sessions WHERE person=?", person);
}

Result<std::vector<KnownDevice>> Accounts::devices()
{
    const std::lock_guard lock(m_mutex);
    auto found = query("SELECT id, name, made, revoked FROM devices ORDER BY id");
    std::vector<KnownDevice> result;
    for (;;) {
        const auto row = first(found);
        if (!row)
            return fail(row.error());
        if (!*row)
            return result;
        KnownDevice device{found->id<domain::DeviceId>(0), found->text(1), found->instant(2), {}};
        if (!found->isNull(3))
            device.revoked = found->instant(3);
        result.push_back(std::move(device));
    }
}

Done Accounts::revoke(const domain::DeviceId& device)
{
    const std::lock_guard lock(m_mutex);
    m_found.clear();
    {
        auto known = query("SELECT 1 FROM devices WHERE id=?", device);
        const auto row = first(known);
        if (!row)
            return fail(row.error());
        if (!*row)
            return fail(ErrorCode::NotFound, QStringLiteral("device"));
    }
    const Done done =
        m_database->run("UPDATE devices SET revoked=? WHERE id=? AND revoked IS NULL", m_clock.now(), device);
    if (!done)
        return done;
    return m_database->run("DELETE FROM sessions WHERE device=?", device);
}

Done Accounts::checkIntegrity()
{
    const std::lock_guard lock(m_mutex);
    auto pages = query("PRAGMA integrity_check(1)");
    const auto row = first(pages);
    if (!row)
        return fail(row.error());
    if (pages->text(0) != u"ok")
        return fail(ErrorCode::StoreBroken, QStringLiteral("accounts"), pages->text(0));
    return {};
}

} // namespace diakinisi::server
