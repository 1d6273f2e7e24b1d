#pragma once
#include "base/progress.h"
#include "base/result.h"
#include "domain/files.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace diakinisi::desk {

struct ScannerChoice {
    QString id;
    QString name;
};

/// A page as it came from the scanner, already safe on disk.
struct ScannedPage {
    QString file;
    int number = 0;
};

/// Pages scanned for one document, which nobody has registered yet.
struct ScanPile {
    QUuid id;
    Instant scannedAt; ///< of the last page
    std::vector<ScannedPage> pages;
};

/// Scanning at the desk: each page is on disk the moment it exists; after a crash the pages are found again.
class ScanDesk
{
public:
    virtual ~ScanDesk() = default;
    virtual Result<std::vector<ScannerChoice>> scanners(std::stop_token stop) = 0;
    /// Scans one page from the flatbed, gray, 300 dpi, into `pile`; a pile is a folder of the profile.
    virtual Result<ScannedPage> scan(const QString& scanner, const QUuid& pile, std::stop_token stop) = 0;
    /// Piles that were never finished, oldest first.
    virtual Result<std::vector<ScanPile>> unfinished() = 0;
    /// Recognises what the pages say, several at once; takes seconds a page, so run it beside everything else: nothing
    /// waits for it. A page that was done before, even before a crash, costs nothing. Progress counts pages.
    /// RecognitionDataMissing, Cancelled, and those of reading a page; pages done before stay done.
    virtual Done recognise(const QUuid& pile, const std::vector<ScannedPage>& pages, Progress progress,
                           std::stop_token stop) = 0;
    /// Makes one PDF/A of the pages, in this order, brought level, and puts it into the store; what was recognised by
    /// then lies unseen under the pages.
    virtual Result<domain::FileRef> assemble(const QUuid& pile, const std::vector<ScannedPage>& pages,
                                             std::stop_token stop) = 0;
    /// Forgets the pile once its document is registered, or the clerk has thrown it away.
    virtual Done finish(const QUuid& pile) = 0;
};

} // namespace diakinisi::desk
