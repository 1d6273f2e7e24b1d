#pragma once
#include <QString>

namespace diakinisi::storage {

/// The FTS5 expression for what a person typed: every word must occur, in any inflection; the last one is also taken as
/// the beginning of a word unless a space follows it; "123/2026" is a number. Nothing that is typed is ever syntax.
/// Empty when there is nothing to look for. At most 16 words count.
QByteArray searchExpression(const QString& typed);

/// The expression that finds whatever has at least one of the text's words, in any inflection; words of fewer than four
/// letters and numbers do not count. At most 16 words.
QByteArray anyWordExpression(const QString& text);

} // namespace diakinisi::storage
