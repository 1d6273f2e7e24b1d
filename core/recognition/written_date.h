#pragma once
#include <QDate>
#include <QString>

#include <vector>

namespace diakinisi::recognition {

/// A date as it stands in a text.
struct WrittenDate {
    QDate date;
    qsizetype from = 0; ///< its first character in the text
    qsizetype length = 0;
    bool inWords = false; ///< the month was a word
    double sureness = 1;  ///< less where a character had to be forgiven or the year has two digits
};

/// All dates of a text, given in its shape (shapeOf), in order: 12/3/2026, 12-03-26, 12.3.2026, 2026-03-12, 12 Μαρτίου
/// 2026 in any case, with and without accents, abbreviated, 12th March 2026, March 12, 2026. Of the years 1900 to 2099.
std::vector<WrittenDate> datesIn(const QString& shape);

} // namespace diakinisi::recognition
