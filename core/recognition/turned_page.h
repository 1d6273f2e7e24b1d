#pragma once
#include "base/text_page.h"

namespace diakinisi::recognition {

/// Was hardly a letter recognised, or do the words stand on end? Then the page lies on its side or on its head. False
/// for a page without words.
bool looksTurned(const TextPage& page);

} // namespace diakinisi::recognition
