#include "wire/event_json.h"

#include "ledger/canonical_json.h"
#include "wire/value_json.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace diakinisi::wire {

using domain::EventBody;
using domain::Part;
using domain::UnknownEvent;

namespace {

/// How older versions of a kind become the present one. A kind's version is one more than its up-casters are many; its
/// golden files of every version stay.
constexpr std::span<const UpCaster> ownUpCasters{};

template <class Visit>
bool visitKinds(Visit&& visit)
{
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return (visit(std::type_identity<std::variant_alternative_t<I, EventBody>>{}) || ...);
    }(std::make_index_sequence<std::variant_size_v<EventBody>>{});
}

bool isKnown(QStringView kind)
{
    return !kind.isEmpty() && visitKinds([kind]<class Body>(std::type_identity<Body>) { return kind == Body::kind; });
}

template <class Parts>
auto& partOf(Parts& parts, Part part)
{
    switch (part) {
    case Part::Restricted:
        return parts.restricted;
    case Part::Personal:
        return parts.personal;
    case Part::Public:
        break;
    }
    return parts.open;
}

template <class Body>
bool readParts(const EventParts& parts, Body& into)
{
    Reading reading{ReadRules::wide()};
    const Place top;
    bool good = true;
    Body::fields(into, [&](QStringView name, auto& field, Part part = Part::Public) {
        const QJsonObject& from = partOf(parts, part);
        const bool isThere = part == Part::Public || !from.isEmpty();
        if (good && isThere)
            good = take(from, name, field, top, reading);
    });
    return good;
}

QJsonObject openPart(const std::optional<ledger::SealedPart>& part)
{
    return part && part->isOpen() ? ledger::canonicalObject(part->bytes).value_or(QJsonObject{}) : QJsonObject{};
}

} // namespace

EventParts partsOf(const EventBody& body)
{
    EventParts parts;
    std::visit(
        [&parts]<class Body>(const Body& one) {
            Body::fields(one, [&parts](QStringView name, const auto& field, Part part = Part::Public) {
                put(partOf(parts, part), name, field);
            });
        },
        body);
    return parts;
}

int versionOf(QStringView kind, std::span<const UpCaster> upCasters)
{
    if (!isKnown(kind))
        return 0;
    const auto count =
        std::count_if(upCasters.begin(), upCasters.end(), [kind](const UpCaster& one) { return kind == one.kind; });
    return 1 + static_cast<int>(count);
}

int versionOf(QStringView kind)
{
    return versionOf(kind, ownUpCasters);
}

EventBody bodyOf(QStringView kind, int v, EventParts parts, std::span<const UpCaster> upCasters)
{
    const UnknownEvent unknown{kind.toString()};
    const int newest = versionOf(kind, upCasters);
    if (v < 1 || v > newest)
        return unknown;
    for (; v < newest; ++v) {
        const auto one = std::find_if(upCasters.begin(), upCasters.end(),
                                      [&](const UpCaster& caster) { return caster.from == v && kind == caster.kind; });
        if (one == upCasters.end())
            return unknown;
        one->raise(parts);
    }
    EventBody body = unknown;
    visitKinds([&]<class Body>(std::type_identity<Body>) {
        if (kind != Body::kind)
            return false;
        Body read;
        if (readParts(parts, read))
            body = std::move(read);
        return true;
    });
    return body;
}

EventBody bodyOf(QStringView kind, int v, const EventParts& parts)
{
    return bodyOf(kind, v, parts, ownUpCasters);
}

std::vector<QString> eventKinds()
{
    std::vector<QString> kinds;
    visitKinds([&kinds]<class Body>(std::type_identity<Body>) {
        if constexpr (!std::is_same_v<Body, UnknownEvent>)
            kinds.push_back(QString(Body::kind));
        return false;
    });
    return kinds;
}

QString kindWord(const EventBody& body)
{
    if (const auto* unknown = std::get_if<UnknownEvent>(&body))
        return unknown->kindWord;
    return std::visit([](const auto& one) { return QString(one.kind); }, body);
}

domain::Event eventOf(const ledger::Record& record)
{
    const ledger::Envelope& e = record.envelope;
    const EventParts parts{openPart(record.payload.open), openPart(record.payload.restricted),
                           openPart(record.payload.personal)};
    return {e.id, e.document, e.at, e.by, e.onBehalfOf, bodyOf(e.kind, e.v, parts)};
}

} // namespace diakinisi::wire
