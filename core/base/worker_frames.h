#pragma once
#include "base/limits.h"
#include "base/worker_process.h"

#include <optional>

namespace diakinisi {

/// How messages to and from a worker lie in the stream: "DKW1", the head's length, the blob's length (32 bits each, low
/// byte first), the head as CBOR, the blob.
namespace workerframe {

inline constexpr qsizetype prefixBytes = 12;
inline constexpr std::int64_t mostHeadBytes = limits::miB;
inline constexpr std::int64_t mostBlobBytes = limits::fileBytes;

struct Lengths {
    qsizetype head = 0;
    qsizetype blob = 0;
};

/// Prefix and head, to be followed by a blob of `blobBytes`; nothing when one of them is longer than it may be.
std::optional<QByteArray> opening(const QJsonObject& head, std::int64_t blobBytes);
/// From `prefixBytes` bytes; nothing when they do not begin a message or promise more than a message may hold.
std::optional<Lengths> lengths(QByteArrayView prefix);
/// A head's bytes; nothing when they are not one map, or something is behind it.
std::optional<QJsonObject> head(const QByteArray& bytes);

/// An error as it travels, and back; whatever is missing or unknown comes out as InternalFault or empty.
QJsonObject fromError(const Error& error);
Error toError(const QJsonObject& head);

} // namespace workerframe
} // namespace diakinisi
