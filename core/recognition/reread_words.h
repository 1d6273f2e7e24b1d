#pragma once
#include "base/text_page.h"

namespace tesseract {
class TessBaseAPI;
}

namespace diakinisi::recognition {

/// Has the page, Greek on the whole, words with Latin letters that may be Greek ones misread (EAAHNIKH, npoinnpeoia,
/// 28417/A5)? Addresses of the net are none.
bool hasDoubtfulWords(const TextPage& page);

/// Reads these words again by `greek`, which knows Greek alone and has the page's picture before it, and notes what it
/// makes of them as their alternative where it is sure enough. At most 80 words, the first ones of the page; and the
/// act's number, with the capitals and digits that it may have.
void rereadDoubtfulWords(tesseract::TessBaseAPI& greek, double dpi, TextPage& page);

} // namespace diakinisi::recognition
