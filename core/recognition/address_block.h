#pragma once
#include "recognition/letter_view.h"

namespace diakinisi::recognition {

/// The lines of the address that a letter in English has above its salutation or subject, without a label: whom it is
/// for first, then where. Empty for a letter in Greek and where none stands.
std::vector<Span> addressBlock(const LetterView& view);

} // namespace diakinisi::recognition
