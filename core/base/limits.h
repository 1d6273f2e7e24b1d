#pragma once
#include <QtGlobal>

#include <cstdint>

namespace diakinisi::limits {

inline constexpr std::int64_t kiB = 1024;
inline constexpr std::int64_t miB = 1024 * kiB;

/// The largest file that the house takes.
inline constexpr std::int64_t fileBytes = 512 * miB;
/// The longest text of one field (subject, reason, note), in UTF-16 units.
inline constexpr qsizetype fieldCharacters = 4000;
/// The most entries of one list in a command (parties, charges, items, steps).
inline constexpr qsizetype listEntries = 500;

} // namespace diakinisi::limits
