#include "desk/org_directory.h"

#include "storage/search/fold.h"

namespace diakinisi::desk {

using namespace domain;

namespace {

QString keyOf(const ChargeTarget& target)
{
    return target.unit ? QStringLiteral("unit:") + target.unit->toString()
                       : QStringLiteral("person:") + target.person.value_or(PersonId()).toString();
}

/// How well the typed words fit: 0 when one does not, 2 when the first is the whole code or login, else 1.
int fit(const std::vector<QString>& beginnings, const QStringList& typed)
{
    const auto begins = [&beginnings](const QString& word) {
        return std::ranges::any_of(beginnings, [&word](const QString& each) { return each.startsWith(word); });
    };
    if (!std::ranges::all_of(typed, begins))
        return 0;
    return typed.size() == 1 && !beginnings.empty() && beginnings.front() == typed.front() ? 2 : 1;
}

} // namespace

Done OrgDirectory::begin()
{
    const auto chosen = m_parts.store->memory().chosen();
    if (!chosen)
        return fail(chosen.error());
    const std::lock_guard lock(m_mutex);
    for (const storage::ChosenCount& each : *chosen)
        m_chosen[each.what] = {each.count, each.last};
    return {};
}

std::shared_ptr<const Organisation> OrgDirectory::organisation() const
{
    return m_parts.organisation();
}

std::shared_ptr<const OrgDirectory::Index> OrgDirectory::makeIndex(std::shared_ptr<const Organisation> organisation)
{
    auto index = std::make_shared<Index>();
    const auto add = [&index](ChargeTarget target, const QString& first, const QString& words) {
        Entry entry{std::move(target), {}, {storage::folded(first)}};
        entry.key = keyOf(entry.target);
        for (const QString& word : storage::foldedWords(words))
            entry.beginnings.push_back(word);
        index->entries.push_back(std::move(entry));
    };
    for (const Unit& unit : organisation->units)
        if (unit.active)
            add({unit.id, std::nullopt, unit.code + u' ' + unit.name, {}}, unit.code, unit.name);
    for (const Person& person : organisation->persons) {
        if (!person.active)
            continue;
        const std::vector<UnitId> units = organisation->unitsOf(person.id);
        const Unit* unit = units.empty() ? nullptr : organisation->unit(units.front());
        const QString where = unit ? QStringLiteral(", ") + unit->name : QString();
        add({std::nullopt, person.id, person.name + where, {}}, person.login, person.name);
    }
    index->of = std::move(organisation);
    return index;
}

std::shared_ptr<const OrgDirectory::Index> OrgDirectory::index() const
{
    const auto now = m_parts.organisation();
    {
        const std::lock_guard lock(m_mutex);
        if (m_index && m_index->of == now)
            return m_index;
    }
    const auto made = makeIndex(now);
    const std::lock_guard lock(m_mutex);
    m_index = made;
    return made;
}

std::vector<ChargeTarget> OrgDirectory::suggest(const QString& letters, int limit) const
{
    const auto known = index();
    const QStringList typed = storage::foldedWords(letters);
    struct Found {
        const Entry* entry;
        int fit;
        Chosen chosen;
    };
    std::vector<Found> found;
    {
        const std::lock_guard lock(m_mutex);
        for (const Entry& entry : known->entries) {
            const auto chosen = m_chosen.find(entry.key);
            const int fits = fit(entry.beginnings, typed);
            if (fits > 0 && (!typed.isEmpty() || chosen != m_chosen.end()))
                found.push_back({&entry, fits, chosen == m_chosen.end() ? Chosen{} : chosen->second});
        }
    }
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
        const auto rank = [](const Found& f) {
            return std::tuple(-f.fit, -f.chosen.count, -f.chosen.last.milliseconds);
        };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.entry->target.label < b.entry->target.label;
    });
    std::vector<ChargeTarget> targets;
    for (const Found& each : found) {
        if (static_cast<int>(targets.size()) >= limit)
            break;
        targets.push_back(each.entry->target);
        targets.back().remark = remarkOn(*known->of, targets.back());
    }
    return targets;
}

QString OrgDirectory::remarkOn(const Organisation& organisation, const ChargeTarget& target) const
{
    const Instant now = m_parts.clock.now();
    for (const Replacement& replacement : organisation.replacements)
        if (target.person == replacement.absent && replacement.from <= now && now <= replacement.to)
            if (const Person* substitute = organisation.person(replacement.substitute))
                return substitute->name;
    return {};
}

void OrgDirectory::noteChosen(const ChargeTarget& target)
{
    const QString key = keyOf(target);
    const Instant now = m_parts.clock.now();
    {
        const std::lock_guard lock(m_mutex);
        Chosen& chosen = m_chosen[key];
        ++chosen.count;
        chosen.last = now;
    }
    m_store.post([this, key, now](std::stop_token) {
        static_cast<void>(m_parts.store->memory().noteChosen(key, now)); // a comfort only
    });
}

Result<std::vector<QString>> OrgDirectory::suggestParties(const QString& letters, int limit) const
{
    return m_parts.store->memory().parties(letters, limit).map([](const std::vector<Party>& parties) {
        std::vector<QString> names;
        for (const Party& party : parties)
            names.push_back(party.name);
        return names;
    });
}

} // namespace diakinisi::desk
