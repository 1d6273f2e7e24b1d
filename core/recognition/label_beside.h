#pragma once
#include "recognition/letter_view.h"

namespace diakinisi::recognition {

/// The label that stands left of a line of a column, in its row or reaching into it from a little above or below, with
/// nothing between: it announces the line, whatever stands above the line. Null where there is none.
const LabelHit* labelBeside(const LetterView& view, const Span& line);

/// The line above a label's first one that belongs to it as well: a label stands in the middle of what it announces.
std::optional<Span> lineAbove(const LetterView& view, const LabelHit& label, const Span& first);

} // namespace diakinisi::recognition
