#pragma once
#include <QString>
#include <QStringList>
#include <QUrl>

class QCoreApplication;

namespace diakinisi::desktop {

/// What the command line may say; everything else is asked in the windows.
struct Options {
    QString profiles; ///< folder of all profiles of this account
    QString server;
    QString login;
    QString caFile;
    QString trustFolder;
    QStringList tokenModules; ///< PKCS #11 modules of this machine beside those that are known
    QString language;         ///< empty: as chosen before
    QString theme;
};

/// Reads the command line; --help and --version end the program here.
Options readOptions(const QCoreApplication& application);

/// The folder of one profile: one a (server, person).
QString profileFolder(const Options& options, const QUrl& server, const QString& login);

} // namespace diakinisi::desktop
