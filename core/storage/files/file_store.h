#pragma once
#include "base/digest.h"
#include "base/limits.h"
#include "base/random.h"
#include "base/result.h"
#include "base/secret.h"

#include <QIODevice>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

class QFile;

namespace diakinisi::storage {

class PartialFile;

/// A folder of files named by the SHA-256 of their content, encrypted with AES-256-GCM (see sealed_file.h). A file is
/// there whole or not at all: temporary file, flush, rename, flush of the folder. Knows nothing of documents.
/// Thread-safe.
class FileStore
{
public:
    /// Flushed: survives a power cut once put() returned. Relaxed: for what can be fetched again; a torn file is
    /// noticed when it is opened.
    enum class Durability { Flushed, Relaxed };
    struct Stored {
        Sha256 digest;
        qint64 size = 0;
    };

    /// `key`: 32 bytes. Clears what an earlier run left half done, except downloads. FileUnwritable.
    static Result<std::unique_ptr<FileStore>> open(const QString& folder, Secret key, RandomSource& random);
    ~FileStore();

    /// Reads `source` to its end. FileUnreadable, FileTooLarge, DiskFull, FileUnwritable, Cancelled.
    Result<Stored> put(QIODevice& source, std::stop_token stop = {}, qint64 limit = limits::fileBytes,
                       Durability durability = Durability::Flushed);
    bool has(const Sha256& digest) const;
    /// Decrypted, with seek; that it is whole and is this file is checked here, each piece when it is read: a read of a
    /// changed piece gives -1. NotFound; DigestMismatch when it was changed, cut or is another file; FileUnreadable.
    Result<std::unique_ptr<QIODevice>> openFile(const Sha256& digest) const;
    Done remove(const Sha256& digest);

    /// A download under way: bytes are kept encrypted, over restarts too.
    Result<qint64> partialSize(const Sha256& digest);
    /// StateChanged when `offset` is not where the bytes end.
    Done appendPartial(const Sha256& digest, qint64 offset, QByteArrayView bytes);
    /// Puts the bytes into the store when they have this digest; otherwise drops them: DigestMismatch.
    Result<Stored> finishPartial(const Sha256& digest);
    Done dropPartial(const Sha256& digest);

private:
    FileStore(QString folder, Secret key, RandomSource& random);
    Result<Stored> putAs(QIODevice& source, std::stop_token stop, qint64 limit, Durability durability,
                         const std::optional<Sha256>& expected);
    Done moveIn(QFile& file, const Sha256& digest, Durability durability);
    Result<PartialFile*> partial(const Sha256& digest);
    QString pathOf(const Sha256& digest) const;
    QString partialPath(const Sha256& digest) const;

    QString m_folder;
    Secret m_key;
    RandomSource& m_random;
    std::mutex m_partials; ///< guards m_open and the files behind it
    std::map<Sha256, std::unique_ptr<PartialFile>> m_open;
};

} // namespace diakinisi::storage
