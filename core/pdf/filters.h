#pragma once
#include "base/result.h"
#include "pdf/value.h"

namespace diakinisi::pdf {

/// Undoes Flate; LimitExceeded when more than `limit` bytes come out, PdfBroken when the data is damaged.
Result<QByteArray> inflate(QByteArrayView data, std::int64_t limit);
/// As Flate wants it (zlib).
QByteArray deflate(const QByteArray& data);
/// Undoes one filter with its resolved /DecodeParms. NotSupported for what is not FlateDecode or ASCIIHexDecode (image
/// filters are never undone here).
Result<QByteArray> undoFilter(const QByteArray& filter, const Dict& parameters, const QByteArray& data,
                              std::int64_t limit);
/// Undoes PNG predictors (ISO 32000-1, 7.4.4.4) of rows of `rowBytes` bytes.
Result<QByteArray> undoPngRows(const QByteArray& data, std::int64_t rowBytes, std::int64_t pixelBytes);

} // namespace diakinisi::pdf
