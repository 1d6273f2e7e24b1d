#include "server/office/durable.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace diakinisi::server {
namespace {

tl::unexpected<Error> systemError(const QString& path)
{
    const int code = errno;
    return fail(code == ENOSPC || code == EDQUOT || code == EFBIG ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                path, QString::fromLocal8Bit(std::strerror(code)));
}

} // namespace

Done writeAll(QFile& file, QByteArrayView bytes)
{
    // Not QFile::write: where the disk takes only a part, it says neither that nor why.
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file.handle(), bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return systemError(file.fileName());
        bytes = bytes.sliced(written);
    }
    return {};
}

Done flushToDisk(QFile& file)
{
    if (!file.flush() || ::fsync(file.handle()) != 0)
        return systemError(file.fileName());
    return {};
}

void beginFlush(QFile& file, qint64 from, qint64 count)
{
    // A hint: where it fails, flushToDisk() does all of it.
    static_cast<void>(::sync_file_range(file.handle(), from, count, SYNC_FILE_RANGE_WRITE));
}

Done flushFolder(const QString& folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return systemError(folder);
    const bool done = ::fsync(handle) == 0;
    const Done result = done ? Done() : Done(systemError(folder));
    ::close(handle);
    return result;
}

Done renameOver(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return systemError(to);
    return {};
}

void keepPrivate(const QString& path)
{
    auto permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (QFileInfo(path).isDir())
        permissions |= QFileDevice::ExeOwner;
    QFile::setPermissions(path, permissions);
}

} // namespace diakinisi::server
