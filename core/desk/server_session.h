#pragma once
#include "desk/parts.h"
#include "desk/session.h"
#include "sync/ask.h"
#include "sync/sync_loop.h"
#include "wire/session_messages.h"

namespace diakinisi::desk {

/// The session over HTTPS; owns the synchronisation loop, which runs under it.
class ServerSession final : public Session
{
public:
    ServerSession(Parts& parts, sync::News news) : m_parts(parts), m_news(std::move(news)) {}
    /// Reads what the profile knows and starts the loop, signed out.
    Done begin();

    Result<ServerIdentity> lookAtServer(std::stop_token stop) override;
    Done trustServer(const ServerIdentity& server) override;
    Done signIn(const QString& login, const Secret& password, std::stop_token stop) override;
    Done resume() override;
    Done signOut(std::stop_token stop) override;
    bool signedIn() const override;
    std::optional<domain::PersonId> person() const override { return m_parts.store->person(); }
    QString login() const override;
    QString organisationName() const override;

    /// GET under the session; the answer's body.
    Result<QByteArray> ask(const QString& path, std::stop_token stop);
    void kick();
    /// The server has ended the session: the token is worth nothing any more.
    void sessionEnded();
    /// The feed was read to its end: for so many days from now the desk may be opened without the server.
    void noteContact(Instant at);

private:
    Result<sync::ServerAddress> address() const;
    Done startLoop();
    Result<wire::ServerInfo> serverInfo(const sync::ServerAddress& server, std::stop_token stop);
    Result<wire::SignInAnswer> askToSignIn(const sync::ServerAddress& server, const QString& login,
                                           const Secret& password, std::stop_token stop);
    Done keep(const wire::SignInAnswer& answer, const wire::ServerInfo& info, const QString& login);
    Result<QString> remembered(const QString& key) const;
    Result<wire::SignInDevice> device() const;
    void goOn(QByteArray token, const domain::PersonId& person, std::optional<domain::LedgerId> ledger);

    Parts& m_parts;
    sync::News m_news;
    mutable std::mutex m_mutex; ///< over what follows; never held while something is asked
    QByteArray m_token;
    QString m_login;
    QString m_organisation;
    Instant m_contact;
    std::unique_ptr<sync::SyncLoop> m_loop;
};

} // namespace diakinisi::desk
