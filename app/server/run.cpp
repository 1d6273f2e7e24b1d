#include "server/run.h"

#include "domain/policy.h"
#include "server/api/api.h"
#include "server/server_core.h"
#include "server/signals.h"

#include <QFileInfo>
#include <QSaveFile>

namespace diakinisi::server {
namespace {

constexpr std::chrono::seconds stopPatience{20};
constexpr std::chrono::hours housekeepingEvery{6};

Done writePort(const QString& path, quint16 port)
{
    QSaveFile file(path); // whole or not there, for whoever waits for it
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(port) + '\n') < 0 || !file.commit())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return {};
}

/// What is done at the start and every few hours: uploads that nobody finished or needed go.
void tidyUp(ServerCore& core, Log& log)
{
    constexpr qint64 dayMilliseconds = 86'400'000;
    const auto organisation = core.office().organisation();
    const qint64 days = domain::policy::number(organisation->organisation.policy, domain::policy::uploadDays);
    const Instant before = core.clock().now() + -days * dayMilliseconds;
    const int dropped = core.files().dropUploadsBefore(before);
    if (dropped > 0)
        log.info("uploads-expired", {{"count", QString::number(dropped)}});
    core.office().expireFiles(before);
    core.work().post([&core](std::stop_token) { core.office().judgeWhatIsDue(); });
}

void reload(HttpServer& http, Log& log)
{
    if (const Done done = http.reloadCertificate(); !done)
        log.error("certificate-not-reloaded", {{"code", errorWord(done.error().code)}, {"cause", done.error().cause}});
    else
        log.info("certificate-reloaded");
}

void serve(ServerCore& core, HttpServer& http, Log& log)
{
    for (;;)
        switch (waitForSignal(housekeepingEvery)) {
        case Signal::None:
            tidyUp(core, log);
            break;
        case Signal::Reload:
            reload(http, log);
            break;
        case Signal::Stop:
            return;
        }
}

} // namespace

Done runServer(const Settings& settings, const QString& portFile, Log& log)
{
    holdSignals();
    auto opened = ServerCore::open(settings, log);
    if (!opened)
        return fail(opened.error());
    ServerCore& core = **opened;
    constexpr unsigned passwordThreads = 2;
    auto passwordLane = std::make_unique<Lane>("passwords", passwordThreads);
    Api api({core.office(), core.accounts(), core.accessLog(), core.files(), core.headKey(), settings, core.clock(),
             *passwordLane, log, core.metrics()});
    HttpServer http(settings.http, api, core.work(), core.ids(), core.clock(), log, core.metrics());
    if (const Done started = http.start(); !started)
        return started;
    if (!portFile.isEmpty())
        if (const Done written = writePort(portFile, http.port()); !written)
            return written;
    if (!QFileInfo(settings.workerProgram).isExecutable())
        log.error("worker-missing", {{"program", settings.workerProgram}});
    tidyUp(core, log);
    log.info("serving", {{"port", QString::number(http.port())}, {"version", QStringLiteral(DIAKINISI_VERSION)}});
    serve(core, http, log);
    log.info("stopping");
    core.office().stopWaiting();
    http.stop(stopPatience);
    passwordLane.reset();
    core.stop();
    log.info("stopped");
    return {};
}

} // namespace diakinisi::server
