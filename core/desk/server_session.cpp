#include "desk/server_session.h"

#include "domain/policy.h"
#include "wire/json_reader.h"
#include "wire/routes.h"

#include <QJsonDocument>
#include <QSysInfo>

namespace diakinisi::desk {

namespace {

const QString tokenName = QStringLiteral("session-token");
const QString deviceSecretName = QStringLiteral("device-secret");
// What the store remembers for us.
const QString deviceKey = QStringLiteral("device");
const QString loginKey = QStringLiteral("login");
const QString ledgerKey = QStringLiteral("ledger");
const QString organisationKey = QStringLiteral("organisation-name");
const QString authorityKey = QStringLiteral("server-authority");
const QString contactKey = QStringLiteral("last-contact");

} // namespace

Result<QString> ServerSession::remembered(const QString& key) const
{
    return m_parts.store->memory().value(key).map(
        [](const std::optional<QByteArray>& value) { return QString::fromUtf8(value.value_or(QByteArray())); });
}

Done ServerSession::begin()
{
    const auto login = remembered(loginKey);
    const auto organisation = login ? remembered(organisationKey) : fail(login.error());
    if (!organisation)
        return fail(organisation.error());
    m_login = *login;
    m_organisation = *organisation;
    return startLoop();
}

Result<sync::ServerAddress> ServerSession::address() const
{
    sync::ServerAddress server{m_parts.profile.server(), {}};
    if (server.url.isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("server"));
    if (!m_parts.settings.caFile.isEmpty()) {
        auto authorities = sync::readAuthorities(m_parts.settings.caFile);
        if (!authorities)
            return fail(authorities.error());
        server.authorities = std::move(*authorities);
        return server;
    }
    const auto pinned = m_parts.store->memory().value(authorityKey);
    if (!pinned)
        return fail(pinned.error());
    if (*pinned)
        server.authorities = QSslCertificate::fromData(**pinned, QSsl::Pem);
    return server;
}

Done ServerSession::startLoop()
{
    auto server = address();
    if (!server && server.error().code == ErrorCode::FieldMissing)
        return {}; // a profile that has never met its server
    if (!server)
        return fail(server.error());
    auto loop = std::make_unique<sync::SyncLoop>(
        sync::Doors{*m_parts.store, *m_parts.store, m_parts.store->files()},
        [server = *server] { return std::make_unique<sync::NetworkTransport>(server); }, m_parts.clock, m_parts.random,
        m_news);
    const std::lock_guard lock(m_mutex);
    m_loop.swap(loop); // the former one ends when `loop` goes: after the lock, as news may come until then
    return {};
}

Result<ServerIdentity> ServerSession::lookAtServer(std::stop_token stop)
{
    const auto server = address();
    if (!server)
        return fail(server.error());
    const auto look = sync::lookAt(*server, stop);
    if (!look)
        return fail(look.error());
    const auto json = wire::readJsonObject(look->answer.body);
    const auto info = json ? wire::fromJson<wire::ServerInfo>(*json, u"server") : fail(json.error());
    if (!info)
        return fail(ErrorCode::ServerRefused, server->url.authority(), info.error().cause);
    ServerIdentity identity{info->organisation, info->ledger, info->version, look->chain, look->trusted, {}};
    if (!look->chain.isEmpty())
        identity.caFingerprint = sync::fingerprintOf(look->chain.back());
    return identity;
}

Done ServerSession::trustServer(const ServerIdentity& server)
{
    if (server.chain.isEmpty())
        return fail(ErrorCode::ServerUntrusted, m_parts.profile.server().authority());
    const Done kept = m_parts.store->memory().setValue(authorityKey, server.chain.back().toPem());
    if (!kept)
        return kept;
    m_parts.settings.caFile.clear(); // what a person has confirmed since counts
    if (const Done started = startLoop(); !started)
        return started;
    return signedIn() ? resume() : Done{};
}

Result<wire::ServerInfo> ServerSession::serverInfo(const sync::ServerAddress& server, std::stop_token stop)
{
    sync::Request request;
    request.path = wire::routes::server;
    request.silence = std::chrono::seconds(15);
    const auto answer = sync::askWell(server, std::move(request), std::move(stop));
    if (!answer)
        return fail(answer.error());
    const auto json = wire::readJsonObject(answer->body);
    return json ? wire::fromJson<wire::ServerInfo>(*json, u"server") : fail(json.error());
}

Result<wire::SignInDevice> ServerSession::device() const
{
    wire::SignInDevice device;
    const auto id = remembered(deviceKey);
    const auto secret = id ? m_parts.profile.keys().read(deviceSecretName) : fail(id.error());
    if (!secret)
        return fail(secret.error());
    device.id = domain::DeviceId::fromString(*id);
    if (device.id && *secret)
        device.secret = QString::fromUtf8(**secret);
    else
        device = {std::nullopt, std::nullopt,
                  m_parts.settings.deviceName.isEmpty() ? QSysInfo::machineHostName() : m_parts.settings.deviceName};
    return device;
}

Result<wire::SignInAnswer> ServerSession::askToSignIn(const sync::ServerAddress& server, const QString& login,
                                                      const Secret& password, std::stop_token stop)
{
    const auto machine = device();
    if (!machine)
        return fail(machine.error());
    const wire::SignInRequest asked{login, QString::fromUtf8(password.view()), *machine};
    sync::Request request =
        sync::postJson(wire::routes::sessions, QJsonDocument(wire::toJson(asked)).toJson(QJsonDocument::Compact));
    const auto answer = sync::askWell(server, std::move(request), std::move(stop));
    if (!answer)
        return fail(answer.error());
    const auto json = wire::readJsonObject(answer->body);
    return json ? wire::fromJson<wire::SignInAnswer>(*json, u"session") : fail(json.error());
}

Done ServerSession::signIn(const QString& login, const Secret& password, std::stop_token stop)
{
    const auto server = address();
    if (!server)
        return fail(server.error());
    const auto info = serverInfo(*server, stop);
    if (!info)
        return fail(info.error());
    const auto ledger = remembered(ledgerKey);
    if (!ledger)
        return fail(ledger.error());
    if (!ledger->isEmpty() && *ledger != info->ledger.toString())
        return fail(ErrorCode::ServerUntrusted, server->url.authority(),
                    QStringLiteral("this profile belongs to another ledger"));
    const auto answer = askToSignIn(*server, login, password, stop);
    if (!answer)
        return fail(answer.error());
    if (const Done bound = m_parts.store->bindPerson(answer->person.id); !bound)
        return bound;
    if (const Done kept = keep(*answer, *info, login); !kept)
        return kept;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_loop)
            return fail(ErrorCode::InternalFault);
    }
    goOn(answer->token.toUtf8(), answer->person.id, info->ledger);
    return {};
}

