#pragma once
#include "recognition/letter_reading.h"
#include "recognition/letter_view.h"
#include "recognition/sender_words.h"

namespace diakinisi::recognition {

/// One line of a letter's head, with the lines that it is wrapped into.
struct LetterheadLine {
    std::vector<Span> spans;
    HeadingLine kind = HeadingLine::Nothing;
};

/// The lines above the subject that may name the sender: without labels, marks, recipients and what else is known.
std::vector<LetterheadLine> letterheadOf(const LetterView& view, const LetterReading& found);

/// Of its tallest word, points.
double heightOf(const LetterView& view, const LetterheadLine& line);

/// Is a line written in capitals?
bool isLarge(const QString& text);

} // namespace diakinisi::recognition
