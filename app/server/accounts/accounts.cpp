#include "server/accounts/accounts.h"

#include "server/accounts/password.h"

namespace diakinisi::server {
namespace {

constexpr qint64 sessionMilliseconds = qint64{12} * 3'600 * 1'000;
constexpr qsizetype tokenBytes = 32;

QByteArray encoded(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Accounts::Accounts(Database database, const Clock& clock, IdSource& ids, RandomSource& random, QByteArray nobody)
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
    auto database = Database::open(path, Database::Mode::Writer);
    if (!database)
        return fail(database.error());
    if (const Done done = migrate(*database, QStringLiteral(":/diakinisi/server/accounts_")); !done)
        return fail(done.error());
    const auto nobody = hashPassword(Secret(random.bytes(tokenBytes)), random);
    if (!nobody)
        return fail(nobody.error());
    return std::unique_ptr<Accounts>(new Accounts(std::move(*database), clock, ids, random, *nobody));
}

Done Accounts::setPassword(const domain::PersonId& person, const Secret& password)
{
    if (const Done good = acceptablePassword(password); !good)
        return good;
    const auto hash = hashPassword(password, m_random);
    if (!hash)
        return fail(hash.error());
    {
        const std::lock_guard lock(m_mutex);
        Query query =
            m_database.query("INSERT INTO passwords(person, hash, changed) VALUES(?, ?, ?) "
                             "ON CONFLICT(person) DO UPDATE SET hash=excluded.hash, changed=excluded.changed");
        query.bind(person).bind(QString::fromLatin1(*hash)).bind(qint64{m_clock.now().milliseconds});
        if (const Done done = query.run(); !done)
            return done;
    }
    return endSessionsOf(person);
}

Result<QByteArray> Accounts::hashOf(const domain::PersonId& person)
{
    const std::lock_guard lock(m_mutex);
    Query query = m_database.query("SELECT hash FROM passwords WHERE person=?");
    const auto row = query.bind(person).step();
    if (!row)
        return fail(row.error());
    return *row ? query.bytes(0) : QByteArray();
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
    Query query = m_database.query("SELECT secret, revoked FROM devices WHERE id=?");
    const auto row = query.bind(*claim.id).step();
    if (!row)
        return fail(row.error());
    if (!*row || query.digest(0) != Sha256::of(claim.secret.view()))
        return fail(ErrorCode::SignInFailed);
    if (!query.isNull(1))
        return fail(ErrorCode::DeviceRevoked);
    return std::pair(*claim.id, QString());
}

Result<std::pair<domain::DeviceId, QString>> Accounts::newDevice(const domain::PersonId& person, const QString& name)
{
    const auto id = m_ids.make<domain::DeviceId>();
    const QByteArray secret = encoded(m_random.bytes(tokenBytes));
    Query query = m_database.query("INSERT INTO devices(id, name, secret, made_by, made) VALUES(?, ?, ?, ?, ?)");
    query.bind(id).bind(name).bind(Sha256::of(secret)).bind(person).bind(qint64{m_clock.now().milliseconds});
    if (const Done done = query.run(); !done)
        return fail(done.error());
    return std::pair(id, QString::fromLatin1(secret));
}

Result<SignedIn> Accounts::begin(const domain::PersonId& person, const domain::DeviceId& device)
{
    const Instant now = m_clock.now();
    const QByteArray token = encoded(m_random.bytes(tokenBytes));
    const SignedIn result{QString::fromLatin1(token), now + sessionMilliseconds, device, {}};
    if (const Done done = m_database.query("DELETE FROM sessions WHERE expires<?").bind(qint64{now.milliseconds}).run();
        !done)
        return fail(done.error());
    Query query = m_database.query("INSERT INTO sessions(token, person, device, began, expires) VALUES(?, ?, ?, ?, ?)");
    query.bind(Sha256::of(token)).bind(person).bind(device).bind(qint64{now.milliseconds});
    if (const Done done = query.bind(qint64{result.expires.milliseconds}).run(); !done)
        return fail(done.error());
    return result;
}

Result<Session> Accounts::session(const QByteArray& token)
{
    const std::lock_guard lock(m_mutex);
    Query query = m_database.query("SELECT s.person, s.device FROM sessions s JOIN devices d ON d.id = s.device "
                                   "WHERE s.token=? AND s.expires>? AND d.revoked IS NULL");
    const auto row = query.bind(Sha256::of(token)).bind(qint64{m_clock.now().milliseconds}).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(ErrorCode::SessionExpired);
    return Session{domain::PersonId(query.uuid(0)), domain::DeviceId(query.uuid(1))};
}

Done Accounts::signOut(const QByteArray& token)
{
    const std::lock_guard lock(m_mutex);
    return m_database.query("DELETE FROM sessions WHERE token=?").bind(Sha256::of(token)).run();
}

Done Accounts::endSessionsOf(const domain::PersonId& person)
{
    const std::lock_guard lock(m_mutex);
    return m_database.query("DELETE FROM sessions WHERE person=?").bind(person).run();
}

Result<std::vector<KnownDevice>> Accounts::devices()
{
    const std::lock_guard lock(m_mutex);
    Query query = m_database.query("SELECT id, name, made, revoked FROM devices ORDER BY id");
    std::vector<KnownDevice> result;
    for (;;) {
        const auto row = query.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return result;
        KnownDevice device{domain::DeviceId(query.uuid(0)), query.text(1), Instant{query.integer(2)}, {}};
        if (!query.isNull(3))
            device.revoked = Instant{query.integer(3)};
        result.push_back(std::move(device));
    }
}

Done Accounts::revoke(const domain::DeviceId& device)
{
    const std::lock_guard lock(m_mutex);
    {
        Query known = m_database.query("SELECT 1 FROM devices WHERE id=?");
        const auto row = known.bind(device).step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return fail(ErrorCode::NotFound, QStringLiteral("device"));
    }
    Query query = m_database.query("UPDATE devices SET revoked=? WHERE id=? AND revoked IS NULL");
    if (const Done done = query.bind(qint64{m_clock.now().milliseconds}).bind(device).run(); !done)
        return done;
    return m_database.query("DELETE FROM sessions WHERE device=?").bind(device).run();
}

Done Accounts::checkIntegrity()
{
    const std::lock_guard lock(m_mutex);
    Query query = m_database.query("PRAGMA integrity_check(1)");
    const auto row = query.step();
    if (!row)
        return fail(row.error());
    if (query.text(0) != u"ok")
        return fail(ErrorCode::StoreBroken, QStringLiteral("accounts"), query.text(0));
    return {};
}

} // namespace diakinisi::server
