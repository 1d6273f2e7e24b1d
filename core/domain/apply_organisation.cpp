#include "domain/apply.h"

#include <algorithm>

namespace diakinisi::domain {

namespace {

void fold(Organisation& organisation, const OrganisationFounded& event)
{
    organisation.name = event.name;
    organisation.zone = event.zone;
}

void fold(Organisation& organisation, const UnitDefined& event)
{
    organisation.units.insert(event.unit.id, event.unit);
}

void fold(Organisation& organisation, const PersonDefined& event)
{
    Person& person = organisation.persons[event.id]; // certificates of a person known before are kept
    person.id = event.id;
    person.login = event.login;
    person.name = event.name;
    person.title = event.title;
    person.roles = event.roles;
    person.active = event.active;
}

void fold(Organisation& organisation, const CertificateRegistered& event)
{
    const auto person = organisation.persons.find(event.person);
    if (person != organisation.persons.end())
        person->certificates.push_back(event.certificate);
}

void fold(Organisation& organisation, const ReplacementSet& event)
{
    // One replacement a person: the newest holds, and one that ends before it begins takes the former back.
    std::erase_if(organisation.replacements,
                  [&event](const Replacement& r) { return r.absent == event.replacement.absent; });
    if (event.replacement.from < event.replacement.to)
        organisation.replacements.push_back(event.replacement);
}

void fold(Organisation& organisation, const PolicySet& event)
{
    organisation.policy.insert(event.key, event.value);
}

} // namespace

void apply(Organisation& organisation, const Event& event)
{
    std::visit(
        [&organisation](const auto& body) {
            if constexpr (requires { fold(organisation, body); })
                fold(organisation, body);
        },
        event.body);
}

} // namespace diakinisi::domain
