#pragma once
#include "recognition/letter_view.h"

namespace diakinisi::recognition {

/// Does the place lie in or close by a stamp that says when and under which number a letter was received? What stands
/// there is another office's.
bool isNearReceivedStamp(const LetterView& view, int page, const QRectF& level);

} // namespace diakinisi::recognition
