#include "pdf/byte_source.h"

#include <QIODevice>

#include <algorithm>

namespace diakinisi::pdf {

Result<QByteArray> ByteSource::read(std::int64_t at, std::int64_t length) const
{
    if (at < 0 || at >= m_size || length <= 0)
        return QByteArray();
    if (!m_device->seek(at))
        return fail(ErrorCode::FileUnreadable, {}, m_device->errorString());
    const std::int64_t wanted = std::min(length, m_size - at);
    QByteArray bytes = m_device->read(wanted);
    if (bytes.size() != wanted)
        return fail(ErrorCode::FileUnreadable, {}, m_device->errorString());
    return bytes;
}

Done copyBytes(const ByteSource& from, std::int64_t at, std::int64_t length, QIODevice& to)
{
    constexpr std::int64_t piece = 1 << 20;
    for (std::int64_t done = 0; done < length;) {
        const Result<QByteArray> bytes = from.read(at + done, std::min(piece, length - done));
        if (!bytes)
            return fail(bytes.error());
        if (bytes->isEmpty())
            return fail(ErrorCode::FileUnreadable, {}, QStringLiteral("the file ends too early"));
        if (const Done written = writeBytes(to, *bytes); !written)
            return written;
        done += bytes->size();
    }
    return {};
}

Done writeBytes(QIODevice& to, const QByteArray& bytes)
{
    if (to.write(bytes) != bytes.size())
        return fail(ErrorCode::FileUnwritable, {}, to.errorString());
    return {};
}

} // namespace diakinisi::pdf
