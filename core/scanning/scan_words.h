#pragma once
#include "scanning/scanner.h"

#include <optional>

namespace diakinisi::scanning {

/// The words for sources and colours in files and between programs.
QString scanWord(ScanSource source);
QString scanWord(ScanColour colour);

/// Nothing for a word that this version does not know.
std::optional<ScanSource> scanSource(QStringView word);
std::optional<ScanColour> scanColour(QStringView word);

} // namespace diakinisi::scanning
