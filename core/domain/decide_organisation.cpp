#include "domain/decide.h"
#include "domain/decide_parts.h"
#include "domain/policy.h"
#include "domain/validate.h"

#include <algorithm>

namespace diakinisi::domain {

namespace {

using Outcome = rules::Outcome;
using rules::events;

Outcome decideOn(const FoundOrganisation& command, const Organisation& organisation)
{
    if (!organisation.name.isEmpty())
        return fail(ErrorCode::AlreadyExists);
    if (auto ok = validateText(command.name, QStringLiteral("name")); !ok)
        return fail(ok.error());
    if (auto ok = validateText(command.zone, QStringLiteral("zone")); !ok)
        return fail(ok.error());
    return events(OrganisationFounded{command.name, command.zone});
}

Outcome decideOn(const DefineUnit& command, const Organisation& organisation)
{
    const Unit& unit = command.unit;
    if (unit.id.isNull())
        return fail(ErrorCode::FieldMissing, QStringLiteral("id"));
    if (auto ok = validateText(unit.code, QStringLiteral("code")); !ok)
        return fail(ok.error());
    if (auto ok = validateText(unit.name, QStringLiteral("name")); !ok)
        return fail(ok.error());
    const Unit* twin = organisation.unitByCode(unit.code);
    if (twin && twin->id != unit.id)
        return fail(ErrorCode::AlreadyExists, QStringLiteral("code"));
    if (unit.parent) {
        if (!organisation.unit(*unit.parent))
            return fail(ErrorCode::UnitUnknown, QStringLiteral("parent"));
        if (*unit.parent == unit.id || organisation.isWithin(*unit.parent, unit.id))
            return fail(ErrorCode::FieldInvalid, QStringLiteral("parent")); // the tree would close into a circle
    }
    return events(UnitDefined{unit});
}

Outcome decideOn(const DefinePerson& command, const Organisation& organisation)
{
    if (command.id.isNull() || command.id == systemActor())
        return fail(ErrorCode::FieldMissing, QStringLiteral("id"));
    if (auto ok = validateText(command.login, QStringLiteral("login")); !ok)
        return fail(ok.error());
    if (auto ok = validateText(command.name, QStringLiteral("name")); !ok)
        return fail(ok.error());
    if (auto ok = validateOptionalText(command.title, QStringLiteral("title")); !ok)
        return fail(ok.error());
    const Person* twin = organisation.personByLogin(command.login);
    if (twin && twin->id != command.id)
        return fail(ErrorCode::AlreadyExists, QStringLiteral("login"));
    for (const RoleAssignment& role : command.roles) {
        if (role.unit && !organisation.unit(*role.unit))
            return fail(ErrorCode::UnitUnknown, QStringLiteral("roles"));
        if (!role.unit && (role.role == Role::Clerk || role.role == Role::Head))
            return fail(ErrorCode::FieldMissing, QStringLiteral("roles"));
    }
    return events(PersonDefined{command.id, command.login, command.name, command.title, command.roles, command.active});
}

Outcome decideOn(const RegisterCertificate& command, const Organisation& organisation)
{
    if (!organisation.person(command.person))
        return fail(ErrorCode::PersonUnknown);
    if (command.certificate.isZero())
        return fail(ErrorCode::FieldMissing, QStringLiteral("certificate"));
    const auto holder = organisation.personWithCertificate(command.certificate);
    if (holder == command.person)
        return std::vector<Decided>{};
    if (holder)
        return fail(ErrorCode::AlreadyExists, QStringLiteral("certificate"));
    return events(CertificateRegistered{command.person, command.certificate});
}

Outcome decideOn(const SetReplacement& command, const Organisation& organisation)
{
    const Replacement& r = command.replacement;
    for (const PersonId* person : {&r.absent, &r.substitute})
        if (auto ok = validatePerson(*person, organisation, QStringLiteral("person")); !ok)
            return fail(ok.error());
    if (r.absent == r.substitute || r.to < r.from)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("replacement"));
    return events(ReplacementSet{r});
}

Outcome decideOn(const SetPolicy& command, const Organisation&)
{
    if (!policy::isValid(command.key, command.value))
        return fail(ErrorCode::FieldInvalid, command.key);
    return events(PolicySet{command.key, command.value});
}

/// Administrators define everything; a person may set his own replacement.
Done mayDefine(const Organisation& organisation, const CommandBody& body, const Context& context)
{
    if (context.actor == systemActor() || organisation.hasRole(context.actor, Role::Administrator))
        return {};
    const auto* replacement = std::get_if<SetReplacement>(&body);
    if (replacement && replacement->replacement.absent == context.actor)
        return {};
    return fail(ErrorCode::NotPermitted);
}

} // namespace

Result<std::vector<Decided>> decideOrganisation(const Organisation& organisation, const Command& command,
                                                const Context& context)
{
    if (auto ok = mayDefine(organisation, command.body, context); !ok)
        return fail(ok.error());
    return std::visit(
        [&](const auto& body) -> Outcome {
            if constexpr (requires { decideOn(body, organisation); })
                return decideOn(body, organisation);
            else
                return fail(ErrorCode::FieldInvalid, QStringLiteral("document"));
        },
        command.body);
}

} // namespace diakinisi::domain
