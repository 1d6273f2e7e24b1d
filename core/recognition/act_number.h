#pragma once
#include <QString>

#include <optional>

namespace diakinisi::recognition {

/// The number that the Transparency Programme (Διαύγεια) gives an act, its ΑΔΑ: four characters, the mark of the body
/// (three that begin with Ω or 7, or six that begin with 46), a hyphen and three more, all Greek capitals or digits.
struct ActNumber {
    QString text; ///< Greek capitals and digits, one hyphen
    qsizetype from = 0;
    qsizetype length = 0;
    double sureness = 1; ///< less where it has not quite the form, or letters had to be taken for others
};

/// The first one in a text given in its shape.
std::optional<ActNumber> actNumberIn(const QString& shape);

/// What two readings of one number say together, by a reader of Greek, who knows the letters, and by one of
/// English, who knows digits from letters better. One of them may have a character too many. Nothing where they do not
/// agree, or have not the form.
std::optional<ActNumber> agreedActNumber(const QString& greek, const QString& english);

/// Is the word, given in its shape, the label ΑΔΑ, also as recognition reads capitals of some fonts (AAA, ΛΔΑ)?
bool announcesActNumber(const QString& shape);

} // namespace diakinisi::recognition
