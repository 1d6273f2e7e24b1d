// Puts a small municipality into a server that init has just made, over HTTPS as its administrator; everybody's
// password is the administrator's.
//   bench_office --server URL --ca FILE --user ADMIN --password-file F
#include "office_desk.h"

#include "base/ids.h"
#include "tests/support/domain_fixture.h"
#include "wire/command_json.h"
#include "wire/routes.h"

#include <QCoreApplication>

namespace diakinisi::bench {
namespace {

Done define(HttpsLoad& load, const ServerOptions& options, const QByteArray& token,
            const domain::Organisation& organisation)
{
    const SystemClock clock;
    SystemRandom random;
    IdSource ids(clock, random);
    std::vector<domain::Command> commands;
    const auto add = [&](domain::CommandBody body) {
        commands.push_back(
            {ids.make<domain::CommandId>(), domain::organisationDocument(), 1, clock.now(), {}, {}, body});
    };
    for (const domain::Unit& unit : organisation.units)
        add(domain::DefineUnit{unit});
    for (const domain::Person& person : organisation.persons)
        add(domain::DefinePerson{person.id, person.login, person.name, person.title, person.roles, person.active});
    const auto reply =
        load.ask(0, jsonRequest(options.target, wire::routes::commands.latin1(), token, wire::toJson(commands)));
    if (!reply)
        return fail(reply.error());
    if (reply->body.count("\"status\":\"applied\"") != static_cast<qsizetype>(commands.size()))
        return fail(ErrorCode::ServerRefused, QString::number(reply->status),
                    QString::fromUtf8(reply->body.left(2'000)));
    return {};
}

Done setPasswords(HttpsLoad& load, const ServerOptions& options, const QByteArray& token,
                  const domain::Organisation& organisation)
{
    for (const domain::Person& person : organisation.persons) {
        const QByteArray path = "/api/v1/persons/" + person.id.toString().toLatin1() + "/password";
        const auto reply =
            load.ask(0, jsonRequest(options.target, path, token, {{QStringLiteral("password"), options.password}}));
        if (!reply)
            return fail(reply.error());
        if (reply->status != 204)
            return fail(ErrorCode::ServerRefused, QString::number(reply->status), QString::fromUtf8(reply->body));
    }
    return {};
}

Done run(const ServerOptions& options)
{
    const auto load = HttpsLoad::connect(options.target, 1);
    if (!load)
        return fail(load.error());
    const auto token = signIn(**load, 0, options);
    if (!token)
        return fail(token.error());
    const test::Office office;
    if (const Done defined = define(**load, options, *token, office.organisation); !defined)
        return defined;
    return setPasswords(**load, options, *token, office.organisation);
}

} // namespace
} // namespace diakinisi::bench

int main(int argc, char** argv)
{
    using namespace diakinisi::bench;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    ServerOptions::addTo(parser);
    parser.process(application);
    const auto options = ServerOptions::from(parser);
    const auto done = options ? run(*options) : diakinisi::Done(diakinisi::fail(options.error()));
    return done ? 0 : complain(done.error());
}
