#include "ctl/desk_commands.h"

#include "ctl/desk_json.h"
#include "ctl/desk_run.h"
#include "ctl/terminal.h"
#include "desk/session.h"

#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

QString stateOf(desk::SyncStatus::State state)
{
    using State = desk::SyncStatus::State;
    switch (state) {
    case State::SignedOut:
        return QStringLiteral("signed-out");
    case State::Offline:
        return QStringLiteral("offline");
    case State::Connecting:
        return QStringLiteral("connecting");
    case State::Syncing:
        return QStringLiteral("syncing");
    case State::Synced:
        return QStringLiteral("synced");
    case State::SessionExpired:
        return QStringLiteral("session-expired");
    case State::ServerUntrusted:
        return QStringLiteral("server-untrusted");
    case State::Rewinding:
        return QStringLiteral("rewinding");
    }
    return {};
}

QJsonObject statusJson(DeskRun& run)
{
    const desk::SyncStatus status = run.desk().syncStatus();
    const auto person = run.desk().session().person();
    QJsonObject json{
        {QStringLiteral("state"), stateOf(status.state)},
        {QStringLiteral("user"), run.desk().session().login()},
        {QStringLiteral("person"), person ? QJsonValue(person->toString()) : QJsonValue()},
        {QStringLiteral("organisation"), run.desk().session().organisationName()},
        {QStringLiteral("waiting"), status.waiting},
        {QStringLiteral("uploads"), status.uploads},
        {QStringLiteral("clock_offset_ms"), status.clockOffsetMs},
        {QStringLiteral("last_synced"), status.lastSynced ? QJsonValue(toIso(*status.lastSynced)) : QJsonValue()}};
    if (status.problem)
        json.insert(QStringLiteral("problem"), problemJson(*status.problem));
    return json;
}

Exit signIn(DeskRun& run)
{
    if (run.value("user").isEmpty())
        return reportUsage(run.context(), QStringLiteral("--user is needed"));
    const auto password =
        run.has("password-file") ? readSecretFile(run.value("password-file")) : askSecret(QStringLiteral("Password: "));
    if (!password)
        return reportAny(run.context(), password.error());
    if (const Done done = run.desk().session().signIn(run.value("user"), *password, {}); !done)
        return reportAny(run.context(), done.error());
    run.waitSynced(); // so that the next command finds the directory and the lists
    return run.print(statusJson(run), QStringLiteral("signed in"));
}

Exit signOut(DeskRun& run)
{
    const Done done = run.desk().session().signOut({});
    return done ? run.print(statusJson(run), QStringLiteral("signed out")) : reportAny(run.context(), done.error());
}

Exit sync(DeskRun& run)
{
    const bool synced = run.waitSynced();
    const desk::SyncStatus status = run.desk().syncStatus();
    run.print(statusJson(run), stateOf(status.state));
    if (synced)
        return Exit::Done;
    const bool signedOut = status.state == desk::SyncStatus::State::SignedOut;
    return reportAny(run.context(), status.problem.value_or(
                                        Error{signedOut ? ErrorCode::SessionExpired : ErrorCode::TimedOut, {}, {}}));
}

Exit status(DeskRun& run)
{
    return run.print(statusJson(run), stateOf(run.desk().syncStatus().state));
}

} // namespace

std::vector<Command> deskSessionCommands()
{
    return {
        deskCommand("sign-in",
                    QStringLiteral("desk --profile DIR --server URL --ca FILE sign-in --user U [--password-file F]\n"
                                   "  example: desk --profile ~/desk --server https://docs.thermi.gr:8443 --ca ca.crt "
                                   "sign-in --user registry"),
                    {QStringLiteral("user"), QStringLiteral("password-file")}, {}, signIn),
        deskCommand("sign-out", QStringLiteral("desk --profile DIR sign-out\n  what waits is kept"), {}, {}, signOut),
        deskCommand("sync",
                    QStringLiteral("desk --profile DIR sync [--wait S]\n  sends and receives; exit 3 when that was "
                                   "not done in time\n  example: desk --profile ~/desk sync --wait 60"),
                    {}, {}, sync),
        deskCommand("status", QStringLiteral("desk --profile DIR status --json"), {}, {}, status)};
}

CommandGroup deskCommands()
{
    CommandGroup group;
    group.name = QStringLiteral("desk");
    group.summary = QStringLiteral("a desk without a screen: desk --profile DIR [--server URL --ca FILE] [--wait S] "
                                   "[--offline] [--json] ACT");
    group.options = {QStringLiteral("profile"), QStringLiteral("server"), QStringLiteral("ca"), QStringLiteral("wait"),
                     QStringLiteral("trust")};
    group.flags = {QStringLiteral("offline"), QStringLiteral("json")};
    for (auto* commands : {&deskSessionCommands, &deskRegisterCommands, &deskActCommands, &deskReadingCommands})
        for (Command& command : (*commands)())
            group.commands.push_back(std::move(command));
    return group;
}

} // namespace diakinisi::ctl
