#pragma once
#include <QString>

namespace diakinisi::recognition {

/// How many letters must be changed, added or left out to make one of the other (Levenshtein's distance).
int lettersWrong(QStringView a, QStringView b);

/// Is it the word but for what recognition makes of a letter or two: one of six letters at most?
bool isNearWord(QStringView read, QStringView word);

} // namespace diakinisi::recognition
