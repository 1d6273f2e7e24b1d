#include "office_desk.h"

#include "wire/json_reader.h"
#include "wire/messages.h"
#include "wire/routes.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <cstdio>

namespace diakinisi::bench {

void ServerOptions::addTo(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const char* value) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), {}, QString::fromLatin1(value)));
    };
    add("server", "URL");
    add("ca", "FILE");
    add("user", "LOGIN");
    add("password-file", "FILE");
}

Result<ServerOptions> ServerOptions::from(const QCommandLineParser& parser)
{
    const QUrl server(parser.value(QStringLiteral("server")));
    if (server.scheme() != u"https" || server.host().isEmpty())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("--server"));
    QFile password(parser.value(QStringLiteral("password-file")));
    if (!password.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, password.fileName());
    ServerOptions options;
    options.target = {server.host(), static_cast<quint16>(server.port(443)), parser.value(QStringLiteral("ca"))};
    options.user = parser.value(QStringLiteral("user"));
    options.password = QString::fromUtf8(password.readAll()).trimmed();
    return options;
}

QByteArray headOf(const HttpsLoad::Target& target, const QByteArray& method, const QByteArray& path,
                  const QByteArray& token, qsizetype bodyBytes, const QByteArray& more)
{
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: " + target.host.toUtf8() + ':' +
                      QByteArray::number(target.port) + "\r\nAccept: application/json\r\n";
    if (!token.isEmpty())
        head += "Authorization: Bearer " + token + "\r\n";
    if (method != "GET" && method != "HEAD")
        head += "Content-Length: " + QByteArray::number(bodyBytes) + "\r\n";
    return head + more + "\r\n";
}

Request jsonRequest(const HttpsLoad::Target& target, const QByteArray& path, const QByteArray& token,
                    const QJsonObject& body)
{
    const QByteArray text = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return {headOf(target, "POST", path, token, text.size(), "Content-Type: application/json\r\n"), text};
}

namespace {

template <class Message>
Result<Message> read(const Result<Reply>& reply)
{
    if (!reply)
        return fail(reply.error());
    if (reply->status / 100 != 2)
        return fail(ErrorCode::ServerRefused, QString::number(reply->status), QString::fromUtf8(reply->body));
    const auto json = wire::readJsonObject(reply->body);
    return json ? wire::fromJson<Message>(*json) : fail(json.error());
}

} // namespace

Result<QByteArray> signIn(HttpsLoad& load, int connection, const ServerOptions& options)
{
    const wire::SignInRequest asked{
        options.user, options.password, {{}, {}, QStringLiteral("bench %1").arg(connection)}};
    const auto answer = read<wire::SignInAnswer>(
        load.ask(connection, jsonRequest(options.target, wire::routes::sessions.latin1(), {}, wire::toJson(asked))));
    if (!answer)
        return fail(answer.error());
    return answer->token.toUtf8();
}

Result<domain::Organisation> directory(HttpsLoad& load, const ServerOptions& options, const QByteArray& token)
{
    const auto answer = read<wire::DirectorySnapshot>(
        load.ask(0, {headOf(options.target, "GET", wire::routes::directory.latin1(), token, 0), {}}));
    if (!answer)
        return fail(answer.error());
    return answer->organisation;
}

int complain(const Error& error)
{
    const QByteArray line =
        QStringLiteral("%1: %2 (%3)").arg(errorWord(error.code), error.subject, error.cause).toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
    return 1;
}

void printRow(const QJsonObject& row)
{
    const QByteArray line = QJsonDocument(row).toJson(QJsonDocument::Compact);
    std::fprintf(stdout, "%s\n", line.constData());
    std::fflush(stdout);
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(share * last + 0.5)];
}

} // namespace diakinisi::bench
