#include "wire/document_json.h"

namespace diakinisi::wire {

using domain::Document;

namespace {

/// Items never stand without a version, versions never without a rendition: the domain relies on it.
bool checkItems(const Document& document, const Place& place, Reading& reading)
{
    for (const domain::Item& item : document.items) {
        if (item.versions.empty())
            return reading.refuse(Place{&place, u"items"}, "an item without a version");
        for (const domain::Version& version : item.versions)
            if (version.renditions.empty())
                return reading.refuse(Place{&place, u"items"}, "a version without a rendition");
    }
    return true;
}

} // namespace

QJsonObject toJson(const Document& document)
{
    return toJson<Document>(document);
}

QJsonValue Codec<Document>::encode(const Document& value)
{
    return toJson(value);
}

bool Codec<Document>::decode(const QJsonValue& json, Document& into, const Place& place, Reading& reading)
{
    Reading lenient{ReadRules::lenient()};
    if (!takeFields(json, into, place, lenient)) {
        reading.error = std::move(lenient.error);
        return false;
    }
    if (into.id.isNull())
        return reading.refuse(Place{&place, u"id"}, "not an id");
    return checkItems(into, place, reading);
}

Result<Document> documentFromJson(const QJsonObject& json)
{
    return fromJson<Document>(json);
}

} // namespace diakinisi::wire
