#pragma once
#include "base/clock.h"
#include "base/ids.h"
#include "base/random.h"
#include "base/secret.h"
#include "domain/ids.h"
#include "server/accounts/sign_in_guard.h"
#include "storage/sqlite/connection.h"

#include <QHash>

#include <memory>
#include <mutex>
#include <vector>

namespace diakinisi::server {

/// Who is signed in, and where.
struct Session {
    domain::PersonId person;
    domain::DeviceId device;
};

/// The device of a sign-in: one that is known by id and secret, or a new one with a name.
struct DeviceClaim {
    std::optional<domain::DeviceId> id;
    Secret secret;
    QString name;
};

struct SignedIn {
    QString token;
    Instant expires;
    domain::DeviceId device;
    QString deviceSecret; ///< only for a new device: never told again
};

struct KnownDevice {
    domain::DeviceId id;
    QString name;
    Instant made;
    std::optional<Instant> revoked;
};

/// Passwords, devices and sessions, in a database of their own: secrets are no events. Tokens and device secrets are
/// kept hashed. Thread-safe.
class Accounts
{
public:
    static Result<std::unique_ptr<Accounts>> open(const QString& path, const Clock& clock, IdSource& ids,
                                                  RandomSource& random);

    /// FieldInvalid. Blocking (hashes). Ends the person's sessions.
    Done setPassword(const domain::PersonId& person, const Secret& password);
    /// The same work whether there is such a person or not: `person` is empty for unknown users. SignInFailed,
    /// DeviceRevoked. Blocking.
    Result<SignedIn> signIn(const std::optional<domain::PersonId>& person, const Secret& password,
                            const DeviceClaim& device);
    /// SessionExpired for a token that is unknown, over or signed out, or whose device was revoked.
    Result<Session> session(const QByteArray& token);
    Done signOut(const QByteArray& token);
    Done endSessionsOf(const domain::PersonId& person);

    Result<std::vector<KnownDevice>> devices();
    /// NotFound. Its sessions are dead at once.
    Done revoke(const domain::DeviceId& device);
    Done checkIntegrity();

private:
    Accounts(std::unique_ptr<storage::Connection> database, const Clock& clock, IdSource& ids, RandomSource& random,
             QByteArray nobody);
    template <class... Values>
    Result<storage::Statement> query(const char* sql, const Values&... values);
    Result<QByteArray> hashOf(const domain::PersonId& person);
    Result<std::pair<domain::DeviceId, QString>> admit(const domain::PersonId& person, const DeviceClaim& claim);
    Result<std::pair<domain::DeviceId, QString>> newDevice(const domain::PersonId& person, const QString& name);
    Result<SignedIn> begin(const domain::PersonId& person, const domain::DeviceId& device);

    const Clock& m_clock;
    IdSource& m_ids;
    RandomSource& m_random;
    const QByteArray m_nobody; ///< a hash that no password fits, for users who do not exist
    /// A session that was found, so that not every request reads it; forgotten as soon as any session may have ended.
    struct Found {
        Session session;
        Instant expires;
    };
    std::mutex m_mutex;
    std::unique_ptr<storage::Connection> m_database;
    QHash<Sha256, Found> m_found;
};

} // namespace diakinisi::server
