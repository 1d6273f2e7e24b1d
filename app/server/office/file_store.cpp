#include "server/office/file_store.h"

#include "server/office/durable.h"
#include "server/office/stored_json.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace diakinisi::server {
namespace {

tl::unexpected<Error> openError(const QFile& file)
{
    return fail(file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                file.fileName(), file.errorString());
}

QByteArray written(const UploadFacts& facts)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("person"), facts.person.toString()},
                                     {QStringLiteral("device"), facts.device.toString()},
                                     {QStringLiteral("sha256"), facts.digest.hex()},
                                     {QStringLiteral("length"), facts.length},
                                     {QStringLiteral("begun"), toIso(facts.begun)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<UploadFacts> readFacts(const QByteArray& bytes)
{
    const QJsonObject json = storedObject(bytes).value_or(QJsonObject());
    const auto person = domain::PersonId::fromString(json.value(u"person").toString());
    const auto device = domain::DeviceId::fromString(json.value(u"device").toString());
    const auto digest = Sha256::fromHex(json.value(u"sha256").toString());
    const auto begun = instantFromIso(json.value(u"begun").toString());
    if (!person || !device || !digest || !begun)
        return std::nullopt;
    return UploadFacts{*person, *device, *digest, json.value(u"length").toInteger(-1), *begun};
}

} // namespace

FileStore::FileStore(QString folder, const Clock& clock, IdSource& ids)
    : m_folder(std::move(folder)),
      m_clock(clock),
      m_ids(ids)
{
}

Result<std::unique_ptr<FileStore>> FileStore::open(const QString& folder, const Clock& clock, IdSource& ids)
{
    std::unique_ptr<FileStore> store(new FileStore(folder, clock, ids));
    for (const QString& name : {folder, folder + QStringLiteral("/files"), folder + QStringLiteral("/uploads")}) {
        if (!QDir().mkpath(name))
            return fail(ErrorCode::FileUnwritable, name);
        keepPrivate(name);
    }
    return store;
}

QString FileStore::path(const Sha256& digest) const
{
    const QString hex = digest.hex();
    return m_folder + QStringLiteral("/files/") + hex.left(2) + QLatin1Char('/') + hex;
}

QString FileStore::partPath(const UploadId& upload) const
{
    return m_folder + QStringLiteral("/uploads/") + upload.toString() + QStringLiteral(".part");
}

QString FileStore::factsPath(const UploadId& upload) const
{
    return m_folder + QStringLiteral("/uploads/") + upload.toString() + QStringLiteral(".json");
}

Result<UploadId> FileStore::begin(const UploadFacts& facts)
{
    const auto upload = m_ids.make<UploadId>();
    UploadFacts stamped = facts;
    stamped.begun = m_clock.now();
    QFile part(partPath(upload));
    if (!part.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return openError(part);
    QFile file(factsPath(upload));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return openError(file);
    const QByteArray bytes = written(stamped);
    if (const Done done = writeAll(file, bytes); !done)
        return fail(done.error());
    if (const Done done = flushToDisk(file); !done)
        return fail(done.error());
    if (const Done done = flushFolder(m_folder + QStringLiteral("/uploads")); !done)
        return fail(done.error());
    return upload;
}

Result<UploadFacts> FileStore::facts(const UploadId& upload) const
{
    QFile file(factsPath(upload));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, QStringLiteral("upload"));
    const auto read = readFacts(file.readAll());
    if (!read)
        return fail(ErrorCode::NotFound, QStringLiteral("upload"));
    return *read;
}

qint64 FileStore::offset(const UploadId& upload) const
{
    return QFileInfo(partPath(upload)).size();
}

Done FileStore::keep(const UploadId& upload, const Sha256& digest)
{
    const QString to = path(digest);
    const QString folder = QFileInfo(to).path();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnwritable, folder);
    const std::lock_guard lock(m_bytes);
    // The same bytes may be there already: taking their place changes nothing.
    if (const Done done = renameOver(partPath(upload), to); !done)
        return done;
    keepPrivate(to);
    if (const Done done = flushFolder(folder); !done)
        return done;
    return flushFolder(m_folder + QStringLiteral("/files"));
}

void FileStore::drop(const UploadId& upload)
{
    QFile::remove(factsPath(upload));
    QFile::remove(partPath(upload));
}

Result<std::unique_ptr<FileStore::Appending>> FileStore::append(const UploadId& upload)
{
    const auto known = facts(upload);
    if (!known)
        return fail(known.error());
    {
        const std::lock_guard lock(m_mutex);
        if (!m_busy.insert(upload).second)
            return fail(ErrorCode::StateChanged, QStringLiteral("upload"));
    }
    std::unique_ptr<Appending> appending(new Appending(*this, upload, *known));
    if (!appending->m_file.open(QIODevice::Append | QIODevice::ReadWrite | QIODevice::ExistingOnly |
                                QIODevice::Unbuffered))
        return openError(appending->m_file);
    appending->m_offset = appending->m_file.size();
    return appending;
}

int FileStore::dropFilesBefore(Instant moment, const std::function<bool(const Sha256&)>& isKnown)
{
    int dropped = 0;
    QDirIterator files(m_folder + QStringLiteral("/files"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next();
        const auto digest = Sha256::fromHex(QFileInfo(name).fileName());
        if (!digest || isKnown(*digest))
            continue;
        const std::lock_guard lock(m_bytes);
        // Bytes that have just come again are young: whoever sent them is about to be noted.
        if (toInstant(QFileInfo(name).lastModified()) < moment && QFile::remove(name))
            ++dropped;
    }
    return dropped;
}

int FileStore::dropUploadsBefore(Instant moment)
{
    int dropped = 0;
    const QStringList names =
        QDir(m_folder + QStringLiteral("/uploads")).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString& name : names) {
        const auto upload = UploadId::fromString(name.chopped(5));
        const auto known = upload ? facts(*upload) : Result<UploadFacts>(fail(ErrorCode::NotFound));
        if (!known || known->begun >= moment)
            continue;
        drop(*upload);
        ++dropped;
    }
    return dropped;
}

} // namespace diakinisi::server
