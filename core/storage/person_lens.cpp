#include "storage/person_lens.h"

#include "base/digest.h"
#include "domain/guards.h"

namespace diakinisi::storage {

PersonLens lensOf(const domain::Organisation& organisation, const domain::PersonId& person, Instant now)
{
    PersonLens lens{person, false, {}, {}};
    if (person.isNull())
        return lens;
    const domain::guard::Who who{organisation, person, now};
    lens.registry = who.isRegistry();
    for (const domain::Unit& unit : organisation.units) {
        domain::Charge charge;
        charge.unit = unit.id;
        if (domain::guard::concerns(charge, who))
            lens.units.insert(unit.id);
    }
    for (const domain::Person& other : organisation.persons)
        if (other.id != person && organisation.replaces(person, other.id, now))
            lens.replaced.insert(other.id);
    return lens;
}

QByteArray fingerprint(const PersonLens& lens)
{
    const auto appendSorted = [](QByteArray& to, const auto& ids) {
        std::vector<QByteArray> sorted;
        for (const auto& id : ids)
            sorted.push_back(id.uuid().toRfc4122());
        std::sort(sorted.begin(), sorted.end());
        to += QByteArray::number(ids.size()) + ':';
        for (const QByteArray& id : sorted)
            to += id;
    };
    QByteArray all = lens.person.uuid().toRfc4122() + (lens.registry ? '1' : '0');
    appendSorted(all, lens.units);
    appendSorted(all, lens.replaced);
    return Sha256::of(all).raw();
}

} // namespace diakinisi::storage
