#pragma once
#include "recognition/letter_labels.h"

#include <span>

namespace diakinisi::recognition {

/// One way to write a label: its letters without spaces and signs ("Αριθ. Πρωτ." is ΑΡΙΘΠΡΩΤ).
struct LabelWords {
    Label label;
    const char16_t* letters;
    bool needsColon = false; ///< too common a word to be believed without
};

/// All of them, in Greek and English.
std::span<const LabelWords> labelWords();

} // namespace diakinisi::recognition
