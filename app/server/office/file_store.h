#pragma once
#include "base/clock.h"
#include "base/digest.h"
#include "base/ids.h"
#include "domain/ids.h"

#include <QFile>

#include <functional>
#include <memory>
#include <mutex>
#include <set>

namespace diakinisi::server {

using UploadId = Id<struct UploadTag>;

/// What an upload was begun with; it belongs to this person and device.
struct UploadFacts {
    domain::PersonId person;
    domain::DeviceId device;
    Sha256 digest;
    qint64 length = 0;
    Instant begun;
};

/// The server's files by their digest, and uploads under way. A file is there whole or not at all: written to a part,
/// flushed, checked, renamed. Knows nothing of documents and rights. Thread-safe.
class FileStore
{
public:
    /// Makes the folders. FileUnwritable.
    static Result<std::unique_ptr<FileStore>> open(const QString& folder, const Clock& clock, IdSource& ids);

    QString path(const Sha256& digest) const;
    bool has(const Sha256& digest) const { return QFile::exists(path(digest)); }

    Result<UploadId> begin(const UploadFacts& facts);
    /// NotFound.
    Result<UploadFacts> facts(const UploadId& upload) const;
    qint64 offset(const UploadId& upload) const;

    /// Appends at the end of one upload. One at a time: StateChanged while another one is under way.
    class Appending
    {
    public:
        ~Appending();
        Appending(const Appending&) = delete;
        Appending& operator=(const Appending&) = delete;
        qint64 offset() const { return m_offset; }
        /// LimitExceeded behind the promised length, DiskFull, FileUnwritable.
        Done write(QByteArrayView piece);
        /// Flushes. When all bytes are there: checks them and makes them a file, true; DigestMismatch and nothing kept
        /// when they do not fit. False: there is more to come.
        Result<bool> finish();

    private:
        friend class FileStore;
        Appending(FileStore& store, const UploadId& upload, UploadFacts facts);

        FileStore& m_store;
        const UploadId m_upload;
        const UploadFacts m_facts;
        QFile m_file;
        qint64 m_offset = 0;
        qint64 m_flushed = 0;                 ///< up to here the disk was told to begin
        std::optional<Sha256Stream> m_digest; ///< while all bytes have passed through here
    };
    Result<std::unique_ptr<Appending>> append(const UploadId& upload);

    /// Drops uploads that were begun before that moment and never finished.
    int dropUploadsBefore(Instant moment);
    /// Drops the bytes that came before that moment and that nobody knows any more.
    int dropFilesBefore(Instant moment, const std::function<bool(const Sha256&)>& isKnown);
    /// Forgets an upload whose file is in the ledger now.
    void forget(const UploadId& upload) { drop(upload); }

private:
    FileStore(QString folder, const Clock& clock, IdSource& ids);
    QString partPath(const UploadId& upload) const;
    QString factsPath(const UploadId& upload) const;
    Done keep(const UploadId& upload, const Sha256& digest);
    void drop(const UploadId& upload);

    const QString m_folder;
    const Clock& m_clock;
    IdSource& m_ids;
    mutable std::mutex m_mutex;
    std::set<UploadId> m_busy;
    std::mutex m_bytes; ///< bytes take their place, or go
};

} // namespace diakinisi::server
