#include "tests/acceptance/ctl_desk.h"

#include <QFile>
#include <QJsonDocument>

namespace diakinisi::test {
namespace {

constexpr int patience = 60'000;

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool openssl(const QStringList& words)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), words);
    return process.waitForFinished(patience) && process.exitCode() == 0;
}

} // namespace

CtlDesk::CtlDesk(const TestServer& server, QString login) : m_server(server), m_login(std::move(login)) {}

QStringList CtlDesk::words(const QStringList& act, int waitSeconds) const
{
    return QStringList{QStringLiteral("desk"),
                       QStringLiteral("--profile"),
                       m_folder.path() + QStringLiteral("/profile"),
                       QStringLiteral("--server"),
                       m_server.url(),
                       QStringLiteral("--ca"),
                       m_server.caFile(),
                       QStringLiteral("--wait"),
                       QString::number(waitSeconds),
                       QStringLiteral("--json")} +
           act;
}

std::unique_ptr<QProcess> CtlDesk::begin(const QStringList& act, int waitSeconds)
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(DIAKINISI_BIN "/diakinisictl"), words(act, waitSeconds));
    process->waitForStarted(patience);
    return process;
}

CtlDesk::Answer CtlDesk::answerOf(QProcess& process)
{
    Answer answer;
    if (process.exitStatus() == QProcess::NormalExit && process.state() == QProcess::NotRunning)
        answer.exit = process.exitCode();
    answer.json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    answer.said = process.readAllStandardError();
    return answer;
}

CtlDesk::Answer CtlDesk::run(const QStringList& act, int waitSeconds)
{
    const auto process = begin(act, waitSeconds);
    if (!process->waitForFinished(patience + 1000 * waitSeconds))
        process->kill();
    return answerOf(*process);
}

CtlDesk::Answer CtlDesk::runAndKill(const QStringList& act, int milliseconds)
{
    const auto process = begin(act, 30);
    if (!process->waitForFinished(milliseconds)) {
        process->kill();
        process->waitForFinished(patience);
    }
    return answerOf(*process);
}

bool CtlDesk::signIn()
{
    const QString passwordFile = m_folder.path() + QStringLiteral("/password");
    if (!writeFile(passwordFile, TestServer::passwordOf(m_login).toUtf8()))
        return false;
    return run({QStringLiteral("sign-in"), QStringLiteral("--user"), m_login, QStringLiteral("--password-file"),
                passwordFile})
               .exit == 0;
}

TestKey makeKey(const QString& folder, const QString& login)
{
    const QString base = folder + u'/' + login;
    const TestKey key{base + QStringLiteral(".p12"), base + QStringLiteral(".pin"), base + QStringLiteral(".pem")};
    const bool made =
        writeFile(key.pinFile, "1234") &&
        openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                 QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
                 QStringLiteral("/C=GR/CN=") + login, QStringLiteral("-addext"),
                 QStringLiteral("keyUsage=critical,nonRepudiation,digitalSignature"), QStringLiteral("-keyout"),
                 base + QStringLiteral(".key"), QStringLiteral("-out"), key.certificate}) &&
        openssl({QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-inkey"),
                 base + QStringLiteral(".key"), QStringLiteral("-in"), key.certificate, QStringLiteral("-passout"),
                 QStringLiteral("file:") + key.pinFile, QStringLiteral("-out"), key.file});
    return made ? key : TestKey{};
}

} // namespace diakinisi::test
