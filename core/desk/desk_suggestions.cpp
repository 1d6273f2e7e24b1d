#include "desk/desk_suggestions.h"

#include "desk/suggestion_rule.h"

#include <set>

namespace diakinisi::desk {

namespace {

constexpr int mostLookedAt = 120; ///< of each question: the newest say most

bool isActive(const domain::Organisation& organisation, const SuggestedCharge& charge)
{
    if (charge.unit) {
        const domain::Unit* unit = organisation.unit(*charge.unit);
        return unit && unit->active;
    }
    const domain::Person* person = charge.person ? organisation.person(*charge.person) : nullptr;
    return person && person->active;
}

} // namespace

Result<SuggestionSet> DeskSuggestions::suggest(const SuggestionQuery& query)
{
    using Words = storage::DeskViews::Words;
    std::vector<PastDocument> past;
    std::set<domain::DocumentId> seen;
    for (const auto& [words, which] : {std::pair(query.sender, Words::All), std::pair(query.subject, Words::Any),
                                       std::pair(query.kind, Words::All)}) {
        const auto documents = m_parts.store->views().past(words, which, mostLookedAt);
        if (!documents)
            return fail(documents.error());
        for (const domain::Document& document : *documents)
            if (seen.insert(document.id).second)
                past.push_back(pastOf(document));
    }
    SuggestionSet set = suggestFrom(query, past);
    const auto organisation = m_parts.organisation();
    std::erase_if(set.units, [&organisation](const auto& each) {
        return !isActive(*organisation, {each.value, std::nullopt});
    });
    std::erase_if(set.charges, [&organisation](const auto& each) { return !isActive(*organisation, each.value); });
    return set;
}

} // namespace diakinisi::desk
