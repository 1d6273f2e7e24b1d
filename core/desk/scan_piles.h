#pragma once
#include "desk/parts.h"
#include "desk/scan_desk.h"

namespace diakinisi::desk {

/// Piles of scanned pages: a folder each below the profile's "piles".
class ScanPiles final : public ScanDesk
{
public:
    explicit ScanPiles(Parts& parts) : m_parts(parts) {}
    Result<std::vector<ScannerChoice>> scanners(std::stop_token stop) override;
    Result<ScannedPage> scan(const QString& scanner, const QUuid& pile, std::stop_token stop) override;
    Result<std::vector<ScanPile>> unfinished() override;
    Done recognise(const QUuid& pile, const std::vector<ScannedPage>& pages, Progress progress,
                   std::stop_token stop) override;
    Result<domain::FileRef> assemble(const QUuid& pile, const std::vector<ScannedPage>& pages,
                                     std::stop_token stop) override;
    Done finish(const QUuid& pile) override;

private:
    /// NotFound for a page that is not of this pile.
    Done checkPages(const QUuid& pile, const std::vector<ScannedPage>& pages) const;
    QString folderOf(const QUuid& pile) const;
    std::vector<ScannedPage> pagesIn(const QString& folder) const;

    Parts& m_parts;
};

} // namespace diakinisi::desk
