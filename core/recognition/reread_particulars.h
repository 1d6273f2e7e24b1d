#pragma once
#include "base/text_page.h"

#include <optional>

namespace tesseract {
class TessBaseAPI;
}

namespace diakinisi::recognition {

/// Words of a page that stand for nothing by themselves, so that recognition cannot know when it errs: the number and
/// date of its letter, and the number of its act (ΑΔΑ).
struct Particulars {
    std::vector<std::size_t> digits; ///< of number and date, where recognition was not quite sure of them
    std::optional<std::size_t> actNumber;

    bool isEmpty() const { return digits.empty() && !actNumber; }
};

Particulars particularsOf(const TextPage& page);

/// Reads the digits again by `english`, which knows them best and has the page's picture before it, three times with
/// more or less around them: where it always reads the same, its digits become those of the word's alternative.
void rereadDigits(tesseract::TessBaseAPI& english, double dpi, const Particulars& words, TextPage& page);

/// Reads the act's number again by both, each with the characters that it may have, and notes what they say together as
/// its alternative.
void rereadActNumber(tesseract::TessBaseAPI& greek, tesseract::TessBaseAPI& english, double dpi,
                     const Particulars& words, TextPage& page);

} // namespace diakinisi::recognition
