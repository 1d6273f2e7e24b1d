#pragma once
#include "desk/desk_files.h"
#include "desk/finding_keeper.h"
#include "desk/parts.h"

#include <mutex>

namespace diakinisi::desk {

/// DeskFiles over the store's files, the worker's renderer and our own PDF rooms.
class FileKeeper final : public DeskFiles
{
public:
    FileKeeper(Parts& parts, FindingKeeper& findings) : m_parts(parts), m_findings(findings) {}

    Result<std::vector<domain::FileRef>> importAll(const QStringList& paths, std::stop_token stop) override;
    Result<recognition::LetterReading> read(const QString& path, std::stop_token stop) override;
    Result<FileState> state(const Sha256& digest) override;
    Done want(const Sha256& digest) override;
    Done exportTo(const Sha256& digest, const QString& path) override;
    Result<Pages> pages(const Sha256& digest, std::stop_token stop) override;
    Result<QImage> page(const Sha256& digest, int index, int width, std::stop_token stop) override;
    Result<std::vector<Word>> words(const Sha256& digest, int index, std::stop_token stop) override;
    Result<signing::PdfVerdict> signatures(const Sha256& digest, std::stop_token stop) override;
    Result<domain::FileRef> signedVersion(const domain::FileRef& file, qint64 signedLength,
                                          std::stop_token stop) override;
    Done markSeen(const Sha256& digest) override;

private:
    Result<QString> typeOf(const QString& path, std::stop_token stop);
    Result<domain::FileRef> importAsItIs(const QString& path, const QString& mediaType, std::stop_token stop);
    Result<domain::FileRef> importImages(const QStringList& paths, std::stop_token stop);
    /// The file in clear, for the worker; the last one is kept, as its pages are asked for one after the other.
    Result<rendering::PageSource> source(const Sha256& digest);

    Parts& m_parts;
    FindingKeeper& m_findings;
    std::mutex m_mutex;
    std::optional<rendering::PageSource> m_last;
};

} // namespace diakinisi::desk
