#pragma once
#include "recognition/letter_lines.h"

namespace diakinisi::recognition {

/// The distance from line to line that most of a page's text has, points; of two that are about as frequent (from line
/// to line, from paragraph to paragraph of a short letter) the smaller.
double pitchOf(const PageLines& lines);

} // namespace diakinisi::recognition
