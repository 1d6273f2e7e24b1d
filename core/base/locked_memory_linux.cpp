#include "base/locked_memory.h"

#include <sys/mman.h>
#include <unistd.h>

namespace diakinisi::locked_pages {

namespace {

std::size_t wholePages(std::size_t size)
{
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

} // namespace

Pages take(std::size_t size)
{
    const std::size_t length = wholePages(size);
    void* pages = ::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        return {};
    ::madvise(pages, length, MADV_DONTDUMP);
    ::madvise(pages, length, MADV_WIPEONFORK);
    return {static_cast<char*>(pages), ::mlock(pages, length) == 0};
}

void give(char* data, std::size_t size)
{
    ::munmap(data, wholePages(size)); // unlocks too
}

} // namespace diakinisi::locked_pages
