#pragma once
#include "sync/doors.h"
#include "wire/problem.h"

#include <QBuffer>

#include <map>
#include <set>

namespace diakinisi::tests {

/// An outbox in memory.
class FakeOutbox final : public sync::OutboxDoor
{
public:
    Result<std::vector<domain::Command>> ready(const domain::PersonId& person, int) override
    {
        if (broken)
            return fail(*broken);
        return person == owner ? waiting : std::vector<domain::Command>();
    }
    Done settle(const std::vector<wire::CommandResult>& answers) override
    {
        if (broken)
            return fail(*broken);
        for (const wire::CommandResult& answer : answers) {
            std::erase_if(waiting, [&](const domain::Command& command) { return command.id == answer.id; });
            if (answer.status == wire::CommandStatus::Refused)
                refused[answer.id] = answer.problem ? wire::errorOf(*answer.problem) : Error{};
            else
                ++applied[answer.id];
        }
        return {};
    }
    Result<qint64> waitingCount() override { return static_cast<qint64>(waiting.size()); }

    domain::PersonId owner;
    std::vector<domain::Command> waiting;
    std::map<domain::CommandId, int> applied;
    std::map<domain::CommandId, Error> refused;
    std::optional<Error> broken;
};

class FakeFeed final : public sync::FeedDoor
{
public:
    Result<QString> cursor() override { return at; }
    Done take(const wire::FeedPage& page) override
    {
        if (broken)
            return fail(*broken);
        at = page.cursor;
        ++pages;
        return {};
    }
    Done takeDirectory(const wire::DirectorySnapshot& snapshot) override
    {
        directory = snapshot.position;
        return {};
    }
    Result<qint64> directoryPosition() override { return directory; }
    Done rewind(qint64 newEpoch) override
    {
        at.clear();
        rewoundTo.push_back(newEpoch);
        return {};
    }
    Done noteClockOffset(qint64 milliseconds, Instant) override
    {
        offset = milliseconds;
        return {};
    }

    QString at;
    int pages = 0;
    qint64 directory = 0;
    std::vector<qint64> rewoundTo;
    qint64 offset = 0;
    std::optional<Error> broken;
};

/// Files in memory.
class FakeFiles final : public sync::FilesDoor
{
public:
    Result<std::vector<sync::PendingUpload>> pendingUploads(int) override { return pending; }
    Done noteUpload(const Sha256& digest, const QString& upload) override
    {
        for (sync::PendingUpload& file : pending)
            if (file.digest == digest)
                file.upload = upload;
        return {};
    }
    Done uploadDone(const Sha256& digest) override
    {
        std::erase_if(pending, [&](const sync::PendingUpload& file) { return file.digest == digest; });
        uploaded.insert(digest);
        return {};
    }
    Result<std::unique_ptr<QIODevice>> open(const Sha256& digest) override
    {
        const auto found = bytes.find(digest);
        if (found == bytes.end())
            return fail(ErrorCode::FileUnreadable, digest.hex());
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(found->second);
        static_cast<void>(buffer->open(QIODevice::ReadOnly));
        return buffer;
    }
    Result<std::vector<Sha256>> wantedDownloads(int) override { return wanted; }
    Result<qint64> downloadOffset(const Sha256& digest) override { return partial[digest].size(); }
    Done appendDownload(const Sha256& digest, qint64 offset, QByteArrayView piece) override
    {
        if (broken)
            return fail(*broken);
        if (offset != partial[digest].size())
            return fail(ErrorCode::StateChanged);
        partial[digest].append(piece);
        return {};
    }
    Done finishDownload(const Sha256& digest) override
    {
        const QByteArray whole = partial[digest];
        partial.erase(digest);
        if (Sha256::of(whole) != digest)
            return fail(ErrorCode::DigestMismatch, digest.hex());
        bytes[digest] = whole;
        std::erase(wanted, digest);
        return {};
    }
    Done downloadRefused(const Sha256& digest, const Error& reason) override
    {
        std::erase(wanted, digest);
        refused[digest] = reason;
        return {};
    }

    Sha256 add(const QByteArray& content)
    {
        const Sha256 digest = Sha256::of(content);
        bytes[digest] = content;
        pending.push_back({digest, content.size(), QStringLiteral("application/pdf"), {}});
        return digest;
    }

    std::vector<sync::PendingUpload> pending;
    std::set<Sha256> uploaded;
    std::map<Sha256, QByteArray> bytes;
    std::vector<Sha256> wanted;
    std::map<Sha256, QByteArray> partial;
    std::map<Sha256, Error> refused;
    std::optional<Error> broken;
};

} // namespace diakinisi::tests
