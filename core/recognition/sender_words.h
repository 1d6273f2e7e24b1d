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

/// Does the name, given in its shape, belong to a public office (none of companies, associations, churches)?
bool isOfficeName(const QString& shape);

/// A line of a head that names nobody (ΑΝΑΡΤΗΤΕΑ ΣΤΟ ΔΙΑΔΙΚΤΥΟ, ΑΙΤΗΣΗ ...), given in its shape.
bool namesNobody(const QString& shape);

/// Does it end as companies' names do (Α.Ε., Ο.Ε., LTD ...)?
bool isCompany(const QString& shape);

} // namespace diakinisi::recognition
