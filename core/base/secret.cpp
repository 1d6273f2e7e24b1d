#include "base/secret.h"

#include <openssl/crypto.h>

#include <cstring>

namespace diakinisi {

Secret::Secret(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    m_memory = LockedMemory(static_cast<std::size_t>(bytes.size()) + 1);
    std::memcpy(m_memory.data(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

Secret::Secret(QByteArray&& bytes) : Secret(QByteArrayView(bytes))
{
    if (bytes.isDetached())
        OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace diakinisi
