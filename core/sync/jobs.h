#pragma once
#include "sync/batch.h"
#include "sync/job_host.h"

namespace diakinisi::sync {

/// Job::AskServer: epoch, clock, and the fresh start after a restore.
class ServerWatch
{
public:
    explicit ServerWatch(JobHost& host) : m_host(host) {}
    /// The ledger that this profile belongs to; another one behind the same address is not our server.
    void expect(std::optional<domain::LedgerId> ledger) { m_ledger = ledger; }
    void begin();

private:
    void take(const Response& response, Instant asked, Moment askedSteady);

    JobHost& m_host;
    std::optional<domain::LedgerId> m_ledger;
};

/// Job::Directory.
class DirectoryReader
{
public:
    explicit DirectoryReader(JobHost& host) : m_host(host) {}
    void begin();

private:
    void take(const Response& response);
    JobHost& m_host;
};

/// Job::Push.
class CommandPusher
{
public:
    explicit CommandPusher(JobHost& host) : m_host(host) {}
    void begin();

private:
    void take(const std::vector<domain::Command>& sent, const Response& response);
    bool refused(const std::vector<domain::Command>& sent, const Error& error);
    void settle(const std::vector<domain::Command>& sent, const std::vector<wire::CommandResult>& answers);
    void lookAgain(std::chrono::milliseconds after);

    JobHost& m_host;
    BatchLimits m_limits;
};

/// Job::Pull.
class FeedReader
{
public:
    explicit FeedReader(JobHost& host) : m_host(host) {}
    void begin();

private:
    void take(const Response& response, bool waited, Moment asked);
    void tell(const wire::FeedPage& page);

    JobHost& m_host;
};

/// Job::Upload: one file after the other, in pieces, going on where it was cut off.
class Uploader
{
public:
    explicit Uploader(JobHost& host) : m_host(host) {}
    void begin();
    /// Forgets the file under way, because its exchange was cancelled.
    void drop();

    static constexpr qint64 pieceBytes = 8 * 1024 * 1024;

private:
    std::optional<PendingUpload> next();
    void announce();
    void askOffset();
    void sendPiece(qint64 offset);
    void advance(const Response& response, qint64 least);
    void startAgain();
    bool refused(const Response& response, const Error& error);
    void giveUp(const Error& error);
    void done();

    JobHost& m_host;
    std::optional<PendingUpload> m_file;
    std::unique_ptr<QIODevice> m_bytes;
    std::map<Sha256, int> m_attempts;     ///< beginnings from zero after the server would not have it
    std::map<Sha256, Moment> m_heldUntil; ///< files that are in trouble do not hold up the others
};

/// Job::Download: what people asked to see.
class Downloader
{
public:
    explicit Downloader(JobHost& host) : m_host(host) {}
    void begin();
    void drop() { m_file.reset(); }

private:
    struct File {
        Sha256 digest;
        qint64 offset = 0; ///< bytes that are here
        qint64 skip = 0;   ///< bytes of this answer that are here already
        bool begun = false;
    };
    Done takePiece(const Response& head, QByteArrayView piece);
    bool refused(const Response& response, const Error& error);
    void finish();

    JobHost& m_host;
    std::optional<File> m_file;
    std::map<Sha256, int> m_attempts; ///< downloads that came whole but wrong
};

} // namespace diakinisi::sync
