#include "base/ids.h"

namespace diakinisi {

QUuid IdSource::next()
{
    QByteArray raw = m_random.bytes(16);
    const auto ms = static_cast<std::uint64_t>(m_clock.now().milliseconds);
    for (int i = 0; i < 6; ++i)
        raw[i] = static_cast<char>((ms >> (8 * (5 - i))) & 0xFFU);
    raw[6] = static_cast<char>((static_cast<unsigned char>(raw[6]) & 0x0FU) | 0x70U); // version 7
    raw[8] = static_cast<char>((static_cast<unsigned char>(raw[8]) & 0x3FU) | 0x80U); // variant of RFC 9562
    return QUuid::fromRfc4122(raw);
}

} // namespace diakinisi
