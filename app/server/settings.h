#pragma once
#include "server/http/http_server.h"

#include <QStringList>

namespace diakinisi::server {

/// Where everything of one server lies.
struct DataFolder {
    QString path;

    QString ledger() const { return path + QStringLiteral("/ledger.sqlite"); }
    QString accounts() const { return path + QStringLiteral("/accounts.sqlite"); }
    QString accessLog() const { return path + QStringLiteral("/access.sqlite"); }
    QString headKey() const { return path + QStringLiteral("/keys/ledger-heads.key"); }
    QString caCertificate() const { return path + QStringLiteral("/tls/ca.crt"); }
    QString caKey() const { return path + QStringLiteral("/tls/ca.key"); }
    QString certificate() const { return path + QStringLiteral("/tls/server.crt"); }
    QString certificateKey() const { return path + QStringLiteral("/tls/server.key"); }
    QString config() const { return path + QStringLiteral("/diakinisi-server.conf"); }
    QString lock() const { return path + QStringLiteral("/lock"); }
};

/// What diakinisi-server.conf says: `key = value` lines, # comments. Everything has a default but the data folder,
/// which is the file's own folder unless said otherwise.
struct Settings {
    DataFolder data;
    HttpSettings http;
    double requestsPerPerson = 100; ///< a second; 0: no limit
    double personBurst = 1000;
    QStringList metricsFrom{QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    int workers = 4;
    QString workerProgram; ///< diakinisi-worker; beside this program, or where packages put it, unless said otherwise

    /// FileUnreadable; FieldInvalid with line and key as subject for an unknown key or a value that does not fit.
    static Result<Settings> read(const QString& file);
};

/// The text of a configuration file that init writes, with every key explained.
QByteArray configText(const Settings& settings);

} // namespace diakinisi::server
