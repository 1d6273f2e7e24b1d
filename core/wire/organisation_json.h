#pragma once
#include "domain/organisation.h"
#include "wire/value_json.h"

namespace diakinisi::wire {

/// {"name","zone","units":[...],"persons":[...],"replacements":[...],"policy":{...}}, units and persons by id.
QJsonObject toJson(const domain::Organisation& organisation);
/// Fields that an older version did not write keep their defaults; MalformedInput for ill-typed ones and an id twice.
Result<domain::Organisation> organisationFromJson(const QJsonObject& json);

DIAKINISI_PLAIN_CODEC(domain::Organisation);

} // namespace diakinisi::wire
