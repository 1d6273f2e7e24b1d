#pragma once
#include <QString>

#include <optional>

namespace diakinisi::imaging {

/// What the QR code of a label says: which document's paper it is stuck to.
struct LabelCode {
    int number = 0;
    int year = 0;
    QString organisation; ///< its code or name: a label of another office must not attach anything here

    friend bool operator==(const LabelCode&, const LabelCode&) = default;
};

/// "diakinisi:123/2026:ORGANISATION"
QString labelText(const LabelCode& label);
/// Nothing for any other text.
std::optional<LabelCode> readLabel(const QString& text);

} // namespace diakinisi::imaging
