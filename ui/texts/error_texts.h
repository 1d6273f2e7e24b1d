#pragma once
#include "base/error.h"

namespace diakinisi::ui {

/// What a person is told of an error: what happened, what was kept, what to do. In the language of the moment.
struct ErrorText {
    QString what;
    QString kept;
    QString advice;
};

/// Never empty in any part, whatever the code; the subject stands in `what` where it helps.
ErrorText textOf(const Error& error);

/// The three sentences as one paragraph, for bars and tool tips.
QString sentenceOf(const Error& error);

} // namespace diakinisi::ui
