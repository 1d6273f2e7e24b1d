#include "desk_bench.h"

#include "sample_pdf.h"

#include <QFile>

namespace diakinisi::test {

DeskBench::DeskBench()
{
    m_ready = m_folder.isValid() && m_server.isRunning() && m_server.addOffice(m_office);
    write(QStringLiteral("letter.pdf"), samples::letterPdf());
    write(QStringLiteral("password.administrator"), TestServer::passwordOf(TestServer::administrator()).toUtf8());
    write(QStringLiteral("pin"), "1234\n");
}

QString DeskBench::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

CtlAnswer DeskBench::ctl(const QStringList& words)
{
    constexpr int patience = 120'000;
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(DIAKINISI_BIN "/diakinisictl"), words);
    if (!process.waitForStarted() || !process.waitForFinished(patience))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList DeskBench::deskWords(const QString& login, const QStringList& words) const
{
    QStringList all{QStringLiteral("desk"),
                    QStringLiteral("--profile"),
                    path(QStringLiteral("desk-") + login),
                    QStringLiteral("--server"),
                    m_server.url(),
                    QStringLiteral("--ca"),
                    m_server.caFile(),
                    QStringLiteral("--json")};
    if (!words.contains(QStringLiteral("--wait")))
        all += {QStringLiteral("--wait"), QStringLiteral("60")};
    return all + words;
}

CtlAnswer DeskBench::desk(const QString& login, const QStringList& words) const
{
    return ctl(deskWords(login, words));
}

CtlAnswer DeskBench::signIn(const QString& login) const
{
    const QString file = write(QStringLiteral("password.") + login, TestServer::passwordOf(login).toUtf8());
    return desk(login,
                {QStringLiteral("sign-in"), QStringLiteral("--user"), login, QStringLiteral("--password-file"), file});
}

CtlAnswer DeskBench::admin(const QStringList& words) const
{
    return ctl(QStringList{QStringLiteral("admin"), QStringLiteral("--server"), m_server.url(), QStringLiteral("--ca"),
                           m_server.caFile(), QStringLiteral("--user"), TestServer::administrator(),
                           QStringLiteral("--password-file"), path(QStringLiteral("password.administrator")),
                           QStringLiteral("--json")} +
               words);
}

QStringList DeskBench::key(const QString& login)
{
    const QString file = path(login + QStringLiteral(".p12"));
    if (!QFile::exists(file)) {
        samples::PersonOptions options;
        options.name = login;
        const samples::Person made = m_authority.make(options);
        write(login + QStringLiteral(".p12"), made.pkcs12);
        const QString certificate = write(login + QStringLiteral(".der"), made.certificate);
        const CtlAnswer registered = admin(
            {QStringLiteral("person"), QStringLiteral("certificate"), login, QStringLiteral("--file"), certificate});
        if (registered.exitCode != 0)
            qWarning("%s", registered.told().constData());
        else if (QFile::exists(path(QStringLiteral("desk-") + login)))
            sync(login);
    }
    return {QStringLiteral("--key"), QStringLiteral("p12:") + file, QStringLiteral("--pin-file"),
            path(QStringLiteral("pin"))};
}

QStringList DeskBench::letterWords(const QString& subject, const QStringList& more) const
{
    return QStringList{QStringLiteral("register"),
                       QStringLiteral("--direction"),
                       QStringLiteral("in"),
                       QStringLiteral("--subject"),
                       subject,
                       QStringLiteral("--party"),
                       QStringLiteral("Σύλλογος Γονέων"),
                       QStringLiteral("--unit"),
                       QStringLiteral("ΠΡΟΣ"),
                       QStringLiteral("--file"),
                       path(QStringLiteral("letter.pdf"))} +
           more;
}

CtlAnswer DeskBench::registerLetter(const QString& subject, const QStringList& more) const
{
    return desk(QStringLiteral("registry"), letterWords(subject, more));
}

} // namespace diakinisi::test
