#pragma once
#include "domain/events.h"

namespace diakinisi::domain {

/// Folds one event into the document. Total: an event that does not fit what is known (a withheld part, a newer kind)
/// changes what it can and marks the rest, it never fails.
void apply(Document& document, const Event& event);

/// Folds one event into the organisation; events about documents change nothing.
void apply(Organisation& organisation, const Event& event);

} // namespace diakinisi::domain
