#pragma once
#include "base/result.h"

#include <QByteArray>

#include <cstdint>

class QIODevice;

namespace diakinisi::pdf {

/// The first `size()` bytes of a device, read by position.
class ByteSource
{
public:
    ByteSource(QIODevice& device, std::int64_t size) : m_device(&device), m_size(size) {}

    std::int64_t size() const { return m_size; }
    /// Up to `length` bytes from `at`; fewer at the end, none outside. FileUnreadable when the device fails.
    Result<QByteArray> read(std::int64_t at, std::int64_t length) const;
    QIODevice& device() const { return *m_device; }

private:
    QIODevice* m_device;
    std::int64_t m_size;
};

/// Copies `length` bytes from `at` of one device to the end of another in pieces; FileUnreadable, FileUnwritable,
/// DiskFull.
Done copyBytes(const ByteSource& from, std::int64_t at, std::int64_t length, QIODevice& to);
/// Writes all of them; FileUnwritable.
Done writeBytes(QIODevice& to, const QByteArray& bytes);

} // namespace diakinisi::pdf
