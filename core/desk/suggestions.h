#pragma once
#include "base/result.h"
#include "domain/handling.h"

namespace diakinisi::desk {

/// What is known of a document that is about to be registered; any of it may be empty.
struct SuggestionQuery {
    QString sender;
    QString kind; ///< of document
    QString subject;
};

/// Why something is suggested: `matches` of `total` earlier documents that were like this one in `by`.
struct SuggestionReason {
    enum class By { SenderAndKind, SenderAndWords, Sender, KindAndWords, Words, Kind };
    By by = By::Sender;
    int matches = 0;
    int total = 0;
    QStringList words{}; ///< of the subject that they share, where words counted
    friend bool operator==(const SuggestionReason&, const SuggestionReason&) = default;
};

/// A unit or a person to charge, and for what.
struct SuggestedCharge {
    std::optional<domain::UnitId> unit; ///< exactly one of unit and person
    std::optional<domain::PersonId> person;
    domain::Purpose purpose = domain::Purpose::Action;
    friend bool operator==(const SuggestedCharge&, const SuggestedCharge&) = default;
};

template <class Value>
struct Suggested {
    Value value;
    SuggestionReason reason;
    friend bool operator==(const Suggested&, const Suggested&) = default;
};

/// Best first, at most three of each; empty where the past says nothing clear.
struct SuggestionSet {
    std::vector<Suggested<domain::UnitId>> units; ///< addressed unit
    std::vector<Suggested<QString>> kinds;
    std::vector<Suggested<SuggestedCharge>> charges;
};

/// What this desk did with documents like this one, counted; nothing is learned elsewhere and nothing leaves the desk.
class Suggestions
{
public:
    virtual ~Suggestions() = default;
    /// From the newest incoming documents that this desk keeps; a few milliseconds. Only active units and persons are
    /// suggested.
    virtual Result<SuggestionSet> suggest(const SuggestionQuery& query) = 0;
};

} // namespace diakinisi::desk
