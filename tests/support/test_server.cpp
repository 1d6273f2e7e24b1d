#include "tests/support/test_server.h"

#include "wire/command_json.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QThread>

#include <csignal>

namespace diakinisi::test {
namespace {

constexpr int patience = 60'000;

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestServer::TestServer(const QByteArrayList& config) : m_program(QStringLiteral(DIAKINISI_BIN "/diakinisi-server"))
{
    if (init(config))
        start();
}

TestServer::~TestServer()
{
    if (isRunning())
        kill();
}

bool TestServer::init(const QByteArrayList& config)
{
    const QString passwordFile = m_folder.path() + QStringLiteral("/password");
    QFile password(passwordFile);
    if (!password.open(QIODevice::WriteOnly) || password.write(passwordOf(administrator()).toUtf8()) < 0)
        return false;
    password.close();
    QProcess process;
    process.start(m_program,
                  {QStringLiteral("init"), QStringLiteral("--data"), folder(), QStringLiteral("--organisation"),
                   QStringLiteral("Δήμος Δοκιμής"), QStringLiteral("--login"), administrator(),
                   QStringLiteral("--password-file"), passwordFile, QStringLiteral("--listen"),
                   QStringLiteral("127.0.0.1"), QStringLiteral("--port"), QStringLiteral("0")});
    const bool ended = process.waitForFinished(patience);
    if (!ended || process.exitCode() != 0) {
        m_error = QStringLiteral("init: ") + QString::fromUtf8(process.readAllStandardError());
        return false;
    }
    QFile file(folder() + QStringLiteral("/diakinisi-server.conf"));
    const QByteArray text =
        "requests-per-second-per-address = 0\nrequests-per-second-per-person = 0\n" + config.join('\n') + '\n';
    return file.open(QIODevice::Append) && file.write(text) == text.size();
}

bool TestServer::start()
{
    return startWithin({});
}

bool TestServer::startWithin(const QStringList& words)
{
    const QString portFile = m_folder.path() + QStringLiteral("/port");
    QFile::remove(portFile);
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(m_folder.path() + QStringLiteral("/log"), QIODevice::Append);
    QStringList command = words + QStringList{m_program, QStringLiteral("run"), QStringLiteral("--data"), folder()};
    command += {QStringLiteral("--port"), QString::number(m_port), QStringLiteral("--port-file"), portFile};
    const QString program = command.takeFirst();
    m_process->start(program, command);
    QElapsedTimer waited;
    waited.start();
    while (!QFile::exists(portFile) && waited.elapsed() < patience) {
        if (m_process->waitForFinished(5)) {
            m_error = QStringLiteral("run: ") + QString::fromUtf8(log().right(2'000));
            return false;
        }
    }
    m_port = static_cast<quint16>(contents(portFile).trimmed().toUInt());
    return m_port != 0;
}

bool TestServer::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

bool TestServer::stop()
{
    m_process->terminate();
    return m_process->waitForFinished(patience) && m_process->exitStatus() == QProcess::NormalExit &&
           m_process->exitCode() == 0;
}

void TestServer::kill()
{
    m_process->kill();
    m_process->waitForFinished(patience);
}

void TestServer::reload()
{
    ::kill(static_cast<pid_t>(m_process->processId()), SIGHUP);
}

int TestServer::run(const QString& verb, const QStringList& words, QByteArray* output)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_program, QStringList{verb, QStringLiteral("--data"), folder()} + words);
    if (!process.waitForFinished(patience))
        return -1;
    if (output)
        *output = process.readAll();
    return process.exitCode();
}

QByteArray TestServer::ca() const
{
    return contents(caFile());
}

QByteArray TestServer::log() const
{
    return contents(m_folder.path() + QStringLiteral("/log"));
}

HttpsClient TestServer::signedIn(const QString& login)
{
    HttpsClient result = client();
    const HttpReply reply =
        result.post("/api/v1/sessions",
                    {{QStringLiteral("user"), login},
                     {QStringLiteral("password"), passwordOf(login)},
                     {QStringLiteral("device"), QJsonObject{{QStringLiteral("name"), QStringLiteral("test")}}}});
    if (reply.status != 201)
        m_error = QStringLiteral("sign in as %1: %2 %3").arg(login, QString::number(reply.status), reply.problem());
    else
        result.setToken(reply.json().value(QStringLiteral("token")).toString());
    return result;
}

HttpReply TestServer::send(HttpsClient& client, const std::vector<domain::Command>& commands)
{
    return client.post("/api/v1/commands", wire::toJson(commands));
}

domain::Command TestServer::command(const domain::DocumentId& document, domain::CommandBody body)
{
    domain::Command command;
    command.id = newId<domain::CommandId>();
    command.document = document;
    command.at = SystemClock().now();
    command.body = std::move(body);
    return command;
}

bool TestServer::addOffice(const Office& office)
{
    HttpsClient admin = signedIn(administrator());
    std::vector<domain::Command> commands;
    std::vector<domain::Unit> units(office.organisation.units.begin(), office.organisation.units.end());
    for (const domain::Unit& unit : units)
        commands.push_back(command(domain::organisationDocument(), domain::DefineUnit{unit}));
    for (const domain::Person& person : office.organisation.persons)
        commands.push_back(
            command(domain::organisationDocument(), domain::DefinePerson{person.id, person.login, person.name,
                                                                         person.title, person.roles, person.active}));
    const HttpReply reply = send(admin, commands);
    for (const QJsonValue& result : reply.json().value(QStringLiteral("results")).toArray())
        if (result.toObject().value(QStringLiteral("status")).toString() != QStringLiteral("applied"))
            m_error = QStringLiteral("defining the office: ") + QString::fromUtf8(reply.body.left(2'000));
    for (const domain::Person& person : office.organisation.persons)
        if (!setPassword(person.id, passwordOf(person.login)))
            return false;
    return reply.status == 200 && m_error.isEmpty();
}

bool TestServer::setPassword(const domain::PersonId& person, const QString& password)
{
    HttpsClient admin = signedIn(administrator());
    const HttpReply reply = admin.post("/api/v1/persons/" + person.toString().toLatin1() + "/password",
                                       {{QStringLiteral("password"), password}});
    if (reply.status != 204)
        m_error = QStringLiteral("setting a password: %1 %2").arg(QString::number(reply.status), reply.problem());
    return reply.status == 204;
}

int TestServer::upload(HttpsClient& client, const QByteArray& bytes)
{
    const HttpReply begun =
        client.post("/api/v1/uploads", {{QStringLiteral("length"), bytes.size()},
                                        {QStringLiteral("sha256"), Sha256::of(bytes).hex()},
                                        {QStringLiteral("type"), QStringLiteral("application/pdf")}});
    if (begun.status != 201)
        return begun.status;
    const QByteArray upload = begun.json().value(QStringLiteral("upload")).toString().toLatin1();
    return client
        .request("PATCH", "/api/v1/uploads/" + upload, bytes,
                 {{"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}})
        .status;
}

} // namespace diakinisi::test
