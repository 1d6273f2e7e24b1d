#pragma once
#include "base/result.h"

#include <QString>

#include <cstdint>

class QIODevice;

namespace diakinisi::signing {

/// Writes the file as it was when `field` was signed: exactly the bytes from the first to the last that this signature
/// covers, its own value included. Gives their number. NotFound when there is no such signature, SignatureBroken when
/// what it covers cannot be told; also NotPdf, PdfBroken, PdfEncrypted, FileUnreadable, FileUnwritable.
Result<std::int64_t> writeSignedVersion(QIODevice& file, const QString& field, QIODevice& to);

} // namespace diakinisi::signing
