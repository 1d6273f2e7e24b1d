#include "wire/organisation_json.h"

namespace diakinisi::wire {

using domain::Organisation;

namespace {

template <class Key, class T>
QJsonArray listOf(const QMap<Key, T>& map)
{
    QJsonArray array;
    for (const T& one : map)
        array.append(toJson(one));
    return array;
}

template <class Key, class T>
bool takeMap(const QJsonObject& from, QStringView name, QMap<Key, T>& into, const Place& outer, Reading& reading)
{
    std::vector<T> list;
    if (!take(from, name, list, outer, reading))
        return false;
    into.clear();
    for (T& one : list) {
        const Key id = one.id;
        if (id.isNull() || into.contains(id))
            return reading.refuse(Place{&outer, name}, "an entry without an id, or an id twice");
        into.insert(id, std::move(one));
    }
    return true;
}

} // namespace

QJsonObject toJson(const Organisation& organisation)
{
    QJsonObject json;
    put(json, u"name", organisation.name);
    put(json, u"zone", organisation.zone);
    json.insert(u"units", listOf(organisation.units));
    json.insert(u"persons", listOf(organisation.persons));
    put(json, u"replacements", organisation.replacements);
    put(json, u"policy", organisation.policy);
    return json;
}

QJsonValue Codec<Organisation>::encode(const Organisation& value)
{
    return toJson(value);
}

bool Codec<Organisation>::decode(const QJsonValue& json, Organisation& into, const Place& place, Reading& reading)
{
    if (!json.isObject())
        return reading.refuse(place, "not an object");
    const QJsonObject from = json.toObject();
    Reading lenient{ReadRules::lenient()};
    const bool good = take(from, u"name", into.name, place, lenient) &&
                      take(from, u"zone", into.zone, place, lenient) &&
                      takeMap(from, u"units", into.units, place, lenient) &&
                      takeMap(from, u"persons", into.persons, place, lenient) &&
                      take(from, u"replacements", into.replacements, place, lenient) &&
                      take(from, u"policy", into.policy, place, lenient);
    if (!good)
        reading.error = std::move(lenient.error);
    return good;
}

Result<Organisation> organisationFromJson(const QJsonObject& json)
{
    return fromJson<Organisation>(json);
}

} // namespace diakinisi::wire
