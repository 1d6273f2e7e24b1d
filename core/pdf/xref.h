#pragma once
#include "base/result.h"
#include "pdf/byte_source.h"
#include "pdf/value.h"

#include <cstdint>
#include <vector>

namespace diakinisi::pdf {

/// Where one object is (ISO 32000-1, 7.5.4 and 7.5.8).
struct XrefEntry {
    enum class Kind : std::uint8_t { Free, InFile, InStream };

    std::int32_t number = 0;
    Kind kind = Kind::Free;
    std::int64_t where = 0;      ///< InFile: offset; InStream: number of the object stream
    std::int32_t generation = 0; ///< InStream: index within it

    friend bool operator==(const XrefEntry&, const XrefEntry&) = default;
};

/// One cross-reference section: a table with trailer, or a stream; a hybrid's stream is merged into its table.
struct XrefSection {
    std::int64_t at = 0;  ///< its offset in the file
    std::int64_t end = 0; ///< first byte after it (the trailer's or the stream dictionary's end)
    bool isStream = false;
    bool isHybrid = false;
    Dict trailer;
    std::vector<XrefEntry> entries;
};

struct XrefChain {
    std::int64_t startXref = 0;
    std::vector<XrefSection> sections; ///< newest first
};

/// Follows startxref and /Prev: at most 4096 sections, 2 million entries, no section twice. PdfBroken otherwise.
Result<XrefChain> readXrefChain(const ByteSource& source, std::int64_t headerShift);

/// The number after the last "startxref" near the end. PdfBroken when there is none, or no end mark after it.
Result<std::int64_t> findStartXref(const ByteSource& source);

} // namespace diakinisi::pdf
