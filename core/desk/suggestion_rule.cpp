#include "desk/suggestion_rule.h"

#include "storage/search/fold.h"

#include <algorithm>
#include <set>

namespace diakinisi::desk {

namespace {

using By = SuggestionReason::By;

constexpr int fewest = 2;             ///< documents that make a past
constexpr std::size_t mostValues = 3; ///< suggested
constexpr qsizetype stemLetters = 6;  ///< Greek inflection shows after them
constexpr qsizetype tellingLetters = 4;

/// Beginnings of the telling words of a text, each with the word itself.
std::map<QString, QString> stemsOf(const QString& text)
{
    std::map<QString, QString> stems;
    for (const QString& word : storage::foldedWords(text))
        if (word.size() >= tellingLetters && !word.front().isDigit())
            stems.emplace(word.left(stemLetters), word);
    return stems;
}

/// The same words, or all words of the shorter name in the longer one: a heading says less than a register.
bool sameName(const QString& a, const QString& b)
{
    const QStringList first = storage::foldedWords(a);
    const QStringList second = storage::foldedWords(b);
    if (first.isEmpty() || second.isEmpty())
        return false;
    if (first == second)
        return true;
    const QStringList& shorter = first.size() < second.size() ? first : second;
    const QStringList& longer = first.size() < second.size() ? second : first;
    return shorter.size() > 1 &&
           std::ranges::all_of(shorter, [&longer](const QString& word) { return longer.contains(word); });
}

/// One earlier document beside the one in question.
struct Likeness {
    const PastDocument* past;
    bool sender = false;
    bool kind = false;
    QStringList words; ///< shared
    bool alike = false;
};

std::vector<Likeness> likenesses(const SuggestionQuery& query, const std::vector<PastDocument>& past)
{
    const auto stems = stemsOf(query.subject);
    const QString kind = storage::folded(query.kind);
    std::vector<Likeness> found;
    for (const PastDocument& each : past) {
        Likeness likeness{
            &each, sameName(query.sender, each.sender), !kind.isEmpty() && kind == storage::folded(each.kind), {}};
        const auto others = stemsOf(each.subject);
        for (const auto& [stem, word] : stems)
            if (others.contains(stem))
                likeness.words << word;
        const auto shared = static_cast<std::size_t>(likeness.words.size());
        likeness.alike =
            shared > 0 && shared * 2 >= std::min(stems.size(), std::size_t(6)) && (shared > 1 || stems.size() == 1);
        found.push_back(likeness);
    }
    return found;
}

bool belongs(const Likeness& likeness, By by)
{
    switch (by) {
    case By::SenderAndKind:
        return likeness.sender && likeness.kind;
    case By::SenderAndWords:
        return likeness.sender && likeness.alike;
    case By::Sender:
        return likeness.sender;
    case By::KindAndWords:
        return likeness.kind && likeness.alike;
    case By::Words:
        return likeness.alike;
    case By::Kind:
        return likeness.kind;
    }
    return false;
}

constexpr std::array groups{By::SenderAndWords, By::SenderAndKind, By::Sender, By::KindAndWords, By::Words, By::Kind};

/// The words that at least half of the group share with the document in question.
QStringList commonWords(const std::vector<const Likeness*>& group)
{
    std::map<QString, std::size_t> counts;
    for (const Likeness* each : group)
        for (const QString& word : each->words)
            ++counts[word];
    QStringList words;
    for (const auto& [word, count] : counts)
        if (count * 2 >= group.size())
            words << word;
    return words;
}

bool countsWords(By by)
{
    return by == By::SenderAndWords || by == By::KindAndWords || by == By::Words;
}

/// The values of a group, most frequent first; of equals the one used last.
template <class Value, class ValuesOf>
std::vector<std::pair<Value, int>> counted(const std::vector<const Likeness*>& group, const ValuesOf& valuesOf)
{
    std::vector<std::pair<Value, int>> counts;
    for (const Likeness* each : group)
        for (const Value& value : valuesOf(*each->past)) {
            const auto known = std::ranges::find(counts, value, &std::pair<Value, int>::first);
            if (known == counts.end())
                counts.emplace_back(value, 1);
            else
                ++known->second;
        }
    std::ranges::stable_sort(counts, std::ranges::greater{}, &std::pair<Value, int>::second);
    return counts;
}

template <class Value, class ValuesOf>
std::vector<Suggested<Value>> suggest(const std::vector<Likeness>& likenesses, const ValuesOf& valuesOf,
                                      bool kindCounts)
{
    for (const By by : groups) {
        if (!kindCounts && (by == By::SenderAndKind || by == By::KindAndWords || by == By::Kind))
            continue;
        std::vector<const Likeness*> group;
        for (const Likeness& each : likenesses)
            if (belongs(each, by) && !valuesOf(*each.past).empty())
                group.push_back(&each);
        const int total = static_cast<int>(group.size());
        const auto counts = counted<Value>(group, valuesOf);
        if (total < fewest || counts.empty() || counts.front().second * 2 < total || counts.front().second < fewest)
            continue;
        std::vector<Suggested<Value>> suggested;
        for (const auto& [value, count] : counts)
            if (suggested.size() < mostValues)
                suggested.push_back({value, {by, count, total, countsWords(by) ? commonWords(group) : QStringList()}});
        return suggested;
    }
    return {};
}

} // namespace

PastDocument pastOf(const domain::Document& document)
{
    PastDocument past;
    if (!document.particulars.parties.empty())
        past.sender = document.particulars.parties.front().name;
    past.kind = document.particulars.kind;
    past.subject = document.particulars.subject;
    past.unit = document.identity.unit;
    for (const domain::Charge& charge : document.charges)
        if (charge.state != domain::ChargeState::Returned)
            past.charges.push_back({charge.unit, charge.person, charge.purpose});
    return past;
}

SuggestionSet suggestFrom(const SuggestionQuery& query, const std::vector<PastDocument>& past)
{
    const std::vector<Likeness> found = likenesses(query, past);
    const auto units = [](const PastDocument& each) {
        return each.unit.isNull() ? std::vector<domain::UnitId>{} : std::vector{each.unit};
    };
    const auto kinds = [](const PastDocument& each) {
        return each.kind.isEmpty() ? std::vector<QString>{} : std::vector{each.kind};
    };
    const auto charges = [](const PastDocument& each) { return each.charges; };
    SuggestionSet set;
    set.units = suggest<domain::UnitId>(found, units, true);
    set.kinds = suggest<QString>(found, kinds, false);
    set.charges = suggest<SuggestedCharge>(found, charges, true);
    return set;
}

std::optional<Suggested<SuggestedCharge>> agreedCharge(const SuggestionSet& found)
{
    constexpr int enough = 3;
    constexpr double agreed = 0.75;
    if (found.charges.empty())
        return std::nullopt;
    const auto& best = found.charges.front();
    const bool clear = best.reason.matches >= enough && best.reason.matches >= agreed * best.reason.total;
    return clear ? std::optional(best) : std::nullopt;
}

} // namespace diakinisi::desk
