#pragma once
#include "domain/document.h"
#include "wire/value_json.h"

namespace diakinisi::wire {

/// A document's state: what the server's state rows, the desk's views and 'document-appeared' hold.
QJsonObject toJson(const domain::Document& document);
/// Fields that an older version did not write keep their defaults; MalformedInput for ill-typed ones and for items
/// without version or rendition.
Result<domain::Document> documentFromJson(const QJsonObject& json);

DIAKINISI_PLAIN_CODEC(domain::Document);

} // namespace diakinisi::wire
