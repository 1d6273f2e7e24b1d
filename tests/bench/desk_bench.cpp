#include "desk_bench.h"

#include "desk/session.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

namespace diakinisi::bench {

void addDeskOptions(QCommandLineParser& parser)
{
    for (const char* name : {"worker", "fonts"})
        parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("PATH")});
}

desk::DeskSettings deskSettings(const QCommandLineParser& parser, const QString& folder)
{
    desk::DeskSettings settings;
    settings.folder = folder;
    settings.server = QUrl(parser.value(QStringLiteral("server")));
    settings.caFile = parser.value(QStringLiteral("ca"));
    settings.workerProgram = parser.value(QStringLiteral("worker"));
    settings.fontFolder = parser.value(QStringLiteral("fonts"));
    settings.keyStore = desk::KeyStoreChoice::File;
    return settings;
}

Done turnUntil(const std::function<bool()>& done, std::chrono::milliseconds limit)
{
    QElapsedTimer timer;
    timer.start();
    QTimer heartbeat; // wakes the loop although nothing comes, so that `limit` is noticed
    heartbeat.start(std::chrono::milliseconds(200));
    while (!done()) {
        if (timer.hasExpired(limit.count()))
            return fail(ErrorCode::TimedOut);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return {};
}

double millisecondsOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

Done signInDesk(desk::Desk& desk, const QString& user, const QString& password)
{
    const auto signedIn = onLane<bool>(desk.lanes().network, [&](std::stop_token stop) -> Result<bool> {
        const Done done = desk.session().signIn(user, Secret(password.toUtf8()), stop);
        return done ? Result<bool>(true) : fail(done.error());
    });
    if (!signedIn)
        return fail(signedIn.error());
    return turnUntil([&desk] { return desk.syncStatus().state == desk::SyncStatus::State::Synced; },
                     std::chrono::minutes(1));
}

} // namespace diakinisi::bench
