#pragma once
#include "base/worker_process.h"

#include <QIODevice>
#include <QJsonArray>

#include <list>

namespace diakinisi {

/// Files that a worker reads through its caller, piece by piece: they lie sealed on our disk and must not lie there in
/// clear, and are too large for a message. The request's head has "files": their sizes; the worker asks
/// {"ask":"read","file":INDEX,"at":OFFSET,"length":COUNT} and gets so many bytes as the reply's blob.
namespace lentfiles {
inline constexpr std::int64_t mostBytes = limits::miB; ///< of one question
/// Of "files": so many sizes, none when the head says something else.
std::optional<std::vector<std::int64_t>> sizes(const QJsonObject& head, std::size_t count);
} // namespace lentfiles

/// The caller's side, for one request. From the thread that calls the worker.
class FileLender
{
public:
    /// The files must be open and outlive this. No worker is given more than `longest` over them.
    FileLender(std::vector<QIODevice*> files, std::chrono::milliseconds longest);

    /// For the request's head.
    QJsonArray sizes() const;
    /// FileUnreadable; MalformedInput for a question about what is not there, for more than a piece, or too late.
    Result<WorkerMessage> answer(const WorkerMessage& question);

private:
    struct Lent {
        QIODevice* device;
        std::int64_t size;
    };
    std::vector<Lent> m_files;
    std::chrono::steady_clock::time_point m_end;
};

/// The worker's side: one of the files, to be read anywhere. Keeps the blocks that were read last. An error is told by
/// errorString(), as devices do.
class BorrowedFile final : public QIODevice
{
public:
    /// `ask` puts a question to the caller and waits for the reply.
    BorrowedFile(WorkerProcess::Answerer ask, int index, std::int64_t size);

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char* to, qint64 most) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    struct Block {
        std::int64_t number;
        QByteArray bytes;
    };
    /// Null when it cannot be had.
    const Block* block(std::int64_t number);

    const WorkerProcess::Answerer m_ask;
    const int m_index;
    const std::int64_t m_size;
    std::list<Block> m_blocks; ///< the one used last in front
};

} // namespace diakinisi
