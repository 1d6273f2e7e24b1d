#pragma once
#include "base/time.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <mutex>
#include <optional>

namespace diakinisi::signing {

/// Answers of authorities, each until a moment: in memory (at most 64 MiB) and, where a folder is given, in files that
/// the next start finds. What is in it was checked before it was put in; a damaged file is as if it were not there.
/// Thread-safe.
class RevocationCache
{
public:
    /// `folder` is made when it is not there; empty: memory only.
    explicit RevocationCache(const QString& folder = {});

    std::optional<QByteArray> find(const QByteArray& key, Instant now);
    void put(const QByteArray& key, const QByteArray& value, Instant until);

private:
    struct Entry {
        QByteArray value;
        Instant until;
    };
    QString fileOf(const QByteArray& key) const;
    std::optional<Entry> read(const QByteArray& key) const;
    void keep(const QByteArray& key, const Entry& entry);

    QString m_folder;
    std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries;
    qsizetype m_size = 0;
};

} // namespace diakinisi::signing
