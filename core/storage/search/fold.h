#pragma once
#include <QString>
#include <QStringList>

namespace diakinisi::storage {

/// The letter as search sees it: case, accents, dialytika and final sigma folded, Latin letters that look like Greek
/// capitals turned into these (A -> α, B -> β, ...), so that 'AΙΤΗΣΗ' typed with a Latin A is found. 0: a mark that is
/// dropped; other characters come back as they are.
char32_t foldedLetter(char32_t letter);

/// Does the character belong into a word: letter, digit, or a mark on one?
bool isWordLetter(char32_t letter);

/// A whole text, folded letter by letter: to compare names and to match beginnings.
QString folded(QStringView text);

/// The folded words (runs of letters and digits) of a text, in order.
QStringList foldedWords(QStringView text);

} // namespace diakinisi::storage
