#pragma once
#include "https_load.h"

#include "domain/organisation.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace diakinisi::bench {

/// What every bench that talks with a server is told: --server URL --ca FILE --user U --password-file F.
struct ServerOptions {
    HttpsLoad::Target target;
    QString user;
    QString password;

    static void addTo(QCommandLineParser& parser);
    /// FieldInvalid, FileUnreadable.
    static Result<ServerOptions> from(const QCommandLineParser& parser);
};

/// The head of a request of a desk; its body follows with exactly `bodyBytes`. `more`: further lines, each with its
/// end.
QByteArray headOf(const HttpsLoad::Target& target, const QByteArray& method, const QByteArray& path,
                  const QByteArray& token, qsizetype bodyBytes, const QByteArray& more = {});
Request jsonRequest(const HttpsLoad::Target& target, const QByteArray& path, const QByteArray& token,
                    const QJsonObject& body);

/// Signs a new device in on this connection; its token.
Result<QByteArray> signIn(HttpsLoad& load, int connection, const ServerOptions& options);
Result<domain::Organisation> directory(HttpsLoad& load, const ServerOptions& options, const QByteArray& token);

/// What went wrong, in one line, on standard error; 1, as the program's exit status.
int complain(const Error& error);

/// {"row": ..., ...} as one line on standard output: run.py reads it.
void printRow(const QJsonObject& row);

/// The value below which `share` (0 to 1) of them lie; 0 for none.
double quantile(std::vector<double> values, double share);

} // namespace diakinisi::bench
