#pragma once
#include "desk/kept_pages.h"
#include "desk/parts.h"
#include "desk/pile_folder.h"
#include "desk/scan_desk.h"

#include <mutex>

namespace diakinisi::desk {

/// Piles of scanned pages: a folder each below the profile's "piles".
class ScanPiles final : public ScanDesk
{
public:
    explicit ScanPiles(Parts& parts);
    Result<std::vector<ScannerChoice>> scanners(std::stop_token stop) override;
    Result<scanning::ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) override;
    ScanProfiles profiles() override;
    Done keepProfiles(const std::vector<scanning::ScanProfile>& profiles, const QString& chosen) override;
    Result<int> scan(const scanning::ScanProfile& profile, ScanTurn turn, const QUuid& pile, const PageCame& pageCame,
                     Progress progress, std::stop_token stop) override;
    Result<TakenImages> take(const QUuid& pile, const QStringList& paths, std::stop_token stop) override;
    Result<ScannedPage> take(const QUuid& pile, const QImage& image) override;
    Result<QImage> picture(const ScannedPage& page, QSize fit, std::stop_token stop) override;
    Result<PageLook> look(const QUuid& pile, const ScannedPage& page, std::stop_token stop) override;
    Result<domain::DocumentId> labelled(const imaging::LabelCode& label) override;
    Done arrange(const QUuid& pile, const std::vector<ScannedPage>& pages) override;
    Result<std::vector<ScanPile>> unfinished() override;
    Done recognise(const QUuid& pile, const std::vector<ScannedPage>& pages, Progress progress,
                   std::stop_token stop) override;
    Result<int> turnsToUpright(const QUuid& pile, const ScannedPage& page, std::stop_token stop) override;
    Result<recognition::LetterReading> read(const QUuid& pile, const std::vector<ScannedPage>& pages) override;
    Result<domain::FileRef> assemble(const QUuid& pile, const std::vector<ScannedPage>& pages,
                                     std::stop_token stop) override;
    Done finish(const QUuid& pile, const std::vector<ScannedPage>& pages) override;
    Done takeBack(const QUuid& pile) override;

private:
    /// Puts one image file onto the pile. Nothing for a PDF or a message.
    Result<std::vector<ScannedPage>> takeOne(const QUuid& pile, const QString& path, std::stop_token stop);

    /// Finishes, once and before anything is scanned, the pages that a device had sent when this desk was killed.
    void takeUpReceived();

    Parts& m_parts;
    std::once_flag m_takenUp;
    PileFolders m_folders;
    KeptPages m_kept;
};

} // namespace diakinisi::desk
