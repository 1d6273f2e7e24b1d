#pragma once
#include "pdf/document.h"
#include "pdf/form.h"
#include "signing/cms/cms_check.h"

namespace diakinisi::signing {

/// Which bytes a signature covers, read from the file and checked for the known tricks: everything but the one
/// hexadecimal string /Contents of this very signature must be covered, from the file's first byte on (ISO
/// 32000-1, 12.8.1).
struct SignedRange {
    QString problem;           ///< empty when the range is sound
    std::int64_t gapBegin = 0; ///< the "<" of /Contents
    std::int64_t gapEnd = 0;   ///< after its ">"
    std::int64_t end = 0;      ///< first byte not covered any more
    QByteArray contents;
    pdf::Dict signature;
};

SignedRange readRange(const pdf::Document& document, const pdf::Field& field);

} // namespace diakinisi::signing
