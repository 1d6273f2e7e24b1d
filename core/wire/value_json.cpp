#include "wire/value_json.h"

#include "base/limits.h"
#include "ledger/canonical_json.h"

#include <limits>

namespace diakinisi::wire {

namespace {

/// What a text may hold on the wire: NFC, and U+FFFD in the place of what no JSON text can hold.
QString clean(const QString& text)
{
    QString result = ledger::isNfc(text) ? text : ledger::withFewMarks(text).normalized(QString::NormalizationForm_C);
    for (qsizetype i = 0; i < result.size(); ++i) {
        const QChar c = result.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < result.size() && result.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (c.isNull() || c.isSurrogate())
            result[i] = QChar(QChar::ReplacementCharacter);
    }
    return result;
}

/// Any value, so that it can be made canonical.
QJsonValue cleanValue(const QJsonValue& value, int levelsLeft)
{
    switch (value.type()) {
    case QJsonValue::String:
        return clean(value.toString());
    case QJsonValue::Double: {
        const qint64 integer = value.toInteger(0);
        const bool isInteger = integer != 0 || value.toInteger(1) == 0;
        const bool fits = integer <= ledger::largestInteger && integer >= -ledger::largestInteger;
        return isInteger && fits ? QJsonValue(integer) : QJsonValue(QJsonValue::Null);
    }
    case QJsonValue::Array: {
        if (levelsLeft == 0)
            return QJsonValue::Null;
        QJsonArray array;
        for (const QJsonValue entry : value.toArray())
            array.append(cleanValue(entry, levelsLeft - 1));
        return array;
    }
    case QJsonValue::Object: {
        if (levelsLeft == 0)
            return QJsonValue::Null;
        const QJsonObject from = value.toObject();
        QJsonObject object;
        for (auto it = from.begin(); it != from.end(); ++it)
            object.insert(clean(it.key()), cleanValue(it.value(), levelsLeft - 1));
        return object;
    }
    case QJsonValue::Undefined:
        return QJsonValue::Null;
    default:
        return value;
    }
}

constexpr int freeLevels = 32;

} // namespace

ReadRules ReadRules::strict()
{
    return {limits::fieldCharacters, limits::listEntries, false};
}

ReadRules ReadRules::wide()
{
    return {std::numeric_limits<qsizetype>::max(), std::numeric_limits<qsizetype>::max(), false};
}

ReadRules ReadRules::lenient()
{
    return {std::numeric_limits<qsizetype>::max(), std::numeric_limits<qsizetype>::max(), true};
}

QString Place::toString() const
{
    QString path = outer ? outer->toString() : QString();
    if (index >= 0)
        return path + u'[' + QString::number(index) + u']';
    if (!path.isEmpty() && !name.isEmpty())
        path += u'.';
    return path.append(name);
}

bool Reading::refuse(const Place& place, const char* cause)
{
    error = Error{ErrorCode::MalformedInput, place.toString(), QString::fromLatin1(cause)};
    return false;
}

QJsonValue Codec<QString>::encode(const QString& value)
{
    return clean(value);
}

bool Codec<QString>::decode(const QJsonValue& json, QString& into, const Place& place, Reading& reading)
{
    if (!json.isString())
        return reading.refuse(place, "not a text");
    const QString text = json.toString();
    if (text.size() > reading.rules.characters)
        return reading.refuse(place, "a text that is too long");
    into = clean(text);
    if (into.size() > reading.rules.characters) // some characters are longer in NFC
        return reading.refuse(place, "a text that is too long");
    return into == text || ledger::hasFewMarks(text) || reading.refuse(place, "too many marks on one character");
}

QJsonValue Codec<bool>::encode(const bool& value)
{
    return value;
}

bool Codec<bool>::decode(const QJsonValue& json, bool& into, const Place& place, Reading& reading)
{
    into = json.toBool();
    return json.isBool() || reading.refuse(place, "neither true nor false");
}

QJsonValue Codec<qint64>::encode(const qint64& value)
{
    return value;
}

bool Codec<qint64>::decode(const QJsonValue& json, qint64& into, const Place& place, Reading& reading)
{
    into = json.toInteger(0);
    const bool isInteger = json.isDouble() && (into != 0 || json.toInteger(1) == 0);
    const bool fits = into <= ledger::largestInteger && into >= -ledger::largestInteger;
    return (isInteger && fits) || reading.refuse(place, "not an integer");
}

QJsonValue Codec<int>::encode(const int& value)
{
    return value;
}

bool Codec<int>::decode(const QJsonValue& json, int& into, const Place& place, Reading& reading)
{
    qint64 wide = 0;
    if (!Codec<qint64>::decode(json, wide, place, reading))
        return false;
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return reading.refuse(place, "an integer that is too large");
    into = static_cast<int>(wide);
    return true;
}

QJsonValue Codec<Instant>::encode(const Instant& value)
{
    return toIso(value);
}

bool Codec<Instant>::decode(const QJsonValue& json, Instant& into, const Place& place, Reading& reading)
{
    const auto value = instantFromIso(json.toString());
    into = value.value_or(Instant{});
    return value || reading.refuse(place, "not a moment");
}

QJsonValue Codec<Sha256>::encode(const Sha256& value)
{
    return value.hex();
}

bool Codec<Sha256>::decode(const QJsonValue& json, Sha256& into, const Place& place, Reading& reading)
{
    const auto value = Sha256::fromHex(json.toString());
    into = value.value_or(Sha256{});
    return value || reading.refuse(place, "not a digest");
}

QJsonValue Codec<QJsonValue>::encode(const QJsonValue& value)
{
    return cleanValue(value, freeLevels);
}

bool Codec<QJsonValue>::decode(const QJsonValue& json, QJsonValue& into, const Place& place, Reading& reading)
{
    if (json.isUndefined())
        return reading.refuse(place, "missing");
    into = cleanValue(json, freeLevels);
    return into == json || reading.refuse(place, "a value that cannot be kept as it is");
}

QJsonValue Codec<QJsonObject>::encode(const QJsonObject& value)
{
    return cleanValue(value, freeLevels);
}

bool Codec<QJsonObject>::decode(const QJsonValue& json, QJsonObject& into, const Place& place, Reading& reading)
{
    QJsonValue value;
    if (!json.isObject())
        return reading.refuse(place, "not an object");
    if (!Codec<QJsonValue>::decode(json, value, place, reading))
        return false;
    into = value.toObject();
    return true;
}

} // namespace diakinisi::wire
