#pragma once
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
    /// Makes one PDF of the pages, in this order, and puts it into the store.
    virtual Result<domain::FileRef> assemble(const QUuid& pile, const std::vector<ScannedPage>& pages,
                                             std::stop_token stop) = 0;
    /// Forgets the pile once its document is registered, or the clerk has thrown it away.
    virtual Done finish(const QUuid& pile) = 0;
};

} // namespace diakinisi::desk