Done ServerSession::keep(const wire::SignInAnswer& answer, const wire::ServerInfo& info, const QString& login)
{
    KeyStore& keys = m_parts.profile.keys();
    storage::DeskMemory& memory = m_parts.store->memory();
    if (answer.device.id && answer.device.secret) {
        if (const Done kept = keys.write(deviceSecretName, answer.device.secret->toUtf8()); !kept)
            return kept;
        if (const Done kept = memory.setValue(deviceKey, answer.device.id->toString().toUtf8()); !kept)
            return kept;
    }
    if (const Done kept = keys.write(tokenName, answer.token.toUtf8()); !kept)
        return kept;
    const std::pair<QString, QString> values[] = {{loginKey, login},
                                                  {ledgerKey, info.ledger.toString()},
                                                  {organisationKey, info.organisation},
                                                  {contactKey, toIso(m_parts.clock.now())}};
    for (const auto& [key, value] : values)
        if (const Done kept = memory.setValue(key, value.toUtf8()); !kept)
            return kept;
    const std::lock_guard lock(m_mutex);
    m_login = login;
    m_organisation = info.organisation;
    return {};
}

void ServerSession::goOn(QByteArray token, const domain::PersonId& person, std::optional<domain::LedgerId> ledger)
{
    const std::lock_guard lock(m_mutex);
    m_token = token;
    if (m_loop)
        m_loop->signIn({person, std::move(token), ledger});
}

Done ServerSession::resume()
{
    const auto person = m_parts.store->person();
    const auto token = m_parts.profile.keys().read(tokenName);
    if (!token)
        return fail(token.error());
    const auto contact = remembered(contactKey);
    const auto ledger = contact ? remembered(ledgerKey) : fail(contact.error());
    if (!ledger)
        return fail(ledger.error());
    if (!person || !*token || (*token)->isEmpty())
        return fail(ErrorCode::SessionExpired);
    const std::int64_t days = domain::policy::number(m_parts.organisation()->policy, domain::policy::offlineDays);
    const auto last = instantFromIso(*contact);
    if (!last || m_parts.clock.now() - *last > days * 86'400'000)
        return fail(ErrorCode::SessionExpired);
    goOn(std::move(**token), *person, domain::LedgerId::fromString(*ledger));
    return {};
}

Done ServerSession::signOut(std::stop_token stop)
{
    QByteArray token;
    {
        const std::lock_guard lock(m_mutex);
        token = std::exchange(m_token, {});
        if (m_loop)
            m_loop->signOut();
    }
    const Done removed = m_parts.profile.keys().remove(tokenName);
    const auto server = address();
    if (!token.isEmpty() && server) {
        // Best effort: what cannot be told to the server now ends there by its own time limit.
        sync::Request request;
        request.method = "DELETE";
        request.path = wire::routes::currentSession;
        request.headers["Authorization"] = "Bearer " + token;
        request.silence = std::chrono::seconds(5);
        static_cast<void>(sync::ask(*server, std::move(request), std::move(stop)));
    }
    return removed;
}

void ServerSession::sessionEnded()
{
    const std::lock_guard lock(m_mutex);
    m_token.clear(); // what the key store still has is refused once more at worst, and told so
}

bool ServerSession::signedIn() const
{
    const std::lock_guard lock(m_mutex);
    return !m_token.isEmpty();
}

QString ServerSession::login() const
{
    const std::lock_guard lock(m_mutex);
    return m_login;
}

QString ServerSession::organisationName() const
{
    const std::lock_guard lock(m_mutex);
    return m_organisation;
}

void ServerSession::noteContact(Instant at)
{
    constexpr std::int64_t often = 10 * 60'000;
    {
        const std::lock_guard lock(m_mutex);
        if (at - m_contact < often)
            return;
        m_contact = at;
    }
    static_cast<void>(m_parts.store->memory().setValue(contactKey, toIso(at).toUtf8())); // the next one will do
}

Result<QByteArray> ServerSession::ask(const QString& path, std::stop_token stop)
{
    sync::Request request;
    request.path = path;
    {
        const std::lock_guard lock(m_mutex);
        if (m_token.isEmpty())
            return fail(ErrorCode::SessionExpired);
        request.headers["Authorization"] = "Bearer " + m_token;
    }
    const auto server = address();
    if (!server)
        return fail(server.error());
    return sync::askWell(*server, std::move(request), std::move(stop)).map([](const sync::Response& response) {
        return response.body;
    });
}

void ServerSession::kick()
{
    const std::lock_guard lock(m_mutex);
    if (m_loop)
        m_loop->kick();
}

} // namespace diakinisi::desk
