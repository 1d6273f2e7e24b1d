#pragma once
#include "recognition/letter_reading.h"

#include <QJsonObject>

namespace diakinisi::ctl {

/// What a letter says of itself: {"subject":{"text","value","page","box":[x,y,w,h],"confidence"}, "sender": ...,
/// "recipients":[...]}; what was not read is null or an empty list. Pages from 1.
QJsonObject letterToJson(const recognition::LetterReading& letter);

} // namespace diakinisi::ctl
