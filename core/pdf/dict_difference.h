#pragma once
#include "pdf/document.h"

#include <set>

namespace diakinisi::pdf {

/// Says the same to every reader: numbers that differ by rounding only, and a text written in another way, are the
/// same; so is an entry that is null and one that is not there. Not so a dictionary in which a key stands twice.
bool meansSame(const Value& old, const Value& now);

/// Two states of a file, to compare values that stand in one of them directly and in the other behind a reference.
struct BeforeAndAfter {
    const Document& before;
    const Document& after;

    bool meansSame(const Value& old, const Value& now) const;
    /// The keys whose values differ, or that only one of the two has.
    std::set<QByteArray> differingKeys(const Dict& old, const Dict& now) const;
};

/// Each item of `old` is in `now`, in the same order; `added` gets the rest of `now`.
bool keepsInOrder(const Array& old, const Array& now, Array& added);
/// Each of `keys` is one of `allowed`.
bool within(const std::set<QByteArray>& keys, std::initializer_list<const char*> allowed);
/// " /Rect /Kids", for evidence.
QString joined(const std::set<QByteArray>& keys);

} // namespace diakinisi::pdf
