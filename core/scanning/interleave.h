#pragma once
#include "base/result.h"

#include <QStringList>

namespace diakinisi::scanning {

/// The pages of sheets whose two sides were scanned one after the other on a feeder of one side: first all fronts, then
/// the pile turned over, so that the backs come last sheet first. MalformedInput where the counts differ: a sheet was
/// taken double, or is missing.
Result<QStringList> interleaved(const QStringList& fronts, const QStringList& backs);

} // namespace diakinisi::scanning
