#include "signing/pades/appended_device.h"

#include <algorithm>
#include <cstring>

namespace diakinisi::signing {

AppendedDevice::AppendedDevice(const pdf::ByteSource& former, const QByteArray& tail) : m_former(former), m_tail(tail)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 AppendedDevice::readData(char* data, qint64 wanted)
{
    const qint64 at = pos();
    qint64 done = 0;
    if (at < m_former.size()) {
        const Result<QByteArray> bytes = m_former.read(at, wanted);
        if (!bytes)
            return -1;
        std::memcpy(data, bytes->constData(), static_cast<std::size_t>(bytes->size()));
        done = bytes->size();
    }
    const qint64 count = std::clamp<qint64>(size() - at - done, 0, wanted - done);
    if (count > 0)
        std::memcpy(data + done, m_tail.constData() + (at + done - m_former.size()), static_cast<std::size_t>(count));
    return done + count;
}

} // namespace diakinisi::signing
