#include "server/settings.h"

#include "server/program_folder.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <functional>

namespace diakinisi::server {
namespace {

struct Key {
    const char* name;
    bool (*take)(Settings&, const QString&);
};

/// A whole number from `least` to `most`, put where it belongs.
template <class T>
bool number(const QString& text, qint64 least, qint64 most, T& into)
{
    bool read = false;
    const qint64 value = text.toLongLong(&read);
    if (!read || value < least || value > most)
        return false;
    into = static_cast<T>(value);
    return true;
}

bool seconds(const QString& text, std::chrono::seconds& into)
{
    qint64 value = 0;
    if (!number(text, 1, 3'600, value))
        return false;
    into = std::chrono::seconds(value);
    return true;
}

bool word(const QString& text, QString& into)
{
    into = text;
    return !text.isEmpty();
}

constexpr std::array keys{
    Key{"listen", [](Settings& s, const QString& v) { return word(v, s.http.address); }},
    Key{"port", [](Settings& s, const QString& v) { return number(v, 0, 65'535, s.http.port); }},
    Key{"data", [](Settings& s, const QString& v) { return word(v, s.data.path); }},
    Key{"certificate", [](Settings& s, const QString& v) { return word(v, s.http.certificateChain); }},
    Key{"certificate-key", [](Settings& s, const QString& v) { return word(v, s.http.privateKey); }},
    Key{"metrics-from",
        [](Settings& s, const QString& v) {
            s.metricsFrom = v.split(u' ', Qt::SkipEmptyParts);
            return true;
        }},
    Key{"network-threads", [](Settings& s, const QString& v) { return number(v, 1, 64, s.http.networkThreads); }},
    Key{"workers", [](Settings& s, const QString& v) { return number(v, 1, 256, s.workers); }},
    Key{"worker-program", [](Settings& s, const QString& v) { return word(v, s.workerProgram); }},
    Key{"header-bytes",
        [](Settings& s, const QString& v) { return number(v, 1'024, 65'536, s.http.limits.headerBytes); }},
    Key{"silence-seconds", [](Settings& s, const QString& v) { return seconds(v, s.http.limits.silence); }},
    Key{"handshake-seconds", [](Settings& s, const QString& v) { return seconds(v, s.http.limits.handshake); }},
    Key{"connections",
        [](Settings& s, const QString& v) { return number(v, 1, 1'000'000, s.http.limits.connections); }},
    Key{"connections-per-address",
        [](Settings& s, const QString& v) { return number(v, 1, 1'000'000, s.http.limits.connectionsPerAddress); }},
    Key{"requests-per-second-per-address",
        [](Settings& s, const QString& v) { return number(v, 0, 1'000'000, s.http.limits.requestsPerSecond); }},
    Key{"request-burst-per-address",
        [](Settings& s, const QString& v) { return number(v, 1, 1'000'000, s.http.limits.requestBurst); }},
    Key{"requests-per-second-per-person",
        [](Settings& s, const QString& v) { return number(v, 0, 1'000'000, s.requestsPerPerson); }},
    Key{"request-burst-per-person",
        [](Settings& s, const QString& v) { return number(v, 1, 1'000'000, s.personBurst); }},
};

bool takeLine(Settings& settings, const QString& line)
{
    const qsizetype equals = line.indexOf(u'=');
    if (equals < 0)
        return false;
    const QString name = line.left(equals).trimmed();
    for (const Key& key : keys)
        if (name == QLatin1StringView(key.name))
            return key.take(settings, line.mid(equals + 1).trimmed());
    return false;
}

QString findWorkerProgram()
{
    const QString here = programFolder();
    const QString beside = here + QStringLiteral("/diakinisi-worker");
    return QFileInfo::exists(beside) ? beside : here + QStringLiteral("/../libexec/diakinisi/diakinisi-worker");
}

} // namespace

Result<Settings> Settings::read(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    Settings settings;
    settings.data.path = QFileInfo(path).absolutePath();
    settings.http.address = QStringLiteral("0.0.0.0");
    settings.http.port = 8443;
    int count = 0;
    while (!file.atEnd()) {
        ++count;
        const QString line = QString::fromUtf8(file.readLine(4'096)).trimmed();
        if (!line.isEmpty() && !line.startsWith(u'#') && !takeLine(settings, line))
            return fail(ErrorCode::FieldInvalid, QStringLiteral("%1:%2").arg(path, QString::number(count)), line);
    }
    if (settings.http.certificateChain.isEmpty())
        settings.http.certificateChain = settings.data.certificate();
    if (settings.http.privateKey.isEmpty())
        settings.http.privateKey = settings.data.certificateKey();
    if (settings.workerProgram.isEmpty())
        settings.workerProgram = findWorkerProgram();
    return settings;
}

QByteArray configText(const Settings& settings)
{
    QByteArray text = "# diakinisi-server: key = value. The server reads this when it starts; after SIGHUP it takes a\n"
                      "# renewed certificate, nothing else.\n\n# Where desks reach the server.\n";
    text += "listen = " + settings.http.address.toUtf8() + "\nport = " + QByteArray::number(settings.http.port) + '\n';
    text += "\n# TLS, PEM. In the data folder (tls/) unless given here.\n";
    const bool given = !settings.http.certificateChain.isEmpty();
    text += given ? "certificate = " + settings.http.certificateChain.toUtf8() +
                        "\ncertificate-key = " + settings.http.privateKey.toUtf8() + '\n'
                  : QByteArray("#certificate = /etc/ssl/diakinisi.crt\n#certificate-key = /etc/ssl/diakinisi.key\n");
    text +=
        "\n# From which addresses /metrics may be read.\nmetrics-from = " + settings.metricsFrom.join(u' ').toUtf8() +
        '\n';
    text += "\n# What signatures are judged in; beside this program unless given here.\n"
            "#worker-program = /usr/bin/diakinisi-worker\n";
    text += "\n# Limits, as they are unless changed; a rate of 0 means none.\n#workers = 4\n#network-threads = 2\n"
            "#header-bytes = 16384\n#silence-seconds = 60\n#handshake-seconds = 15\n#connections = 4096\n"
            "#connections-per-address = 1024\n#requests-per-second-per-address = 500\n"
            "#request-burst-per-address = 2000\n#requests-per-second-per-person = 100\n"
            "#request-burst-per-person = 1000\n";
    return text;
}

} // namespace diakinisi::server
