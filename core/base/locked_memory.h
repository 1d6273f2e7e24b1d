#pragma once
#include <cstddef>
#include <utility>

namespace diakinisi {

/// Pages of their own for a secret: kept from swap and from core dumps, not seen by a child process, and overwritten
/// before they are given back. Not copyable.
class LockedMemory
{
public:
    LockedMemory() = default;
    /// `size` bytes, all zero. Ends the program when there is no memory left.
    explicit LockedMemory(std::size_t size);
    ~LockedMemory() { release(); }
    LockedMemory(const LockedMemory&) = delete;
    LockedMemory& operator=(const LockedMemory&) = delete;
    LockedMemory(LockedMemory&& other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)),
          m_size(std::exchange(other.m_size, 0)),
          m_locked(std::exchange(other.m_locked, false))
    {
    }
    LockedMemory& operator=(LockedMemory&& other) noexcept;

    char* data() const { return m_data; } ///< null when empty
    std::size_t size() const { return m_size; }
    /// Kept from swap? Not where the account may lock no more memory; all else holds nevertheless.
    bool isLocked() const { return m_locked; }

private:
    void release();

    char* m_data = nullptr;
    std::size_t m_size = 0;
    bool m_locked = false;
};

/// The platform's part (locked_memory_linux.cpp, locked_memory_windows.cpp).
namespace locked_pages {
struct Pages {
    char* data = nullptr; ///< null: no memory
    bool locked = false;
};
Pages take(std::size_t size);
void give(char* data, std::size_t size);
} // namespace locked_pages

} // namespace diakinisi
