#pragma once
#include "base/result.h"
#include "domain/commands.h"
#include "wire/messages.h"

#include <QIODevice>

#include <memory>
#include <vector>

// What synchronisation asks of a store. core/storage implements these over SQLite; tests give fakes. All calls come
// from the network lane, one at a time; an implementation may serialise them with other writers.
namespace diakinisi::sync {

/// Commands that wait to be sent, each with the person under whose session alone it may leave.
class OutboxDoor
{
public:
    virtual ~OutboxDoor() = default;
    /// What this person may send now, in order of entry (which respects `after` and keeps groups together); at most
    /// `limit`, but never a part of a group. Commands whose undo time is not over yet are held back.
    virtual Result<std::vector<domain::Command>> ready(const domain::PersonId& person, int limit) = 0;
    /// Takes the server's answers, in one transaction: applied and repeated leave the outbox together with their events
    /// being folded in; refused ones keep their content, are refolded away and appear under 'needs you' with the
    /// reason.
    virtual Done settle(const std::vector<wire::CommandResult>& answers) = 0;
    virtual Result<qint64> waitingCount() = 0;
};

/// The confirmed side: what the server's feed says.
class FeedDoor
{
public:
    virtual ~FeedDoor() = default;
    /// Where the feed was read up to; empty before the first page.
    virtual Result<QString> cursor() = 0;
    /// Takes one page and moves the cursor, in one transaction; taking a page twice changes nothing.
    virtual Done take(const wire::FeedPage& page) = 0;
    /// The directory as of a position; older ones are ignored.
    virtual Done takeDirectory(const wire::DirectorySnapshot& directory) = 0;
    virtual Result<qint64> directoryPosition() = 0;
    /// The ledger was restored or failed over: keeps what was confirmed but is unknown to the server now for handing
    /// back, forgets the cursor and starts afresh with the new epoch. Nothing that waits in the outbox is touched.
    virtual Done rewind(qint64 newEpoch) = 0;
    /// Official minus own time, as last measured, and when.
    virtual Done noteClockOffset(qint64 milliseconds, Instant measuredAt) = 0;
};

/// A file whose bytes the server does not have yet.
struct PendingUpload {
    Sha256 digest;
    qint64 size = 0;
    QString mediaType;
    QString upload;                                 ///< the server's upload id once begun; resumed by it
    std::vector<domain::DocumentId> documents = {}; ///< those that name it, as this desk shows them
};

/// Bytes by digest.
class FilesDoor
{
public:
    virtual ~FilesDoor() = default;
    virtual Result<std::vector<PendingUpload>> pendingUploads(int limit) = 0;
    virtual Done noteUpload(const Sha256& digest, const QString& upload) = 0;
    /// The server has all bytes.
    virtual Done uploadDone(const Sha256& digest) = 0;
    /// Decrypted, verified while read; FileUnreadable or DigestMismatch.
    virtual Result<std::unique_ptr<QIODevice>> open(const Sha256& digest) = 0;
    /// Files that a person asked to see and that are not here.
    virtual Result<std::vector<Sha256>> wantedDownloads(int limit) = 0;
    /// How many bytes of this download are already here.
    virtual Result<qint64> downloadOffset(const Sha256& digest) = 0;
    virtual Done appendDownload(const Sha256& digest, qint64 offset, QByteArrayView bytes) = 0;
    /// Verifies the digest and puts the file into the store; DigestMismatch drops the bytes.
    virtual Done finishDownload(const Sha256& digest) = 0;
    /// The server will not give it (withdrawn, unknown): whoever waits is told.
    virtual Done downloadRefused(const Sha256& digest, const Error& reason) = 0;
};

} // namespace diakinisi::sync
