#include "signing/authorities/revocation_cache.h"

#include "base/digest.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace diakinisi::signing {

namespace {

constexpr qsizetype mostInMemory = 64 << 20;
constexpr qint64 largestFile = 32 << 20;
constexpr int mostFiles = 2000;
const QByteArray mark = "diakinisi-revocation-1\n";

} // namespace

RevocationCache::RevocationCache(const QString& folder) : m_folder(folder)
{
    if (m_folder.isEmpty())
        return;
    const QDir dir(m_folder);
    dir.mkpath(QStringLiteral("."));
    // The oldest go when there are too many: once a start is enough.
    const QStringList files = dir.entryList({QStringLiteral("*.cached")}, QDir::Files, QDir::Time);
    for (qsizetype i = mostFiles; i < files.size(); ++i)
        QFile::remove(dir.filePath(files[i]));
}

QString RevocationCache::fileOf(const QByteArray& key) const
{
    return m_folder + u'/' + Sha256::of(key).hex() + QStringLiteral(".cached");
}

std::optional<QByteArray> RevocationCache::find(const QByteArray& key, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_entries.constFind(key);
    if (known != m_entries.constEnd()) {
        if (now < known->until)
            return known->value;
        return std::nullopt;
    }
    const std::optional<Entry> stored = m_folder.isEmpty() ? std::nullopt : read(key);
    if (!stored || stored->until < now)
        return std::nullopt;
    keep(key, *stored);
    return stored->value;
}

void RevocationCache::put(const QByteArray& key, const QByteArray& value, Instant until)
{
    const std::lock_guard lock(m_mutex);
    keep(key, {value, until});
    if (m_folder.isEmpty())
        return;
    // A cache that cannot be written is no failure: the next start asks again.
    QSaveFile file(fileOf(key));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(mark + QByteArray::number(qlonglong{until.milliseconds}) + ' ' + Sha256::of(value).hex().toLatin1() +
               '\n' + value);
    file.commit();
}

void RevocationCache::keep(const QByteArray& key, const Entry& entry)
{
    if (m_size + entry.value.size() > mostInMemory) {
        m_entries.clear();
        m_size = 0;
    }
    const auto former = m_entries.constFind(key);
    m_size += entry.value.size() - (former == m_entries.constEnd() ? 0 : former->value.size());
    m_entries.insert(key, entry);
}

std::optional<RevocationCache::Entry> RevocationCache::read(const QByteArray& key) const
{
    QFile file(fileOf(key));
    if (file.size() > largestFile || !file.open(QIODevice::ReadOnly) || file.readLine(64) != mark)
        return std::nullopt;
    const QList<QByteArray> line = file.readLine(128).trimmed().split(' ');
    bool isNumber = false;
    Entry entry{file.readAll(), Instant{line.front().toLongLong(&isNumber)}};
    if (!isNumber || line.size() != 2 || Sha256::of(entry.value).hex().toLatin1() != line[1])
        return std::nullopt;
    return entry;
}

} // namespace diakinisi::signing
