#pragma once
#include "desk/suggestions.h"
#include "domain/document.h"

namespace diakinisi::desk {

/// What of an earlier document counts.
struct PastDocument {
    QString sender;
    QString kind;
    QString subject;
    domain::UnitId unit;
    std::vector<SuggestedCharge> charges;
};

PastDocument pastOf(const domain::Document& document);

/// The rule. Earlier documents are looked at in groups, from the most like this one on: same sender and kind; same
/// sender with words of the subject; same sender; same kind with words; words; same kind. The first group that is clear
/// (at least two, and half of them agree) speaks for units, for kinds and for charges each; a reason tells the group
/// and the count. Pure.
SuggestionSet suggestFrom(const SuggestionQuery& query, const std::vector<PastDocument>& past);

/// The charge that so many earlier documents agree on that it may stand there before the clerk has looked: at least
/// three, and three in four.
std::optional<Suggested<SuggestedCharge>> agreedCharge(const SuggestionSet& found);

} // namespace diakinisi::desk
