#pragma once
#include "recognition/letter_lines.h"

namespace diakinisi::recognition {

/// Does a letter's text begin so, after the subject? Given in its shape.
bool opensText(const QString& shape);

/// The same of words that may also stand within a subject: a sentence that begins with one begins in a capital.
bool opensSentence(const TextRun& run);

} // namespace diakinisi::recognition
