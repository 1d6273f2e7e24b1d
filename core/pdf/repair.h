#pragma once
#include "pdf/xref.h"

namespace diakinisi::pdf {

/// A file's objects as they are found by reading it from begin to end, when its cross-reference does not hold: of a
/// number that stands twice the later one counts. `chain` has one section, with what the trailers say together.
struct FoundObjects {
    XrefChain chain;
    std::vector<Ref> objectStreams; ///< in the file's order; what they hold is not in the chain yet
};

/// One pass over the file; at most 2 million objects. PdfBroken when there is nothing to go by, LimitExceeded.
Result<FoundObjects> findObjects(const ByteSource& source, std::int64_t headerShift);

} // namespace diakinisi::pdf
