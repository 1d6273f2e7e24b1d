#include "ctl/admin_client.h"

#include "ctl/terminal.h"
#include "sync/ask.h"
#include "wire/command_json.h"
#include "wire/json_reader.h"
#include "wire/organisation_json.h"
#include "wire/problem.h"
#include "wire/routes.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace diakinisi::ctl {

namespace {

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QStringList adminOptions()
{
    return {QStringLiteral("server"), QStringLiteral("ca"), QStringLiteral("user"), QStringLiteral("password-file")};
}

Result<sync::ServerAddress> serverOf(const Arguments& arguments)
{
    sync::ServerAddress server{QUrl(arguments.value(QStringLiteral("server"))), {}};
    if (const Done good = sync::checkAddress(server.url); !good)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("--server"), QStringLiteral("an https URL is needed"));
    if (arguments.has(QStringLiteral("ca"))) {
        auto authorities = sync::readAuthorities(arguments.value(QStringLiteral("ca")));
        if (!authorities)
            return fail(authorities.error());
        server.authorities = std::move(*authorities);
    }
    return server;
}

AdminClient::AdminClient(Context& context, sync::ServerAddress server)
    : m_context(context),
      m_ids(context.clock, m_random),
      m_server(std::move(server))
{
}

AdminClient::~AdminClient()
{
    if (m_token.isEmpty())
        return;
    // Best effort: the session ends by itself, and a device without its secret opens nothing.
    if (m_device)
        static_cast<void>(ask("DELETE", QStringLiteral("/api/v1/devices/") + m_device->toString()));
    static_cast<void>(ask("DELETE", wire::routes::currentSession));
}

Result<std::unique_ptr<AdminClient>> AdminClient::signIn(Context& context, const Arguments& arguments)
{
    auto server = serverOf(arguments);
    if (!server)
        return fail(server.error());
    if (!arguments.has(QStringLiteral("user")))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("--user"));
    const auto password = arguments.has(QStringLiteral("password-file"))
                              ? readSecretFile(arguments.value(QStringLiteral("password-file")))
                              : askSecret(QStringLiteral("Password: "));
    if (!password)
        return fail(password.error());
    std::unique_ptr<AdminClient> client(new AdminClient(context, std::move(*server)));
    if (const Done begun = client->begin(arguments.value(QStringLiteral("user")), *password); !begun)
        return fail(begun.error());
    return client;
}

Result<QByteArray> AdminClient::ask(const QByteArray& method, const QString& path, const QByteArray& body) const
{
    sync::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    if (!body.isEmpty())
        request.headers["Content-Type"] = wire::routes::json.latin1();
    if (!m_token.isEmpty())
        request.headers["Authorization"] = "Bearer " + m_token;
    return sync::askWell(m_server, std::move(request), {}).map([](const sync::Response& response) {
        return response.body;
    });
}

Done AdminClient::begin(const QString& user, const Secret& password)
{
    const wire::SignInRequest asked{
        user, QString::fromUtf8(password.view()), {std::nullopt, std::nullopt, QStringLiteral("diakinisictl")}};
    const auto bytes = ask("POST", wire::routes::sessions, compact(wire::toJson(asked)));
    const auto json = bytes ? wire::readJsonObject(*bytes) : fail(bytes.error());
    const auto answer = json ? wire::fromJson<wire::SignInAnswer>(*json, u"session") : fail(json.error());
    if (!answer)
        return fail(answer.error());
    m_token = answer->token.toUtf8();
    m_device = answer->device.id;
    return readDirectory();
}

Done AdminClient::readDirectory()
{
    const auto bytes = ask("GET", wire::routes::directory);
    const auto json =
        bytes ? wire::readJsonObject(*bytes, {.depth = 64, .bytes = 32 * limits::miB}) : fail(bytes.error());
    auto snapshot = json ? wire::fromJson<wire::DirectorySnapshot>(*json, u"directory") : fail(json.error());
    if (!snapshot)
        return fail(snapshot.error());
    m_organisation = std::move(snapshot->organisation);
    return {};
}

Done AdminClient::act(const std::vector<domain::CommandBody>& bodies)
{
    constexpr std::size_t most = 100; // in one message: half of what the server takes, and far below its bytes
    for (std::size_t from = 0; from < bodies.size(); from += most) {
        std::vector<domain::Command> commands;
        for (std::size_t i = from; i < std::min(bodies.size(), from + most); ++i) {
            domain::Command command;
            command.id = m_ids.make<domain::CommandId>();
            command.document = domain::organisationDocument();
            command.at = m_context.clock.now();
            command.body = bodies[i];
            commands.push_back(std::move(command));
        }
        if (const Done sent = send(commands); !sent)
            return sent;
    }
    return {};
}

Done AdminClient::send(const std::vector<domain::Command>& commands)
{
    const auto bytes = ask("POST", wire::routes::commands, compact(wire::toJson(commands)));
    const auto json =
        bytes ? wire::readJsonObject(*bytes, {.depth = 64, .bytes = 32 * limits::miB}) : fail(bytes.error());
    const auto answer = json ? wire::fromJson<wire::CommandsAnswer>(*json, u"answer") : fail(json.error());
    if (!answer)
        return fail(answer.error());
    for (const wire::CommandResult& result : answer->results)
        if (result.status == wire::CommandStatus::Refused)
            return fail(wire::errorOf(result.problem.value_or(QJsonObject())));
    return {};
}

Result<QJsonObject> AdminClient::accessLog(qint64 after, const QString& document) const
{
    QUrlQuery query{{QStringLiteral("after"), QString::number(after)}};
    if (!document.isEmpty())
        query.addQueryItem(QStringLiteral("document"), document);
    const auto bytes = ask("GET", wire::routes::accessLog + u'?' + query.toString(QUrl::FullyEncoded));
    return bytes ? wire::readJsonObject(*bytes, {.depth = 64, .bytes = 32 * limits::miB}) : fail(bytes.error());
}

Done AdminClient::setPassword(const domain::PersonId& person, const Secret& password)
{
    const QJsonObject json{{QStringLiteral("password"), QString::fromUtf8(password.view())}};
    const auto done = ask("POST", QStringLiteral("/api/v1/persons/%1/password").arg(person.toString()), compact(json));
    return done ? Done{} : fail(done.error());
}

} // namespace diakinisi::ctl
