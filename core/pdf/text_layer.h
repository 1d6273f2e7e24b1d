#pragma once
#include "base/text_page.h"
#include "pdf/invisible_font.h"

namespace diakinisi::pdf {

/// The operators that lay a page's words unseen (text rendering mode 3, ISO 32000-1, 9.3.6) where they stand: a line's
/// words on its base line, each as wide as its box, with real spaces between. `fontName` is the font's name in the
/// page's resources; `page.size` is what the page shows after being turned clockwise by `rotation`. Empty when there
/// are no words.
QByteArray textLayer(const TextPage& page, int rotation, const QByteArray& fontName, InvisibleFont& font);

} // namespace diakinisi::pdf
