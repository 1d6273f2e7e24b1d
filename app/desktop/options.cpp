#include "desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace diakinisi::desktop {

namespace {

/// Only what every file system takes, and never a way out of the folder.
QString safeName(const QString& text)
{
    QString name;
    for (const QChar c : text.toLower())
        name += c.isLetterOrNumber() || c == u'-' || c == u'_' ? QString(c)
                : c == u'.' && !name.isEmpty()                 ? QString(c)
                                               : QStringLiteral("%%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
    return name;
}

} // namespace

Options readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Diakinisi: the desk"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Folder for the profiles."),
                                     QStringLiteral("folder"));
    const QCommandLineOption server(QStringLiteral("server"), QStringLiteral("The server's address."),
                                    QStringLiteral("url"));
    const QCommandLineOption login(QStringLiteral("login"), QStringLiteral("User name."), QStringLiteral("name"));
    const QCommandLineOption ca(QStringLiteral("ca"), QStringLiteral("Certificate authority of the server (PEM)."),
                                QStringLiteral("file"));
    const QCommandLineOption trust(
        QStringLiteral("trust"),
        QStringLiteral(
            "Certificates and trusted lists that signatures may end at; else diakinisi/trust where the system "
            "keeps its configuration."),
        QStringLiteral("folder"));
    const QCommandLineOption module(
        QStringLiteral("token-module"),
        QStringLiteral("PKCS #11 module of a token; may be given several times. Those in common use are found."),
        QStringLiteral("file"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("el or en."), QStringLiteral("code"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("system, light, dark or contrast."),
                                   QStringLiteral("name"));
    parser.addOptions({profile, server, login, ca, trust, module, language, theme});
    parser.process(application);
    Options options;
    options.profiles = parser.value(profile);
    if (options.profiles.isEmpty())
        options.profiles = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    options.server = parser.value(server);
    options.login = parser.value(login);
    options.caFile = parser.value(ca);
    options.trustFolder = parser.value(trust);
    if (options.trustFolder.isEmpty())
        options.trustFolder = QStandardPaths::locate(
            QStandardPaths::GenericConfigLocation, QStringLiteral("diakinisi/trust"), QStandardPaths::LocateDirectory);
    options.tokenModules = parser.values(module);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    return options;
}

QString profileFolder(const Options& options, const QUrl& server, const QString& login)
{
    const QString place = safeName(QStringLiteral("%1-%2").arg(server.host(), QString::number(server.port(443))));
    return QDir(options.profiles).filePath(QStringLiteral("%1/%2").arg(place, safeName(login)));
}

} // namespace diakinisi::desktop
