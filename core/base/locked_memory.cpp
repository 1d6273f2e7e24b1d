#include "base/locked_memory.h"

#include <openssl/crypto.h>

#include <cstdlib>

namespace diakinisi {

LockedMemory::LockedMemory(std::size_t size) : m_size(size)
{
    if (size == 0)
        return;
    const locked_pages::Pages pages = locked_pages::take(size);
    if (!pages.data)
        std::abort();
    m_data = pages.data;
    m_locked = pages.locked;
}

LockedMemory& LockedMemory::operator=(LockedMemory&& other) noexcept
{
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_locked = std::exchange(other.m_locked, false);
    }
    return *this;
}

void LockedMemory::release()
{
    if (!m_data)
        return;
    OPENSSL_cleanse(m_data, m_size);
    locked_pages::give(m_data, m_size);
    m_data = nullptr;
    m_size = 0;
    m_locked = false;
}

} // namespace diakinisi
