#pragma once
#include "base/result.h"
#include "domain/ids.h"
#include "imaging/page_likeness.h"

#include <QString>

#include <deque>
#include <mutex>
#include <optional>

namespace diakinisi::desk {

/// What the first pages of the documents registered on this desk look like, so that the same paper is known when it
/// comes a second time. A file of the profile that grows at its end; of what lies there the newest `most` are
/// remembered. Thread-safe.
class PageMarks
{
public:
    static constexpr std::size_t most = 5'000;

    explicit PageMarks(QString file) : m_file(std::move(file)) {}

    /// FileUnwritable, DiskFull.
    Done note(const domain::DocumentId& document, const imaging::PageMark& mark);
    /// The document whose page is most like this one, if one is as like as two scans of one paper.
    std::optional<domain::DocumentId> like(const imaging::PageMark& mark);

private:
    struct Entry {
        domain::DocumentId document;
        imaging::PageMark mark;
    };
    void read();

    QString m_file;
    std::mutex m_mutex;
    bool m_read = false;
    std::deque<Entry> m_entries; ///< oldest first
};

} // namespace diakinisi::desk
