#pragma once
#include "pdf/form.h"

namespace diakinisi::signing {

/// What the signature in `field` lets later savings do: from its references (ISO 32000-1, 12.8.2) and from the lock of
/// its field (12.7.4.5), also where the signer did not repeat it as a reference. `fields`: all of the file.
pdf::ChangeRules rulesOf(const pdf::Document& document, const pdf::Field& field, const std::vector<pdf::Field>& fields);

} // namespace diakinisi::signing
