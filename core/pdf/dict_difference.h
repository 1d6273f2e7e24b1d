#pragma once
#include "pdf/value.h"

#include <set>

namespace diakinisi::pdf {

/// The keys whose values differ, or that only one of the two has.
std::set<QByteArray> differingKeys(const Dict& old, const Dict& now);
/// Each of `keys` is one of `allowed`.
bool within(const std::set<QByteArray>& keys, std::initializer_list<const char*> allowed);
/// " /Rect /Kids", for evidence.
QString joined(const std::set<QByteArray>& keys);

} // namespace diakinisi::pdf
