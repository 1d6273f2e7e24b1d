#pragma once
#include "base/clock.h"
#include "server/office/commands.h"
#include "server/office/file_store.h"

#include <mutex>

namespace diakinisi::server {

/// Looks at renditions in the file store: does the renewed file derive from the former one, by whose certificate?
/// Blocking, from any worker thread; what was found about two files is remembered, since it never changes.
class Judge
{
public:
    Judge(const FileStore& files, const Clock& clock) : m_files(files), m_clock(clock) {}

    /// Nothing while not both files are there.
    std::optional<Finding> judge(const Sha256& former, const Sha256& renewed);

private:
    Finding look(const Sha256& former, const Sha256& renewed) const;

    const FileStore& m_files;
    const Clock& m_clock;
    std::mutex m_mutex;
    Findings m_known;
};

} // namespace diakinisi::server
