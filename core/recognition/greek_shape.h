#pragma once
#include <QRegularExpression>

namespace diakinisi::recognition {

/// What a letter looks like when nobody minds case, accents and alphabets: the Greek capital where there is one that
/// looks so (Latin A, a, Greek ά -> Α), else the capital; other characters as they are. Recognition mixes the
/// alphabets, so labels and known words are compared in this form.
QChar shapeOf(QChar letter);

/// The same for a whole text; one character each, so that places in it are places in the text.
QString shapeOf(QStringView text);

/// A regular expression over shapes, given with letters as one writes them; what follows a backslash stays.
QString shapePattern(QStringView pattern);
QRegularExpression shapeExpression(QStringView pattern);

bool isGreek(QChar letter);
bool isLatin(QChar letter);

/// A text in which recognition has written Latin letters amid Greek ones, in Greek alone where only look-alikes stand
/// in the way; addresses of the net, and words that are Latin by any reading, stay. The same length.
QString mended(const QString& text);

} // namespace diakinisi::recognition
