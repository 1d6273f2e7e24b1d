#include "server/check.h"
#include "server/init.h"
#include "server/run.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QHostInfo>

#include <cstdio>

namespace {

using namespace diakinisi;
using namespace diakinisi::server;

// As the command line's other programs: 0 done and good, 1 the answer is no, 2 wrong usage, 3 could not be done.
constexpr int good = 0;
constexpr int answerIsNo = 1;
constexpr int wrongUsage = 2;
constexpr int notDone = 3;

void say(std::FILE* where, const QString& line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), where);
}

int could(const char* what, const Error& error)
{
    say(stderr, QStringLiteral("diakinisi-server %1: %2 %3 %4")
                    .arg(QLatin1StringView(what), errorWord(error.code), error.subject, error.cause)
                    .trimmed());
    return notDone;
}

QCommandLineOption option(const char* name, const char* help, const char* value)
{
    return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value));
}

/// False, with the usage said, when the words do not fit; `help` when they were asked for.
bool parse(QCommandLineParser& parser, const QStringList& words, bool& help)
{
    const QCommandLineOption helpOption = parser.addHelpOption();
    const bool fits = parser.parse(words) && parser.positionalArguments().isEmpty();
    help = parser.isSet(helpOption);
    if (help)
        say(stdout, parser.helpText());
    else if (!fits)
        say(stderr, parser.errorText() + u'\n' + parser.helpText());
    return fits && !help;
}

Result<Settings> settingsOf(const QCommandLineParser& parser)
{
    const QString data = parser.value(QStringLiteral("data"));
    const QString config = parser.value(QStringLiteral("config"));
    auto settings = Settings::read(config.isEmpty() ? DataFolder{data}.config() : config);
    if (settings && !data.isEmpty())
        settings->data.path = QDir(data).absolutePath();
    return settings;
}

QStringList hostsOf(const QCommandLineParser& parser)
{
    QStringList hosts = parser.values(QStringLiteral("host"));
    if (hosts.isEmpty())
        hosts << QHostInfo::localHostName();
    hosts << QStringLiteral("localhost") << QStringLiteral("127.0.0.1") << QStringLiteral("::1");
    hosts.removeDuplicates();
    hosts.removeAll(QString());
    return hosts;
}

Result<InitRequest> initRequest(const QCommandLineParser& parser)
{
    InitRequest request;
    request.settings.data.path = QDir(parser.value(QStringLiteral("data"))).absolutePath();
    request.settings.http.address = parser.value(QStringLiteral("listen"));
    request.settings.http.port = parser.value(QStringLiteral("port")).toUShort();
    request.settings.http.certificateChain = parser.value(QStringLiteral("certificate"));
    request.settings.http.privateKey = parser.value(QStringLiteral("certificate-key"));
    request.organisation = parser.value(QStringLiteral("organisation"));
    request.zone = parser.value(QStringLiteral("zone"));
    request.login = parser.value(QStringLiteral("login"));
    request.name = parser.value(QStringLiteral("name"));
    request.hosts = hostsOf(parser);
    const QString passwordFile = parser.value(QStringLiteral("password-file"));
    if (passwordFile.isEmpty())
        return request;
    QFile file(passwordFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, passwordFile, file.errorString());
    QByteArray password = file.readLine(2'048);
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    if (password.isEmpty())
        return fail(ErrorCode::FieldMissing, passwordFile);
    request.password = Secret(std::move(password));
    return request;
}

int init(const QStringList& words, Log& log)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Makes a new server.\nExample: diakinisi-server init --data "
                                                    "/var/lib/diakinisi --organisation \"Municipality of "
                                                    "Thermi\" --host docs.thermi.gr"));
    parser.addOptions({option("data", "The folder for all data.", "DIR"),
                       option("organisation", "The organisation's name.", "NAME"),
                       QCommandLineOption(QStringLiteral("zone"), QStringLiteral("Where its days turn."),
                                          QStringLiteral("ZONE"), QStringLiteral("Europe/Athens")),
                       QCommandLineOption(QStringLiteral("login"), QStringLiteral("The administrator's user name."),
                                          QStringLiteral("USER"), QStringLiteral("admin")),
                       QCommandLineOption(QStringLiteral("name"), QStringLiteral("The administrator's name."),
                                          QStringLiteral("NAME"), QStringLiteral("Administrator")),
                       option("password-file", "The administrator's password; made up when not given.", "FILE"),
                       option("host", "A name or address by which desks reach the server; may be given again.", "HOST"),
                       option("certificate", "TLS certificate chain (PEM); a local CA is made when not given.", "FILE"),
                       option("certificate-key", "Its key (PEM).", "FILE"),
                       QCommandLineOption(QStringLiteral("listen"), QStringLiteral("Address to listen on."),
                                          QStringLiteral("ADDRESS"), QStringLiteral("0.0.0.0")),
                       QCommandLineOption(QStringLiteral("port"), QStringLiteral("Port to listen on."),
                                          QStringLiteral("PORT"), QStringLiteral("8443"))});
    bool help = false;
    if (!parse(parser, words, help))
        return help ? good : wrongUsage;
    if (!parser.isSet(QStringLiteral("data")) || !parser.isSet(QStringLiteral("organisation"))) {
        say(stderr, QStringLiteral("diakinisi-server init: --data and --organisation are needed"));
        return wrongUsage;
    }
    auto request = initRequest(parser);
    if (!request)
        return could("init", request.error());
    const auto result = initServer(*request, log);
    if (!result)
        return could("init", result.error());
    say(stdout, QStringLiteral("configuration: ") + result->config);
    if (!result->fingerprint.isEmpty())
        say(stdout, QStringLiteral("certificate authority (SHA-256): ") + result->fingerprint);
    if (!result->passwordFile.isEmpty())
        say(stdout, QStringLiteral("administrator's password: ") + result->passwordFile);
    return good;
}

