#include "pdf/dict_difference.h"

#include <algorithm>

namespace diakinisi::pdf {

std::set<QByteArray> differingKeys(const Dict& old, const Dict& now)
{
    // Sorted first: a dictionary from outside may have hundreds of thousands of entries.
    std::map<QByteArray, const Value*> was;
    for (const auto& [key, value] : old.entries())
        was.emplace(key, &value);
    std::set<QByteArray> keys;
    for (const auto& [key, value] : now.entries()) {
        const auto found = was.find(key);
        if (found == was.end() || !found->second || !(*found->second == value))
            keys.insert(key);
        if (found != was.end())
            found->second = nullptr;
    }
    for (const auto& [key, value] : was)
        if (value)
            keys.insert(key);
    return keys;
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
