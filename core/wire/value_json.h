#pragma once
#include "base/digest.h"
#include "base/ids.h"
#include "base/time.h"
#include "domain/words.h"
#include "wire/reading.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>
#include <type_traits>
#include <vector>

// Values to and from JSON by their fields() visitors. Texts travel in NFC, instants as ISO 8601, digests as hex, ids as
// UUIDs, enums as words; an empty optional and a null id leave their key out. What is written can always be made
// canonical: lone surrogates and U+0000 in a text become U+FFFD, marks beyond 30 on one
// character go.
namespace diakinisi::wire {

/// How a T is written and read; specialised for every type that travels. Reading gives false after Reading::refuse.
template <class T>
struct Codec;

struct AnyVisitor {
    template <class T>
    void operator()(QStringView, T&, domain::Part = domain::Part::Public) const
    {
    }
};
template <class T>
concept HasFields = requires(T& value) { T::fields(value, AnyVisitor{}); };

template <class T>
QJsonValue encode(const T& value)
{
    return Codec<T>::encode(value);
}

/// Writes one field into an object; optionals and ids decide themselves whether they leave their key out.
template <class T>
void put(QJsonObject& into, QStringView name, const T& value)
{
    const QJsonValue json = Codec<T>::encode(value);
    if (!json.isUndefined())
        into.insert(name, json);
}

/// Reads one field out of an object.
template <class T>
bool take(const QJsonObject& from, QStringView name, T& into, const Place& outer, Reading& reading)
{
    const QJsonValue json = from.value(name);
    if (json.isUndefined() && reading.rules.missingIsDefault)
        return true;
    return Codec<T>::decode(json, into, Place{&outer, name}, reading);
}

/// A struct as an object.
template <HasFields T>
QJsonObject toJson(const T& value)
{
    QJsonObject object;
    T::fields(value, [&object](QStringView name, const auto& field, domain::Part = domain::Part::Public) {
        put(object, name, field);
    });
    return object;
}

/// Requests say so (`static constexpr bool isRequest = true`): what comes from desks is read strictly.
template <class T>
ReadRules usualRules()
{
    if constexpr (requires { T::isRequest; })
        return ReadRules::strict();
    else
        return ReadRules::wide();
}

/// MalformedInput with the path of the first misfit as subject; unknown fields are ignored.
template <class T>
Result<T> fromJson(const QJsonValue& json, QStringView path = {}, ReadRules rules = usualRules<T>())
{
    Reading reading{rules};
    T value{};
    if (!Codec<T>::decode(json, value, Place{nullptr, path}, reading))
        return fail(std::move(reading.error));
    return value;
}

#define DIAKINISI_PLAIN_CODEC(Type)                                                                                    \
    template <>                                                                                                        \
    struct Codec<Type> {                                                                                               \
        static QJsonValue encode(const Type& value);                                                                   \
        static bool decode(const QJsonValue& json, Type& into, const Place& place, Reading& reading);                  \
    }
DIAKINISI_PLAIN_CODEC(QString);
DIAKINISI_PLAIN_CODEC(bool);
DIAKINISI_PLAIN_CODEC(int);
DIAKINISI_PLAIN_CODEC(qint64);
DIAKINISI_PLAIN_CODEC(Instant);
DIAKINISI_PLAIN_CODEC(Sha256);
/// Any JSON value; what cannot be made canonical (a fraction, a level too deep) is written as null.
DIAKINISI_PLAIN_CODEC(QJsonValue);
DIAKINISI_PLAIN_CODEC(QJsonObject);

template <class Tag>
struct Codec<Id<Tag>> {
    static QJsonValue encode(const Id<Tag>& id)
    {
        return id.isNull() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(id.toString());
    }
    static bool decode(const QJsonValue& json, Id<Tag>& into, const Place& place, Reading& reading)
    {
        const auto id = json.isString() ? Id<Tag>::fromString(json.toString()) : std::nullopt;
        if (!id)
            return reading.refuse(place, "not an id");
        into = *id;
        return true;
    }
};

template <class Enum>
    requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static QJsonValue encode(const Enum& value) { return domain::word(value); }
    static bool decode(const QJsonValue& json, Enum& into, const Place& place, Reading& reading)
    {
        const auto value = json.isString() ? domain::fromWord<Enum>(json.toString()) : std::nullopt;
        if (!value)
            return reading.refuse(place, "not one of the words that may stand here");
        into = *value;
        return true;
    }
};

template <class T>
struct Codec<std::optional<T>> {
    static QJsonValue encode(const std::optional<T>& value)
    {
        return value ? Codec<T>::encode(*value) : QJsonValue(QJsonValue::Undefined);
    }
    static bool decode(const QJsonValue& json, std::optional<T>& into, const Place& place, Reading& reading)
    {
        into.reset();
        return json.isUndefined() || Codec<T>::decode(json, into.emplace(), place, reading);
    }
};

template <class T>
struct Codec<std::vector<T>> {
    static QJsonValue encode(const std::vector<T>& values)
    {
        QJsonArray array;
        for (const T& value : values)
            array.append(Codec<T>::encode(value));
        return array;
    }
    static bool decode(const QJsonValue& json, std::vector<T>& into, const Place& place, Reading& reading)
    {
        if (!json.isArray())
            return reading.refuse(place, "not a list");
        const QJsonArray array = json.toArray();
        if (array.size() > reading.rules.entries)
            return reading.refuse(place, "a list with too many entries");
        into.clear();
        into.reserve(static_cast<std::size_t>(array.size()));
        for (qsizetype i = 0; i < array.size(); ++i)
            if (!Codec<T>::decode(array.at(i), into.emplace_back(), Place{&place, {}, i}, reading))
                return false;
        return true;
    }
};

template <HasFields T>
bool takeFields(const QJsonValue& json, T& into, const Place& place, Reading& reading)
{
    if (!json.isObject())
        return reading.refuse(place, "not an object");
    const QJsonObject object = json.toObject();
    bool good = true;
    T::fields(into, [&](QStringView name, auto& field, domain::Part = domain::Part::Public) {
        good = good && take(object, name, field, place, reading);
    });
    return good;
}

template <HasFields T>
struct Codec<T> {
    static QJsonValue encode(const T& value) { return toJson(value); }
    static bool decode(const QJsonValue& json, T& into, const Place& place, Reading& reading)
    {
        return takeFields(json, into, place, reading);
    }
};

} // namespace diakinisi::wire
