#include "base/locked_memory.h"

#include <windows.h>

namespace diakinisi::locked_pages {

// A minidump of Windows holds no private pages unless somebody asks for a full one.
Pages take(std::size_t size)
{
    void* pages = ::VirtualAlloc(nullptr, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (!pages)
        return {};
    return {static_cast<char*>(pages), ::VirtualLock(pages, size) != 0};
}

void give(char* data, std::size_t size)
{
    ::VirtualUnlock(data, size);
    ::VirtualFree(data, 0, MEM_RELEASE);
}

} // namespace diakinisi::locked_pages
