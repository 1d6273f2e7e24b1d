#include "pdf/dict_difference.h"

#include <algorithm>
#include <cmath>

namespace diakinisi::pdf {

namespace {

constexpr double rounding = 1e-5; // of the number itself: what writers of single precision lose

bool sameNumber(const Value& a, const Value& b)
{
    if (a.isInteger() && b.isInteger())
        return a.integer() == b.integer();
    const double x = a.number();
    const double y = b.number();
    return x == y || std::abs(x - y) <= rounding * std::max(std::abs(x), std::abs(y));
}

/// Sorted: a dictionary from outside may have hundreds of thousands of entries.
using Entries = std::map<QByteArray, const Value*>;

/// None when a key stands twice.
std::optional<Entries> entriesOf(const Dict& dict)
{
    Entries entries;
    for (const auto& [key, value] : dict.entries())
        if (!entries.emplace(key, &value).second)
            return std::nullopt;
    return entries;
}

template <typename Same>
std::set<QByteArray> differing(const Dict& old, const Dict& now, const Same& same)
{
    static const Value none;
    std::set<QByteArray> keys;
    const std::optional<Entries> was = entriesOf(old);
    const std::optional<Entries> is = entriesOf(now);
    for (const auto& [key, value] : old.entries()) {
        const auto found = is ? is->find(key) : Entries::const_iterator();
        if (!was || !is || !same(value, found == is->end() ? none : *found->second))
            keys.insert(key);
    }
    for (const auto& [key, value] : now.entries())
        if (!was || !is || (!was->contains(key) && !same(none, value)))
            keys.insert(key);
    return keys;
}

} // namespace

bool meansSame(const Value& old, const Value& now)
{
    if (old.isNumber() && now.isNumber())
        return sameNumber(old, now);
    if (old.isArray() && now.isArray())
        return std::equal(old.array().begin(), old.array().end(), now.array().begin(), now.array().end(),
                          [](const Value& a, const Value& b) { return meansSame(a, b); });
    if (old.isDict() && now.isDict())
        return differing(old.dict(), now.dict(), [](const Value& a, const Value& b) { return meansSame(a, b); })
            .empty();
    return old == now;
}

bool BeforeAndAfter::meansSame(const Value& old, const Value& now) const
{
    if (pdf::meansSame(old, now))
        return true;
    if ((old.ref() != nullptr) == (now.ref() != nullptr))
        return false;
    const auto isStream = [](const Document& document, const Value& value) {
        const Result<Object> object = value.ref() ? document.object(*value.ref()) : Result<Object>(Object{});
        return !object || object->isStream();
    };
    return !isStream(before, old) && !isStream(after, now) && pdf::meansSame(before.resolve(old), after.resolve(now));
}

std::set<QByteArray> BeforeAndAfter::differingKeys(const Dict& old, const Dict& now) const
{
    return differing(old, now, [this](const Value& a, const Value& b) { return meansSame(a, b); });
}

bool keepsInOrder(const Array& old, const Array& now, Array& added)
{
    std::size_t next = 0;
    for (const Value& item : now) {
        if (next < old.size() && meansSame(old[next], item))
            ++next;
        else
            added.push_back(item);
    }
    return next == old.size();
}

bool within(const std::set<QByteArray>& keys, std::initializer_list<const char*> allowed)
{
    return std::all_of(keys.begin(), keys.end(), [&](const QByteArray& key) {
        return std::any_of(allowed.begin(), allowed.end(), [&](const char* name) { return key == name; });
    });
}

QString joined(const std::set<QByteArray>& keys)
{
    QByteArray text;
    for (const QByteArray& key : keys)
        text += " /" + key.left(40);
    return QString::fromLatin1(text);
}

} // namespace diakinisi::pdf
