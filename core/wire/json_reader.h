#pragma once
#include "base/limits.h"
#include "base/result.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace diakinisi::wire {

/// What a JSON text may cost at most.
struct JsonLimits {
    int depth = 64; ///< objects and arrays in each other, the outermost counted
    std::int64_t bytes = 4 * limits::miB;
};

/// The one reader of JSON that comes from outside (RFC 8259, UTF-8 without BOM, an object outermost). Refused with
/// MalformedInput, what and where as cause: a name twice in one object, numbers that are not integers within ±2^53, bad
/// UTF-8, lone surrogates, U+0000, anything behind the object, more depth than allowed. LimitExceeded: too many bytes.
/// Time grows as n log n with the bytes, memory linearly. Thread-safe.
Result<QJsonObject> readJsonObject(QByteArrayView bytes, JsonLimits limits = {});

} // namespace diakinisi::wire
