#pragma once
#include "base/result.h"

#include <QByteArrayView>
#include <QString>

class QFile;

namespace diakinisi::server {

/// All of the bytes behind what an unbuffered file has; a disk with room for some of them takes those. DiskFull,
/// FileUnwritable.
Done writeAll(QFile& file, QByteArrayView bytes);
/// All that was written to the file is on disk when this returns. DiskFull, FileUnwritable.
Done flushToDisk(QFile& file);
/// Lets the disk begin with what was written from `from` on, without waiting for it: flushToDisk() has less to do then.
void beginFlush(QFile& file, qint64 from, qint64 count);
/// The names in a folder (after a rename) are on disk when this returns.
Done flushFolder(const QString& folder);
/// Takes the place of what is at `to`, in one step.
Done renameOver(const QString& from, const QString& to);
/// Only the owner may read: 0700 for folders, 0600 for files.
void keepPrivate(const QString& path);

} // namespace diakinisi::server
