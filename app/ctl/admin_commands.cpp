#include "ctl/admin_commands.h"

#include "ctl/admin_client.h"
#include "sync/ask.h"
#include "wire/routes.h"

#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

Exit health(Context& context, const QStringList& words)
{
    const auto arguments = Arguments::parse(words, adminOptions(), {QStringLiteral("json")});
    if (!arguments)
        return reportUsage(context, arguments.error().subject);
    const auto server = serverOf(*arguments);
    if (!server)
        return reportError(context, server.error());
    sync::Request request;
    request.path = wire::routes::ready;
    request.silence = std::chrono::seconds(5);
    const auto answer = sync::askWell(*server, std::move(request), {});
    if (!answer)
        return reportError(context, answer.error());
    if (arguments->has(QStringLiteral("json")))
        printJson(context, QJsonObject{{QStringLiteral("ready"), true}});
    else
        context.out << "ready\n";
    return Exit::Done;
}

} // namespace

CommandGroup adminCommands()
{
    CommandGroup group;
    group.name = QStringLiteral("admin");
    group.summary = QStringLiteral("administration: admin --server URL --ca FILE --user U [--password-file F] COMMAND");
    group.options = adminOptions();
    group.flags = {QStringLiteral("json")};
    group.commands = {
        {QStringLiteral("health"),
         QStringLiteral("admin --server URL --ca FILE health\n  is the server there and able to write? No sign-in\n"
                        "  example: admin --server https://docs.thermi.gr:8443 --ca ca.crt health"),
         health},
        {QStringLiteral("org"),
         QStringLiteral("admin ... org import FILE [--password-folder DIR]\n"
                        "  units, persons and policy from a JSON file; what is the same already is left alone\n"
                        "  --password-folder: makes a password for each new person and writes it to DIR/LOGIN\n"
                        "  example: admin --server https://localhost:8443 --ca ca.crt --user admin --password-file pw "
                        "org import organisation.json"),
         adminOrganisation},
        {QStringLiteral("person"),
         QStringLiteral("admin ... person add|role|disable|password|certificate LOGIN ...\n"
                        "  add LOGIN --name N [--title T] [--role ROLE[:UNIT]]... [--new-password-file F]\n"
                        "  role LOGIN --role ROLE[:UNIT]...      the roles from now on, all of them\n"
                        "  disable LOGIN                         no session and no act any more; the past stays\n"
                        "  password LOGIN --new-password-file F\n"
                        "  certificate LOGIN --file CERT         a signing certificate (PEM or DER)\n"
                        "  example: admin --server https://localhost:8443 --ca ca.crt --user admin --password-file pw "
                        "person add maria --name \"Μαρία Παππά\" --role clerk:ΔΟΙΚ"),
         adminPerson},
        {QStringLiteral("access-log"),
         QStringLiteral(
             "admin ... access-log [--after N] [--document ID]\n"
             "  who opened which restricted document, and when; as an auditor\n"
             "  example: admin --server https://localhost:8443 --ca ca.crt --user auditor --password-file pw "
             "access-log --json"),
         adminAccessLog}};
    return group;
}

} // namespace diakinisi::ctl
