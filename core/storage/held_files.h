#pragma once
#include "base/clock.h"
#include "domain/files.h"
#include "storage/files/file_store.h"
#include "sync/doors.h"

#include <shared_mutex>

namespace diakinisi::storage {

class Writer;
class ReadPool;

/// The files that this desk holds: which are here, which wait for upload, which are wanted, and which may go when the
/// quota is reached. Thread-safe; blocks.
class HeldFiles final : public sync::FilesDoor
{
public:
    using Arrived = std::function<void(const Sha256&)>;
    using Refused = std::function<void(const Sha256&, const Error&)>;
    HeldFiles(Writer& writer, ReadPool& pool, FileStore& store, const Clock& clock, Arrived arrived, Refused refused);

    enum class State {
        Here,    ///< can be opened
        Wanted,  ///< asked for, on its way
        AtServer ///< not here; want() brings it
    };

    /// Takes a file into the store, flushed to disk. It is never evicted before it was uploaded or discarded.
    /// FileUnreadable, FileTooLarge, DiskFull, Cancelled.
    Result<domain::FileRef> put(QIODevice& source, const QString& mediaType, const QString& name,
                                std::stop_token stop = {});
    /// A file of put() that no command names (a form thrown away). Does nothing when one does.
    Done discard(const Sha256& digest);
    Result<State> state(const Sha256& digest);
    /// Asks synchronisation to bring it, newest wish first.
    Done want(const Sha256& digest);
    Done dropWish(const Sha256& digest);
    /// Keeps it from eviction on behalf of a document, as far as the quota's owner allows.
    Done pin(const Sha256& digest, const domain::DocumentId& document);
    Done unpin(const Sha256& digest, const domain::DocumentId& document);
    /// Removes files that are at the server too, longest unused first, until at most `quotaBytes` are held. Never what
    /// is pinned or waits for upload. Returns how many bytes are held then.
    Result<qint64> evict(qint64 quotaBytes);
    Result<qint64> heldBytes();
    /// Deletes the bytes of files that the tables have let go: withdrawn, restricted ones of an earlier run.
    Done sweep();
    Done dropRestricted();

    Result<std::vector<sync::PendingUpload>> pendingUploads(int limit) override;
    Done noteUpload(const Sha256& digest, const QString& upload) override;
    Done uploadDone(const Sha256& digest) override;
    Result<std::unique_ptr<QIODevice>> open(const Sha256& digest) override;
    Result<std::vector<Sha256>> wantedDownloads(int limit) override;
    Result<qint64> downloadOffset(const Sha256& digest) override;
    Done appendDownload(const Sha256& digest, qint64 offset, QByteArrayView bytes) override;
    Done finishDownload(const Sha256& digest) override;
    Done downloadRefused(const Sha256& digest, const Error& reason) override;

private:
    Done touch(const Sha256& digest, Instant now);
    Result<bool> keepDownload(const FileStore::Stored& stored);

    Writer& m_writer;
    ReadPool& m_pool;
    FileStore& m_store;
    const Clock& m_clock;
    Arrived m_arrived;
    Refused m_refused;
    std::shared_mutex m_bytes; ///< shared while bytes come, alone while bytes go
};

} // namespace diakinisi::storage