int run(const QStringList& words, Log& log)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Serves until it is told to stop (SIGTERM); SIGHUP reads the "
                                                    "certificate again.\nExample: diakinisi-server run --data "
                                                    "/var/lib/diakinisi"));
    parser.addOptions({option("data", "The folder for all data.", "DIR"),
                       option("config", "Configuration; in the data folder when not given.", "FILE"),
                       option("listen", "Instead of what the configuration says.", "ADDRESS"),
                       option("port", "Likewise; 0: any that is free.", "PORT"),
                       option("port-file", "Written once the port is open.", "FILE")});
    bool help = false;
    if (!parse(parser, words, help))
        return help ? good : wrongUsage;
    auto settings = settingsOf(parser);
    if (!settings)
        return could("run", settings.error());
    if (parser.isSet(QStringLiteral("listen")))
        settings->http.address = parser.value(QStringLiteral("listen"));
    if (parser.isSet(QStringLiteral("port")))
        settings->http.port = parser.value(QStringLiteral("port")).toUShort();
    const Done done = runServer(*settings, parser.value(QStringLiteral("port-file")), log);
    return done ? good : could("run", done.error());
}

int check(const QStringList& words, Log& log)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Looks through a server that does not run: chain, states, books "
                                                    "and files.\nExample: diakinisi-server check --data "
                                                    "/var/lib/diakinisi"));
    parser.addOptions(
        {option("data", "The folder for all data.", "DIR"),
         option("config", "Configuration; in the data folder when not given.", "FILE"),
         QCommandLineOption(QStringLiteral("no-files"), QStringLiteral("Do not read the files (quicker)."))});
    bool help = false;
    if (!parse(parser, words, help))
        return help ? good : wrongUsage;
    const auto settings = settingsOf(parser);
    if (!settings)
        return could("check", settings.error());
    const auto report = checkServer(*settings, {!parser.isSet(QStringLiteral("no-files"))}, log);
    if (!report)
        return could("check", report.error());
    for (const QString& finding : report->findings)
        say(stdout, finding);
    say(stdout,
        QStringLiteral("%1 events, %2 documents, %3 numbers, %4 files: %5")
            .arg(QString::number(report->events), QString::number(report->documents), QString::number(report->numbers),
                 QString::number(report->files),
                 report->findings.isEmpty() ? QStringLiteral("all is well") : QStringLiteral("not as it should be")));
    return report->findings.isEmpty() ? good : answerIsNo;
}

} // namespace

int main(int argc, char** argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const QString verb = words.value(1);
    if (words.size() > 1)
        words.removeAt(1);
    Log log;
    if (verb == u"init")
        return init(words, log);
    if (verb == u"run")
        return run(words, log);
    if (verb == u"check")
        return check(words, log);
    const bool help = verb == u"--help" || verb == u"-h";
    say(help ? stdout : stderr, QStringLiteral("usage: diakinisi-server init|run|check [--help]"));
    return help ? good : wrongUsage;
}
