#pragma once
#include "recognition/letter_labels.h"

namespace diakinisi::recognition {

constexpr double forgivenLetter = 0.12; ///< of a label's sureness, for each letter that is not as it should be

/// The label that begins at a place of a text given in its shape: the longest that fits, its run left 0. `strict`
/// forgives hardly any letter.
std::optional<LabelHit> labelAt(const QString& shape, qsizetype from, bool strict);

/// A sign that may stand between a label and what it announces.
bool isBetween(QChar c);

} // namespace diakinisi::recognition
