#pragma once
#include "pdf/font.h"
#include "pdf/pages.h"

#include <optional>

namespace diakinisi::pdf {

/// Where number and date will stand. The labels are part of the document and come from the caller ("Αριθ. πρωτ.:").
struct NumberFieldOptions {
    int page = 1;               ///< counted from 1
    std::optional<Rect> area{}; ///< as shown, origin bottom left; top right of the page when not given
    QString numberLabel{};
    QString dateLabel{};
    double fontSize = 10;
};

inline constexpr char numberFieldName[] = "DiakinisiNumber";
inline constexpr char dateFieldName[] = "DiakinisiDate";

/// Puts the two empty, read-only form fields in, before the first signature. The former bytes stay as they are.
/// AlreadyExists when the fields are there, PdfForbids when the file is signed already, PdfEncrypted, FieldInvalid
/// (page).
Done addNumberField(QIODevice& from, QIODevice& to, const Font& font, const NumberFieldOptions& options);

/// Fills them; also after signatures, which allow it as form filling. FieldMissing when the file has no such fields,
/// AlreadyRegistered when they are filled with something else, PdfForbids when a signature forbids it.
Done fillNumberField(QIODevice& from, QIODevice& to, const Font& font, const QString& number, const QString& date);

struct NumberFieldState {
    bool exists = false;
    QString number;
    QString date;
};
Result<NumberFieldState> readNumberField(QIODevice& file);

} // namespace diakinisi::pdf
