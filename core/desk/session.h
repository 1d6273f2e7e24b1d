#pragma once
#include "base/result.h"
#include "base/secret.h"
#include "domain/ids.h"

#include <QObject>
#include <QSslCertificate>

#include <stop_token>

namespace diakinisi::desk {

/// What a server shows before anybody signs in.
struct ServerIdentity {
    QString organisation;
    domain::LedgerId ledger;
    QString version;
    QList<QSslCertificate> chain;
    bool trusted = false;  ///< by the given CA, the pinned one or the system
    QString caFingerprint; ///< SHA-256 of the topmost certificate, "AB:CD:..."
};

/// Who sits at this desk.
class Session
{
public:
    virtual ~Session() = default;

    /// Asks the server who it is, without trusting it yet. ServerUnreachable, TimedOut.
    virtual Result<ServerIdentity> lookAtServer(std::stop_token stop) = 0;
    /// From now on this certificate authority is the server's: what the person confirmed by its fingerprint.
    virtual Done trustServer(const ServerIdentity& server) = 0;
    /// Signs in, registers this device at the first time, keeps the token in the key store, starts synchronising.
    /// SignInFailed, RateLimited, ServerUntrusted, ServerUnreachable, DeviceRevoked, NotPermitted (a profile belongs to
    /// one person).
    virtual Done signIn(const QString& login, const Secret& password, std::stop_token stop) = 0;
    /// Goes on with the kept token, without the server if need be; SessionExpired when there is none or it is too old.
    virtual Done resume() = 0;
    /// Ends the session here and, when it can be reached, at the server. What waits stays and leaves after the next
    /// sign-in of the same person.
    virtual Done signOut(std::stop_token stop) = 0;

    virtual bool signedIn() const = 0;                          ///< at once
    virtual std::optional<domain::PersonId> person() const = 0; ///< at once
    virtual QString login() const = 0;                          ///< at once; of the last sign-in
    virtual QString organisationName() const = 0;               ///< at once
};

} // namespace diakinisi::desk
