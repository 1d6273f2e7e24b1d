#include "ctl/admin_client.h"
#include "ctl/admin_commands.h"
#include "ctl/terminal.h"
#include "signing/key.h"

#include <QFile>
#include <QJsonObject>
#include <QSslCertificate>

namespace diakinisi::ctl {

namespace {

using namespace domain;

Result<std::vector<RoleAssignment>> rolesOf(const Arguments& arguments, const Organisation& organisation)
{
    std::vector<RoleAssignment> roles;
    for (const QString& text : arguments.values(QStringLiteral("role"))) {
        const auto role = fromWord<Role>(text.section(u':', 0, 0));
        if (!role)
            return fail(ErrorCode::FieldInvalid, QStringLiteral("--role"), text);
        RoleAssignment assignment{*role, std::nullopt};
        if (text.contains(u':')) {
            const Unit* unit = organisation.unitByCode(text.section(u':', 1));
            if (!unit)
                return fail(ErrorCode::UnitUnknown, text.section(u':', 1));
            assignment.unit = unit->id;
        }
        roles.push_back(assignment);
    }
    return roles;
}

DefinePerson asDefined(const Person& person)
{
    return {person.id, person.login, person.name, person.title, person.roles, person.active};
}

Done setPasswordFrom(AdminClient& client, const Arguments& arguments, const PersonId& person)
{
    const auto password = arguments.has(QStringLiteral("new-password-file"))
                              ? readSecretFile(arguments.value(QStringLiteral("new-password-file")))
                              : askSecret(QStringLiteral("New password: "));
    return password ? client.setPassword(person, *password) : fail(password.error());
}

Done add(AdminClient& client, const Arguments& arguments, const QString& login)
{
    if (client.organisation().personByLogin(login))
        return fail(ErrorCode::AlreadyExists, login);
    const auto roles = rolesOf(arguments, client.organisation());
    if (!roles)
        return fail(roles.error());
    DefinePerson person{client.ids().make<PersonId>(),
                        login,
                        arguments.value(QStringLiteral("name")),
                        arguments.value(QStringLiteral("title")),
                        *roles,
                        true};
    const PersonId id = person.id;
    if (const Done defined = client.act({std::move(person)}); !defined)
        return defined;
    return arguments.has(QStringLiteral("new-password-file")) ? setPasswordFrom(client, arguments, id) : Done{};
}

Result<Sha256> fingerprintIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const QByteArray bytes = file.read(64 * 1024);
    const QList<QSslCertificate> pem = QSslCertificate::fromData(bytes, QSsl::Pem);
    const auto facts = signing::readCertificate(pem.isEmpty() ? bytes : pem.first().toDer());
    if (!facts)
        return fail(facts.error().code, path, facts.error().cause);
    if (!facts->maySign)
        return fail(ErrorCode::CertificateUnsuitable, path);
    return facts->fingerprint;
}

Done change(AdminClient& client, const Arguments& arguments, const QString& verb, const Person& person)
{
    DefinePerson defined = asDefined(person);
    if (verb == u"password")
        return setPasswordFrom(client, arguments, person.id);
    if (verb == u"certificate") {
        const auto certificate = fingerprintIn(arguments.value(QStringLiteral("file")));
        return certificate ? client.act({RegisterCertificate{person.id, *certificate}}) : fail(certificate.error());
    }
    if (verb == u"disable") {
        defined.active = false;
    } else {
        auto roles = rolesOf(arguments, client.organisation());
        if (!roles)
            return fail(roles.error());
        defined.roles = std::move(*roles);
    }
    return client.act({std::move(defined)});
}

Done carryOut(AdminClient& client, const Arguments& arguments)
{
    const QString verb = arguments.rest().at(0);
    const QString login = arguments.rest().at(1);
    if (verb == u"add")
        return add(client, arguments, login);
    const Person* person = client.organisation().personByLogin(login);
    return person ? change(client, arguments, verb, *person) : fail(ErrorCode::PersonUnknown, login);
}

} // namespace

Exit adminPerson(Context& context, const QStringList& words)
{
    static const QStringList verbs{QStringLiteral("add"), QStringLiteral("role"), QStringLiteral("disable"),
                                   QStringLiteral("password"), QStringLiteral("certificate")};
    const auto arguments = Arguments::parse(
        words,
        adminOptions() + QStringList{QStringLiteral("name"), QStringLiteral("title"), QStringLiteral("role"),
                                     QStringLiteral("new-password-file"), QStringLiteral("file")},
        {QStringLiteral("json")});
    if (!arguments)
        return reportUsage(context, arguments.error().subject);
    if (arguments->rest().size() != 2 || !verbs.contains(arguments->rest().first()))
        return reportUsage(context, QStringLiteral("person %1 LOGIN").arg(verbs.join(u'|')));
    const auto client = AdminClient::signIn(context, *arguments);
    if (!client)
        return reportError(context, client.error());
    if (const Done done = carryOut(**client, *arguments); !done)
        return reportError(context, done.error());
    if (arguments->has(QStringLiteral("json")))
        printJson(context, QJsonObject{{QStringLiteral("person"), arguments->rest().at(1)}});
    else
        context.out << arguments->rest().at(0) << ": " << arguments->rest().at(1) << '\n';
    return Exit::Done;
}

} // namespace diakinisi::ctl
