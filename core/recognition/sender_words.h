#pragma once
#include <QString>

namespace diakinisi::recognition {

/// What a line of a letter's heading names.
enum class HeadingLine {
    Nothing,
    Republic, ///< Ελληνική Δημοκρατία, a prefecture: above every body, never the sender
    Body,     ///< a ministry, municipality, school, company, association ...
    Unit      ///< a directorate, department or office of a body
};

/// By its words, given in their shape (shapeOf).
HeadingLine headingLineOf(const QString& shape);

/// Does it end as companies' names do (Α.Ε., Ο.Ε., LTD ...)?
bool isCompany(const QString& shape);

} // namespace diakinisi::recognition
