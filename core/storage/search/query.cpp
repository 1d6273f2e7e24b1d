#include "storage/search/query.h"

#include "storage/search/word_scanner.h"

#include <QList>

namespace diakinisi::storage {

namespace {

constexpr qsizetype mostWords = 16;
constexpr qsizetype mostCharacters = 1000;
constexpr int shortestTelling = 4; ///< letters; shorter words are in every subject
constexpr int shortestPrefix = 2;  ///< letters; beginnings of one letter would read the whole index

QByteArray quoted(const QByteArray& form)
{
    return '"' + form + '"'; // a form has letters, digits and '/' only
}

QByteArray finished(const ScannedWord& word)
{
    if (word.pieces.empty())
        return quoted(word.form);
    QByteArray pieces;
    for (const QByteArray& piece : word.pieces)
        pieces += (pieces.isEmpty() ? "" : " AND ") + quoted(piece);
    return '(' + quoted(word.form) + " OR (" + pieces + "))";
}

QByteArray beingTyped(const ScannedWord& word)
{
    if (QString::fromUtf8(word.form).size() < shortestPrefix)
        return finished(word);
    return '(' + quoted(word.form) + "* OR " + finished(word) + ')';
}

} // namespace

QByteArray searchExpression(const QString& typed)
{
    const QByteArray utf8 = typed.left(mostCharacters).toUtf8();
    WordScanner scanner(utf8);
    QList<ScannedWord> words;
    ScannedWord word;
    while (words.size() < mostWords && scanner.next(word))
        words << word;
    QByteArray expression;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool open = i + 1 == words.size() && !typed.back().isSpace();
        expression += (i > 0 ? " AND " : "") + (open ? beingTyped(words[i]) : finished(words[i]));
    }
    return expression;
}

QByteArray anyWordExpression(const QString& text)
{
    const QByteArray utf8 = text.left(mostCharacters).toUtf8();
    WordScanner scanner(utf8);
    QByteArray expression;
    qsizetype count = 0;
    ScannedWord word;
    while (count < mostWords && scanner.next(word)) {
        if (!word.greek && !word.pieces.empty())
            continue;
        if (QString::fromUtf8(word.form).size() < shortestTelling)
            continue;
        expression += (count++ > 0 ? " OR " : "") + finished(word);
    }
    return expression;
}

} // namespace diakinisi::storage
