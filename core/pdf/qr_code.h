#pragma once
#include "base/result.h"

#include <QString>

#include <vector>

namespace diakinisi::pdf {

/// A QR code as its modules, without the quiet zone around it (ISO/IEC 18004).
struct QrCode {
    int side = 0;
    std::vector<bool> dark; ///< row by row from the top

    bool at(int column, int row) const { return dark[static_cast<std::size_t>(row * side + column)]; }
};

/// The smallest code with medium error correction that holds the text. FieldInvalid for no text and for more than it
/// can hold (about 2300 bytes of UTF-8).
Result<QrCode> makeQrCode(const QString& text);

} // namespace diakinisi::pdf
