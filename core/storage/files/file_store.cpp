#include "storage/files/file_store.h"

#include "storage/files/flush.h"
#include "storage/files/partial_file.h"
#include "storage/files/sealed_file.h"
#include "storage/private_folder.h"

#include <QDir>

#include <filesystem>
#include <system_error>

namespace diakinisi::storage {

namespace {

constexpr qint64 readPiece = 256 * 1024;
constexpr std::size_t mostOpenPartials = 8;

std::filesystem::path native(const QString& path)
{
    return path.toStdU16String();
}

Result<FileStore::Stored> copyInto(SealedWriter& writer, QIODevice& source, const std::stop_token& stop, qint64 limit)
{
    Sha256Stream digest;
    FileStore::Stored stored;
    QByteArray buffer(readPiece, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const qint64 got = source.read(buffer.data(), readPiece);
        if (got < 0)
            return fail(ErrorCode::FileUnreadable, {}, source.errorString());
        if (got == 0)
            break;
        stored.size += got;
        if (stored.size > limit)
            return fail(ErrorCode::FileTooLarge, {}, QStringLiteral("more than %1 bytes").arg(limit));
        const QByteArrayView piece(buffer.constData(), got);
        digest.add(piece);
        if (auto ok = writer.write(piece); !ok)
            return fail(ok.error());
    }
    stored.digest = digest.value();
    if (auto ok = writer.finish(stored.digest); !ok)
        return fail(ok.error());
    return stored;
}

} // namespace

FileStore::FileStore(QString folder, Secret key, RandomSource& random)
    : m_folder(std::move(folder)),
      m_key(std::move(key)),
      m_random(random)
{
}

FileStore::~FileStore() = default;

Result<std::unique_ptr<FileStore>> FileStore::open(const QString& folder, Secret key, RandomSource& random)
{
    if (key.size() != Gcm::keyBytes)
        return fail(ErrorCode::KeyUnreadable, {}, QStringLiteral("the key of the file store must have 32 bytes"));
    for (const QString& each :
         {folder, folder + QLatin1StringView("/incoming"), folder + QLatin1StringView("/partial")})
        if (auto ok = makePrivateFolder(each); !ok)
            return fail(ok.error());
    QDir incoming(folder + QLatin1StringView("/incoming"));
    for (const QString& left : incoming.entryList(QDir::Files))
        incoming.remove(left);
    return std::unique_ptr<FileStore>(new FileStore(folder, std::move(key), random));
}

QString FileStore::pathOf(const Sha256& digest) const
{
    const QString hex = digest.hex();
    return m_folder + u'/' + hex.left(2) + u'/' + hex;
}

QString FileStore::partialPath(const Sha256& digest) const
{
    return m_folder + QLatin1StringView("/partial/") + digest.hex();
}

Result<FileStore::Stored> FileStore::put(QIODevice& source, std::stop_token stop, qint64 limit, Durability durability)
{
    return putAs(source, std::move(stop), limit, durability, std::nullopt);
}

Result<FileStore::Stored> FileStore::putAs(QIODevice& source, std::stop_token stop, qint64 limit, Durability durability,
                                           const std::optional<Sha256>& expected)
{
    QFile file(m_folder + QLatin1StringView("/incoming/") + QString::fromLatin1(m_random.bytes(16).toHex()));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(writeError(file));
    SealedWriter writer(file, m_key, m_random);
    auto stored = copyInto(writer, source, stop, limit);
    if (stored && expected && stored->digest != *expected)
        stored = fail(ErrorCode::DigestMismatch, expected->hex());
    if (stored)
        if (auto ok = moveIn(file, stored->digest, durability); !ok)
            stored = fail(ok.error());
    if (!stored)
        file.remove();
    return stored;
}

Done FileStore::moveIn(QFile& file, const Sha256& digest, Durability durability)
{
    const QString target = pathOf(digest);
    const QString folder = target.left(target.lastIndexOf(u'/'));
    const bool newFolder = !QDir(folder).exists();
    if (auto ok = makePrivateFolder(folder); !ok)
        return ok;
    if (durability == Durability::Flushed)
        if (auto ok = flushToDisk(file); !ok)
            return ok;
    file.close();
    std::error_code problem;
    std::filesystem::rename(native(file.fileName()), native(target), problem);
    if (problem)
        return fail(ErrorCode::FileUnwritable, target, QString::fromStdString(problem.message()));
    if (durability == Durability::Relaxed)
        return {};
    if (auto ok = flushFolder(folder); !ok)
        return ok;
    return newFolder ? flushFolder(m_folder) : Done();
}

bool FileStore::has(const Sha256& digest) const
{
    return QFile::exists(pathOf(digest));
}

Result<std::unique_ptr<QIODevice>> FileStore::openFile(const Sha256& digest) const
{
    auto reader = SealedReader::open(pathOf(digest), m_key, digest);
    if (!reader)
        return fail(reader.error());
    return std::unique_ptr<QIODevice>(std::move(*reader));
}

Done FileStore::remove(const Sha256& digest)
{
    QFile file(pathOf(digest));
    if (file.exists() && !file.remove())
        return fail(ErrorCode::FileUnwritable, digest.hex(), file.errorString());
    return {};
}

/// With m_partials held.
Result<PartialFile*> FileStore::partial(const Sha256& digest)
{
    if (const auto open = m_open.find(digest); open != m_open.end())
        return open->second.get();
    if (m_open.size() >= mostOpenPartials)
        m_open.clear();
    auto file = PartialFile::open(partialPath(digest), m_key, m_random);
    if (!file)
        return fail(file.error());
    return m_open.emplace(digest, std::move(*file)).first->second.get();
}

Result<qint64> FileStore::partialSize(const Sha256& digest)
{
    const std::lock_guard lock(m_partials);
    if (!m_open.contains(digest) && !QFile::exists(partialPath(digest)))
        return 0;
    const auto file = partial(digest);
    if (!file)
        return fail(file.error());
    return (*file)->size();
}

Done FileStore::appendPartial(const Sha256& digest, qint64 offset, QByteArrayView bytes)
{
    const std::lock_guard lock(m_partials);
    const auto file = partial(digest);
    if (!file)
        return fail(file.error());
    if ((*file)->size() != offset)
        return fail(ErrorCode::StateChanged, digest.hex(), QStringLiteral("bytes end at %1").arg((*file)->size()));
    if (offset + bytes.size() > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge, digest.hex());
    return (*file)->append(bytes);
}

Result<FileStore::Stored> FileStore::finishPartial(const Sha256& digest)
{
    const std::lock_guard lock(m_partials);
    const auto file = partial(digest);
    if (!file)
        return fail(file.error());
    const auto reader = (*file)->reader();
    auto stored = putAs(*reader, {}, limits::fileBytes, Durability::Relaxed, digest);
    // Bytes that turn out wrong, or cannot be read again, are of no use; after a full disk they are.
    if (stored || stored.error().code == ErrorCode::DigestMismatch ||
        stored.error().code == ErrorCode::FileUnreadable) {
        m_open.erase(digest);
        QFile::remove(partialPath(digest));
    }
    if (!stored && stored.error().code == ErrorCode::FileUnreadable)
        return fail(ErrorCode::DigestMismatch, digest.hex(), stored.error().cause);
    return stored;
}

Done FileStore::dropPartial(const Sha256& digest)
{
    const std::lock_guard lock(m_partials);
    m_open.erase(digest);
    QFile::remove(partialPath(digest));
    return {};
}

} // namespace diakinisi::storage
